/** A hub that is being started anew answers a moment later. */
const retryMs = 1_000;

/** Loads a part of the page, and tries again until it is here: a part that did not come makes no dead screen. */
export async function untilLoaded<Part>(load: () => Promise<Part>): Promise<Part> {
	for (;;) {
		try {
			return await load();
		} catch {
			await new Promise((over) => setTimeout(over, retryMs));
		}
	}
}
