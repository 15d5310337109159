import type { Said } from "./event.ts";
import type { RefusalCode } from "./refusal.ts";

/** What a decision comes to: the events that happened, or the reason why nothing did. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** A refusal names its reason by code; `detail` carries what a person needs to act on it. */
export interface Refusal {
	code: RefusalCode;
	detail?: { holder?: string; number?: string; reason?: Said };
}

export function accepted<T>(value: T): Result<T> {
	return { ok: true, value };
}

export function refused(code: RefusalCode, detail?: Refusal["detail"]): Result<never> {
	return { ok: false, refusal: detail ? { code, detail } : { code } };
}
