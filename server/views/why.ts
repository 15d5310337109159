import type { Why } from "../../protocol/staff.ts";
import { time } from "../../words/numbers.ts";
import { ruleWords } from "../../words/rules.ts";
import type { CallFacts, CallRule } from "../queue/event.ts";
import type { Ticket } from "../queue/ticket.ts";

/** Why this ticket is called before the others, said in both languages. */
export function whyOf(
	rule: CallRule,
	facts: CallFacts | undefined,
	{ number }: Pick<Ticket, "number">,
	timeZone: string,
): Why {
	const told = toldFacts(facts, timeZone);
	return {
		rule,
		detail: { vi: ruleWords.vi[rule](number, told), en: ruleWords.en[rule](number, told) },
	};
}

/** The facts of a call as people are told them. */
export function toldFacts(facts: CallFacts | undefined, timeZone: string): CallFacts {
	return { ...facts, ...(facts?.at && { at: time(facts.at, timeZone) }) };
}
