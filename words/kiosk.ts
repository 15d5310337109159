import type { Language } from "../protocol/office.ts";
import { kiosk as en } from "./en/kiosk.ts";
import { kiosk as vi } from "./vi/kiosk.ts";

export const kioskWords: Record<Language, typeof vi> = { vi, en };
