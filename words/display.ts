import type { Language } from "../protocol/office.ts";
import { display as en } from "./en/display.ts";
import { display as vi } from "./vi/display.ts";

/** What the lobby board says. */
export const displayWords: Record<Language, typeof vi> = { vi, en };
export type BoardWords = (typeof vi)["board"];
