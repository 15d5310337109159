/** What the page tells its service worker: addresses to be kept for when the hub is away, beside those it asks for anyway. */
export interface Keep {
	type: "KEEP";
	paths: string[];
}
