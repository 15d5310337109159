import type { Language } from "../protocol/office.ts";
import { pages as en } from "./en/pages.ts";
import { pages as vi } from "./vi/pages.ts";

export const pageWords: Record<Language, typeof vi> = { vi, en };
