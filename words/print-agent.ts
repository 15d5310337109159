import type { Language } from "../protocol/office.ts";
import { printAgent as en } from "./en/print-agent.ts";
import { printAgent as vi } from "./vi/print-agent.ts";

/** What a print agent says to whoever sets it up. */
export const printAgentWords: Record<Language, typeof vi> = { vi, en };
