import type { Language } from "../protocol/office.ts";
import { rules as en } from "./en/rules.ts";
import { rules as vi } from "./vi/rules.ts";

export const ruleWords: Record<Language, typeof vi> = { vi, en };
