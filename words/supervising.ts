import type { Language } from "../protocol/office.ts";
import { supervising as en } from "./en/supervising.ts";
import { supervising as vi } from "./vi/supervising.ts";

export const supervisingWords: Record<Language, typeof vi> = { vi, en };
