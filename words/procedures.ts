import type { Language } from "../protocol/office.ts";
import { procedures as en } from "./en/procedures.ts";
import { procedures as vi } from "./vi/procedures.ts";

export type ProcedureWords = typeof vi;

export const procedureWords: Record<Language, ProcedureWords> = { vi, en };
