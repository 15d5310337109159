import type { Language } from "../protocol/office.ts";
import { procedures as en } from "./en/procedures.ts";
import { procedures as vi } from "./vi/procedures.ts";

export const procedureWords: Record<Language, typeof vi> = { vi, en };
