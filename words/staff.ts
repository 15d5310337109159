import type { Language } from "../protocol/office.ts";
import { staff as en } from "./en/staff.ts";
import { staff as vi } from "./vi/staff.ts";

/** What the counter desk says. */
export const staffWords: Record<Language, typeof vi> = { vi, en };
