import type { Language } from "../protocol/office.ts";
import { reports as en } from "./en/reports.ts";
import { reports as vi } from "./vi/reports.ts";

export const reportWords: Record<Language, typeof vi> = { vi, en };
