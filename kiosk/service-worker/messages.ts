/** What the page tells its service worker. */
export type ToServiceWorker = Keep | typeof takeOver;

/** Addresses to be kept for when the hub is away, beside those it asks for anyway. */
export interface Keep {
	type: "keep";
	paths: string[];
}

/** To answer from now on in place of the older one. */
export const takeOver = { type: "take-over" } as const;
