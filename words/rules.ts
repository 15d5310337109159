import type { Language } from "../protocol/office.ts";
import { rules as en } from "./en/rules.ts";
import { rules as vi } from "./vi/rules.ts";

/** What a rule went by, as people are told it; times are the office's, as it writes them. */
export interface CallFacts {
	insteadOf?: string;
	waitedMinutes?: number;
	headStartMinutes?: number;
	priority?: number;
	ordinary?: number;
	every?: number;
	at?: string;
	reason?: string;
}

export const ruleWords: Record<Language, typeof vi> = { vi, en };
