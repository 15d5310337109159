import type { Language } from "../protocol/office.ts";
import { problems as en } from "./en/problems.ts";
import { problems as vi } from "./vi/problems.ts";

export const problemWords: Record<Language, typeof vi> = { vi, en };
