import type { Language } from "../protocol/office.ts";
import { phone as en } from "./en/phone.ts";
import { phone as vi } from "./vi/phone.ts";

/** What the page of one's own ticket says. Apart from the board's words, so that a phone fetches no others. */
export const phoneWords: Record<Language, typeof vi> = { vi, en };
