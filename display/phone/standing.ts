import type { PhoneRow } from "../../protocol/live.ts";
import type { Language } from "../../protocol/office.ts";
import type { TicketState } from "../../protocol/tickets.ts";
import { displayWords } from "../../words/display.ts";

/** How the ticket stands, in words: what is so, and what to do now. `tone` picks colour and sign. */
export interface Standing {
	tone: "waiting" | "soon" | "called" | "good" | "care" | "over";
	title: string;
	hint: string;
}

export function standingOf(row: PhoneRow, language: Language): Standing {
	const words = displayWords[language].phone;
	const { ahead, counter } = row;
	const standings: Record<TicketState, Standing> = {
		waiting:
			ahead === 0
				? { tone: "soon", title: words.waiting, hint: words.nextHint }
				: { tone: "waiting", title: words.waiting, hint: words.waitHint },
		called: { tone: "called", title: words.called, hint: words.calledHint },
		serving: {
			tone: "good",
			title: counter ? words.serving(counter.label) : words.servingHere,
			hint: words.servingHint,
		},
		parked: { tone: "care", title: words.parked, hint: words.parkedHint },
		missed: { tone: "care", title: words.missed, hint: words.missedHint },
		done: { tone: "good", title: words.done, hint: words.doneHint },
		cancelled: { tone: "over", title: words.cancelled, hint: words.cancelledHint },
		expired: { tone: "over", title: words.expired, hint: words.expiredHint },
	};
	return standings[row.state];
}

/** What the browser's tab says: it is seen when the page is not. */
export function tabTitle(row: PhoneRow, language: Language): string {
	const { title } = standingOf(row, language);
	const words = displayWords[language].phone;
	return row.state === "called" && row.counter
		? `${row.number} → ${words.counter(row.counter.label)}`
		: `${row.number} – ${title}`;
}
