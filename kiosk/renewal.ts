import { effect, signal } from "@preact/signals";
import { catalogueFiles } from "./catalogue-messages.ts";
import { live } from "./office.ts";
import { catalogueInUse } from "./own-catalogue.ts";
import { type Keep, takeOver } from "./service-worker/messages.ts";
import { isAsFound } from "./state.ts";
import { clockMs, parts, state } from "./store.ts";

/** How often the kiosk looks for a newer version of itself, besides each time it finds its hub again. */
const lookMs = 10 * 60_000;
/** Nobody is about to touch a screen that nobody has touched for so long. */
const aloneMs = 10_000;

/** Whether the next load of the page brings a newer version. */
const isOld = signal(false);

/**
 * Keeps the kiosk on its own machine where the browser lets it, and the version that runs the one the hub has: a newer one
 * is fetched in the background and taken while nobody is at the kiosk.
 */
export function keepRenewed(): void {
	let worker: ServiceWorkerRegistration | null = null;
	const look = () => {
		void worker?.update().catch(() => undefined);
		void compare();
	};
	// Only where the address is a secure context.
	if ("serviceWorker" in navigator) {
		void startWorker().then((started) => {
			worker = started;
		});
	}
	setInterval(look, lookMs);
	let wasLive = true;
	effect(() => {
		const isLive = live.value === "live";
		// Perhaps a hub that was started anew with another version.
		if (isLive && !wasLive) look();
		wasLive = isLive;
	});
	effect(() => {
		if (!isAsFound(state.value)) return;
		if (clockMs.value - parts.touchedAtMs.value < aloneMs) return;
		if (isOld.value) location.reload();
		else worker?.waiting?.postMessage(takeOver);
	});
}

/** Null where the hub is away: the version that is here stays, and the next load of the page tries again. */
async function startWorker(): Promise<ServiceWorkerRegistration | null> {
	const { serviceWorker } = navigator;
	// Also the first one of all: the hub may have been given a newer version since the page came from it.
	serviceWorker.addEventListener("controllerchange", () => void compare());
	void keepForLater();
	return serviceWorker.register("/kiosk/service-worker.js", { scope: "/kiosk/" }).catch(() => null);
}

/** What the page has fetched before a service worker was there is given to it, and each catalogue that comes later. */
async function keepForLater(): Promise<void> {
	await navigator.serviceWorker.ready;
	effect(() => {
		const hash = catalogueInUse.value;
		const catalogue = hash === null ? [] : Object.values(catalogueFiles(hash));
		const keep: Keep = { type: "keep", paths: ["/api/office", "/api/fields", ...catalogue] };
		void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(keep));
	});
}

const ownScript = scriptOf(document.documentElement.outerHTML);

/** Whether the page would come as another version now, from the hub or from this machine: its script says which it is. */
async function compare(): Promise<void> {
	try {
		const answer = await fetch("/kiosk/", { cache: "no-store" });
		const script = answer.ok ? scriptOf(await answer.text()) : null;
		if (script !== null && script !== ownScript) isOld.value = true;
	} catch {
		// The hub is away; compared again later.
	}
}

function scriptOf(page: string): string | null {
	return /\/kiosk\/assets\/index-[\w-]+\.js/.exec(page)?.[0] ?? null;
}
