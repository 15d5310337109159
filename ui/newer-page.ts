import { effect, type ReadonlySignal, signal } from "@preact/signals";

/**
 * Loads the page anew where the hub that comes back has a newer version of it, as soon as nothing is lost by that. A hub is given another
 * version only while it is away, so each time it is found again is the time to look.
 * @param isLive whether the hub is there
 * @param mayReload looked at again whenever a signal changes that it reads
 */
export function takeNewerPage(isLive: () => boolean, mayReload: () => boolean): void {
	const isOld = watchForNewer(isLive);
	let isAsking = false;
	effect(() => {
		if (isOld.value && isLive() && mayReload() && !isAsking) void reload();
	});

	/** Where the hub is away again this page stays: nothing leads back by itself from the browser's own page of an error. */
	async function reload(): Promise<void> {
		isAsking = true;
		try {
			const answer = await fetch(location.pathname, { cache: "no-store" });
			if (answer.ok) location.reload();
		} catch {
			// Tried again when the hub is back.
		}
		isAsking = false;
	}
}

function watchForNewer(isLive: () => boolean): ReadonlySignal<boolean> {
	const isOld = signal(false);
	const ownScript = scriptOf(document);
	/** Before it was there for the first time the page has just come from it. */
	let wasAway = false;
	let wasThere = false;
	effect(() => {
		const isThere = isLive();
		if (isThere && wasAway) void compare();
		wasAway = wasThere && !isThere;
		wasThere ||= isThere;
	});
	return isOld;

	async function compare(): Promise<void> {
		try {
			const answer = await fetch(location.pathname, { cache: "no-store" });
			if (!answer.ok) return;
			const page = new DOMParser().parseFromString(await answer.text(), "text/html");
			const script = scriptOf(page);
			if (script !== null && script !== ownScript) isOld.value = true;
		} catch {
			// The hub is away again; compared when it is back.
		}
	}
}

/** The script a page begins with. Its name holds a hash of what is in it. */
function scriptOf(page: Document): string | null {
	return page.querySelector("script[type=module]")?.getAttribute("src") ?? null;
}
