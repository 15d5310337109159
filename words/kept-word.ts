import type { Language } from "../protocol/office.ts";
import { keptWord as en } from "./en/kept-word.ts";
import { keptWord as vi } from "./vi/kept-word.ts";

export const keptWordWords: Record<Language, typeof vi> = { vi, en };
