import type { Language } from "../protocol/office.ts";
import { accounts as en } from "./en/accounts.ts";
import { accounts as vi } from "./vi/accounts.ts";

/** What the pages about accounts say. */
export const accountWords: Record<Language, typeof vi> = { vi, en };
