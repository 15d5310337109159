import type { Language } from "../protocol/office.ts";
import { hall as en } from "./en/hall.ts";
import { hall as vi } from "./vi/hall.ts";

export const hallWords: Record<Language, typeof vi> = { vi, en };
