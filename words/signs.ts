import type { Language, ServiceSign } from "../protocol/office.ts";
import { signs as en } from "./en/signs.ts";
import { signs as vi } from "./vi/signs.ts";

/** What each sign shows, for whoever cannot see it and for whoever chooses one. */
export const signWords: Record<Language, Record<ServiceSign, string>> = { vi, en };
