import type { Language } from "../protocol/office.ts";
import { voice as en } from "./en/voice.ts";
import { voice as vi } from "./vi/voice.ts";

/** What the page says on which an office records its voice, and what is said of recordings. */
export const voiceWords: Record<Language, typeof vi> = { vi, en };
