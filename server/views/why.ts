import type { Why } from "../../protocol/staff.ts";
import { ruleWords } from "../../words/rules.ts";
import type { CallRule } from "../queue/event.ts";
import type { Ticket } from "../queue/ticket.ts";

/** Why this ticket is called before the others, said in both languages. */
export function whyOf(rule: CallRule, { number }: Ticket): Why {
	return {
		rule,
		detail: { vi: ruleWords.vi[rule](number), en: ruleWords.en[rule](number) },
	};
}
