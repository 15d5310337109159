import type { Language } from "../protocol/office.ts";
import { atCounter as en } from "./en/console.ts";
import { atCounter as vi } from "./vi/console.ts";

export type ConsoleWords = typeof vi;

/** What an officer reads at an open counter. */
export const consoleWords: Record<Language, ConsoleWords> = { vi, en };
