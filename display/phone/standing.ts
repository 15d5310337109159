import type { Stopped } from "../../protocol/hall.ts";
import type { PhoneRow } from "../../protocol/live.ts";
import type { Language } from "../../protocol/office.ts";
import type { TicketState } from "../../protocol/tickets.ts";
import { hallWords } from "../../words/hall.ts";
import { inLanguage } from "../../words/language.ts";
import { phoneWords } from "../../words/phone.ts";
import { isSoon } from "./alerts.ts";

/** How the ticket stands, in words: what is so, and what to do now. `tone` picks colour and sign. */
export interface Standing {
	tone: "waiting" | "soon" | "called" | "good" | "care" | "danger" | "over";
	title: string;
	hint: string;
}

/** What else bears on how a ticket stands. */
export interface Around {
	/** It came to the service it waits for from another one, while it was followed. */
	moved?: boolean;
	/** Why everything in the hall stands still. */
	stopped?: Stopped | null;
}

/** While the hall stands still nobody is invited anywhere: why that is goes before all that the ticket would say. */
export function standingOf(
	row: PhoneRow,
	language: Language,
	{ moved = false, stopped = null }: Around = {},
): Standing {
	if (stopped && !isOver(row.state)) return standsStill(stopped, language);
	const words = phoneWords[language];
	const label = row.counter?.label ?? null;
	switch (row.state) {
		case "waiting":
			if (row.ahead === 0) return { tone: "soon", title: words.next, hint: words.nextHint };
			if (isSoon(row)) return { tone: "soon", title: words.soon, hint: words.soonHint };
			if (moved) return { tone: "waiting", title: words.moved, hint: words.movedHint };
			return { tone: "waiting", title: words.waiting, hint: words.waitHint };
		case "called":
			return { tone: "called", title: words.called, hint: words.calledHint };
		case "serving": {
			const title = label === null ? words.servingHere : words.serving(label);
			return { tone: "good", title, hint: words.servingHint };
		}
		case "parked":
			return { tone: "care", title: words.parked, hint: words.parkedHint(label) };
		case "missed":
			return { tone: "care", title: words.missed, hint: words.missedHint(label) };
		case "done":
			return { tone: "good", title: words.done, hint: words.doneHint };
		case "cancelled":
			return { tone: "over", title: words.cancelled, hint: words.cancelledHint };
		case "expired":
			return { tone: "over", title: words.expired, hint: words.expiredHint };
	}
}

function standsStill({ reason, note }: Stopped, language: Language): Standing {
	const { stopped, keepsPlace } = hallWords[language];
	const { title, hint } = stopped[reason];
	const said = note && inLanguage(note, language);
	if (reason === "evacuation") {
		return { tone: "danger", title, hint: [hint, said].filter(Boolean).join(" ") };
	}
	return { tone: "care", title, hint: [said ?? hint, keepsPlace].join(" ") };
}

/** What the browser's tab says: it is seen when the page is not. */
export function tabTitle(
	row: PhoneRow,
	language: Language,
	stopped: Stopped | null = null,
): string {
	return row.state === "called" && row.counter && !stopped
		? `${row.number} → ${phoneWords[language].counter(row.counter.label)}`
		: `${row.number} – ${standingOf(row, language, { stopped }).title}`;
}

/** What is said aloud at once to somebody who does not see the screen; null while nobody is called, or the hall stands still. */
export function spokenCall(
	row: PhoneRow,
	language: Language,
	stopped: Stopped | null = null,
): string | null {
	if (row.state !== "called" || stopped) return null;
	const words = phoneWords[language];
	const where = row.counter && `${words.goTo} ${words.counter(row.counter.label)}`;
	const again = row.callCount > 1 && words.calledAgain(row.callCount);
	const last = row.isLastCall && words.lastCall;
	return [words.called, row.number, where, last || again].filter(Boolean).join(". ");
}

/** What a holder may give up: the hub refuses it to whoever is being served, and what is over is over. */
export function mayGiveUp(state: TicketState): boolean {
	return ["waiting", "called", "parked", "missed"].includes(state);
}

/** Nothing more becomes of it, but for an officer who undoes the last act. */
export function isOver(state: TicketState): boolean {
	return ["done", "cancelled", "expired"].includes(state);
}
