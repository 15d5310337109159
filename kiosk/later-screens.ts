import { type ReadonlySignal, signal } from "@preact/signals";
import { untilLoaded } from "./until-loaded.ts";

type Later = typeof import("./later.tsx");

const loaded = signal<Later | null>(null);
let tell: (later: Later) => void = () => {};

/** Every screen but the first; null until they are here. */
export const later: ReadonlySignal<Later | null> = loaded;

/** The same for who waits until they are. */
export const whenLater: Promise<Later> = new Promise((resolve) => {
	tell = resolve;
});

/** Loads them all at once, so that they are here long before a hub may go away. */
export async function loadLater(): Promise<void> {
	loaded.value = await untilLoaded(() => import("./later.tsx"));
	loaded.value.speak();
	tell(loaded.value);
}
