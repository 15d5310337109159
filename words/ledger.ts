import type { Language } from "../protocol/office.ts";
import { ledger as en } from "./en/ledger.ts";
import { ledger as vi } from "./vi/ledger.ts";

/** What is said of a day that is looked at later. */
export const ledgerWords: Record<Language, typeof vi> = { vi, en };
