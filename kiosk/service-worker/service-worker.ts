import { clientsClaim } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import {
	cleanupOutdatedCaches,
	createHandlerBoundToURL,
	type PrecacheEntry,
	precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst, type Strategy } from "workbox-strategies";
import type { ToServiceWorker } from "./messages.ts";

/*
 * Keeps the kiosk on its own machine: its page and scripts, the catalogue, and what the office last said of itself, so
 * that it starts and looks procedures up while the hub is away. What changes something is never kept and never sent later.
 */

declare const self: ServiceWorkerGlobalScope;
/** The kiosk's files with their revisions, put in by the build. */
declare const kioskFiles: PrecacheEntry[];

/** Longer than a hub on the office's network ever takes. */
const patienceSeconds = 4;
/** Of the catalogue that is in use and the next one, what is searched and what is shown. */
const catalogueFiles = 4;

/** Its address names its content. */
const catalogue = new CacheFirst({
	cacheName: "catalogue",
	plugins: [new ExpirationPlugin({ maxEntries: catalogueFiles })],
});
/** As the hub says it now, else as it said it last. */
const office = new NetworkFirst({
	cacheName: "office",
	networkTimeoutSeconds: patienceSeconds,
	plugins: [
		{
			// A proxy that says that the hub is away is no answer of the hub's.
			fetchDidSucceed: async ({ response }) => {
				if (response.status >= 500) throw new Error(`it answers ${response.status}`);
				return response;
			},
		},
	],
});
/** Letters that hardly any office writes, and the pictures of its notices. */
const rarely = new CacheFirst({
	cacheName: "rarely",
	plugins: [new ExpirationPlugin({ maxEntries: 60 })],
});

precacheAndRoute(kioskFiles);
cleanupOutdatedCaches();
registerRoute(
	new NavigationRoute(createHandlerBoundToURL("index.html"), { allowlist: [/^\/kiosk\/(\?|$)/] }),
);
const kept: [RegExp, Strategy][] = [
	[/^\/api\/catalogue\//, catalogue],
	[/^\/api\/(office|fields)$/, office],
	[/^\/api\/languages\//, office],
	[/^\/kiosk\/assets\/.*\.woff2$/, rarely],
	[/^\/api\/slides\//, rarely],
];
for (const [path, strategy] of kept) {
	registerRoute(({ sameOrigin, url }) => sameOrigin && path.test(url.pathname), strategy);
}

// The page that has just loaded it is kept, too.
clientsClaim();

self.addEventListener("message", (event) => {
	const told: ToServiceWorker = event.data;
	if (told.type === "take-over") void self.skipWaiting();
	else event.waitUntil(keep(event, told.paths));
});

async function keep(event: ExtendableEvent, paths: string[]): Promise<void> {
	for (const path of paths) {
		const strategy = kept.find(([known]) => known.test(path))?.[1];
		if (strategy === undefined) continue;
		const [, done] = strategy.handleAll({ event, request: new Request(path) });
		// What does not come now is asked for when it is needed.
		await done.catch(() => undefined);
	}
}
