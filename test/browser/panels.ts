import type { Language } from "../../protocol/office.ts";

export interface Panel {
	width: number;
	height: number;
}

/** Kiosks stand upright, lie, and are small. */
export const upright: Panel = { width: 1080, height: 1920 };
export const lying: Panel = { width: 1920, height: 1080 };
export const small: Panel = { width: 1366, height: 768 };
export const panels: readonly Panel[] = [upright, lying, small];

/** `EVERY_SCREEN=1`: each panel in each language; else each at least once, and the one with the least room in both. */
export const isEveryScreen = process.env.EVERY_SCREEN === "1";

export const everywhere: readonly (Panel & { language: Language })[] = [
	{ ...upright, language: "vi" as const },
	{ ...upright, language: "en" as const },
	{ ...lying, language: "vi" as const },
	{ ...lying, language: "en" as const },
	{ ...small, language: "vi" as const },
	{ ...small, language: "en" as const },
].filter((_, index) => isEveryScreen || ![1, 2].includes(index));
