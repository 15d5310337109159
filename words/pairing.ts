import type { Language } from "../protocol/office.ts";
import { pairing as en } from "./en/pairing.ts";
import { pairing as vi } from "./vi/pairing.ts";

/** What a kiosk or board says while it is not let in. */
export const pairingWords: Record<Language, typeof vi> = { vi, en };
