import type { Language } from "../protocol/office.ts";
import { access as en } from "./en/access.ts";
import { access as vi } from "./vi/access.ts";

export const accessWords: Record<Language, typeof vi> = { vi, en };
