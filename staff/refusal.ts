import type { Answer } from "../ui/api.ts";
import type { staff } from "../words/vi/staff.ts";

/** Why it did not happen, in a sentence: the hub's own, or that there was none. */
export function refusalIn(
	answer: Extract<Answer<unknown>, { ok: false }>,
	words: typeof staff,
): string {
	return answer.problem?.detail ?? words.noAnswer;
}
