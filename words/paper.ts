import type { Language } from "../protocol/office.ts";
import { paper as en } from "./en/paper.ts";
import { paper as vi } from "./vi/paper.ts";

/** The words of a printed ticket, by language. */
export const paperWords: Record<Language, typeof vi> = { vi, en };
