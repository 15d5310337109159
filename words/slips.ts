import type { Language } from "../protocol/office.ts";
import { slips as en } from "./en/slips.ts";
import { slips as vi } from "./vi/slips.ts";

export const slipWords: Record<Language, typeof vi> = { vi, en };
