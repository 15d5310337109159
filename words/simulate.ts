import type { Language } from "../protocol/office.ts";
import { simulate as en } from "./en/simulate.ts";
import { simulate as vi } from "./vi/simulate.ts";

/** What the report on simulated days says. */
export const simulateWords: Record<Language, typeof vi> = { vi, en };
