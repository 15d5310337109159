import { effect } from "@preact/signals";

/** What is seen of a counter, as far as it tells whether somebody has come to it. */
export interface Arriving {
	/** Nobody is at the counter, and it calls. */
	isFree: boolean;
	/** Somebody would be called there now. */
	somebodyWaits: boolean;
}

/** Whether somebody has just come to wait for a counter that is free; not when it becomes free while somebody waits. */
export function hasCome(before: Arriving, now: Arriving): boolean {
	return now.isFree && now.somebodyWaits && before.isFree && !before.somebodyWaits;
}

/**
 * Tells the officer, by `ring` and by the window's title, which changes every second until they have called or nobody waits any more.
 * Answers with how to stop.
 */
export function tellArrivals(arriving: () => Arriving, title: () => string, ring: () => void) {
	let before: Arriving | null = null;
	let flash: ReturnType<typeof setInterval> | undefined;
	let usual: string | null = null;
	const stopWatching = effect(() => {
		const now = arriving();
		if (before && hasCome(before, now)) {
			ring();
			beginFlash();
		}
		if (!now.isFree || !now.somebodyWaits) endFlash();
		before = now;
	});
	return () => {
		endFlash();
		stopWatching();
	};

	function beginFlash(): void {
		endFlash();
		usual = document.title;
		document.title = title();
		flash = setInterval(() => {
			document.title = document.title === usual ? title() : (usual ?? "");
		}, 1_000);
	}

	function endFlash(): void {
		clearInterval(flash);
		if (usual !== null) document.title = usual;
		usual = null;
	}
}
