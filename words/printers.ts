import type { Language } from "../protocol/office.ts";
import { printers as en } from "./en/printers.ts";
import { printers as vi } from "./vi/printers.ts";

/** What staff are told of the printers. */
export const printerWords: Record<Language, typeof vi> = { vi, en };
