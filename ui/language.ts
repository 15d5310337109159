import { type ReadonlySignal, signal } from "@preact/signals";
import type { Language } from "../protocol/office.ts";

const spoken = signal<Language>("vi");

/** The language of this screen. A component that reads it is drawn anew when it changes. */
export const language: ReadonlySignal<Language> = spoken;

/** Changes the language of the screen, and of `<html lang>`, which the hub's answers go by. */
export function setLanguage(next: Language): void {
	spoken.value = next;
	document.documentElement.lang = next;
}
