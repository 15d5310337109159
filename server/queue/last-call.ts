import type { TicketRules } from "./policy.ts";
import type { Ticket } from "./ticket.ts";

/** Whether a ticket has been called as often as the office calls: the next recall says that nobody came. */
export function isLastCall({ rules }: { rules: TicketRules }, { recalls }: Ticket): boolean {
	return rules.recallsUntilMissed !== null && recalls >= rules.recallsUntilMissed;
}
