import { type ReadonlySignal, signal } from "@preact/signals";

/** A hub that is being started anew answers a moment later. */
const retryMs = 1_000;

const missing = signal(false);
/** Whether a part of the page did not come: the hub is away, and the page begins anew when it is back. */
export const partMissing: ReadonlySignal<boolean> = missing;

/**
 * Loads a part of the page. A browser does not ask again for a part that did not come as long as the page lives: its
 * module map keeps the failure. So the page begins anew as soon as the hub answers: nobody has got further than its first
 * screen, and a part that went with an older version comes as the new one's.
 */
export async function untilLoaded<Part>(load: () => Promise<Part>): Promise<Part> {
	try {
		return await load();
	} catch {
		missing.value = true;
		await hubServesThisPage();
		location.reload();
		return new Promise(() => {});
	}
}

async function hubServesThisPage(): Promise<void> {
	for (;;) {
		await new Promise((over) => setTimeout(over, retryMs));
		try {
			const { ok } = await fetch(location.href, { cache: "no-store" });
			if (ok) return;
		} catch {
			// It does not answer; asked again.
		}
	}
}
