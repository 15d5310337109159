import type { Language } from "../protocol/office.ts";
import { settings as en } from "./en/settings.ts";
import { settings as vi } from "./vi/settings.ts";

export const settingsWords: Record<Language, typeof vi> = { vi, en };
