import { type ReadonlySignal, signal } from "@preact/signals";
import { untilLoaded } from "./until-loaded.ts";

type Later = typeof import("./later.tsx");

const loaded = signal<Later | null>(null);

/** Every screen but the first; null until they are here. */
export const later: ReadonlySignal<Later | null> = loaded;

/** Loads them all at once, so that they are here long before a hub may go away. */
export async function loadLater(): Promise<void> {
	const here = await untilLoaded(() => import("./later.tsx"));
	here.listenToReader();
	loaded.value = here;
}
