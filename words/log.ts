import type { Language } from "../protocol/office.ts";
import { log as en } from "./en/log.ts";
import { log as vi } from "./vi/log.ts";

/** The page on which an administrator reads who did what. */
export const logWords: Record<Language, typeof vi> = { vi, en };
