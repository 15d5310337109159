import type { Event, Officer } from "../queue/event.ts";
import { never } from "../queue/never.ts";
import type { LedgerRecord } from "./ledger.ts";

/**
 * Takes personal data out of a day's records, one after the other from the first: officers become `can-bo-1`, `can-bo-2` ... and ticket ids `phieu-1`,
 * `phieu-2` ... in the order in which they first appear, and what they wrote goes. Numbers, times, services and counters stay, so that the day's figures come out the
 * same. A record that has been through it already comes out as it is.
 */
export function withoutPersonalData(): (record: LedgerRecord) => LedgerRecord {
	const officers = aliases("can-bo");
	const tickets = aliases("phieu");

	return ({ seq, at, by, events }) => ({
		seq,
		at,
		by: isNobody(by) ? by : officers(by),
		events: events.map(reduced),
	});

	function reduced(event: Event): Event {
		switch (event.type) {
			case "day-opened":
			case "day-closed":
			case "settings-applied":
			case "time-passed":
			case "counter-closed":
			case "hall-resumed":
			case "policy-set":
			case "service-opened":
			case "quota-set":
				return event;
			// What somebody wrote may name anybody.
			case "hall-stopped":
				return { ...event, note: null };
			case "hours-set":
			case "service-closed":
				return { ...event, reason: null };
			case "counter-opened":
				return { ...event, officer: officer(event.officer) };
			case "ticket-called": {
				const { facts, ...called } = event;
				const { reason: _, ...left } = facts ?? {};
				const hasLeft = Object.keys(left).length > 0;
				return { ...called, ticketId: tickets(event.ticketId), ...(hasLeft && { facts: left }) };
			}
			case "counter-paused": {
				const { reason: _, ...paused } = event;
				return paused;
			}
			case "ticket-parked": {
				const { reason: _, ...parked } = event;
				return { ...parked, ticketId: tickets(event.ticketId) };
			}
			case "ticket-transferred": {
				const { note: _, ...transferred } = event;
				return { ...transferred, ticketId: tickets(event.ticketId) };
			}
			case "ticket-issued":
			case "ticket-recalled":
			case "ticket-started":
			case "ticket-finished":
			case "ticket-missed":
			case "ticket-returned":
			case "ticket-unparked":
			case "slip-settled":
			case "slip-withdrawn":
			case "ticket-restored":
			case "ticket-cancelled":
			case "ticket-set-back":
				return { ...event, ticketId: tickets(event.ticketId) };
			default:
				return never(event);
		}
	}

	function officer({ username }: Officer): Officer {
		const alias = officers(username);
		return { username: alias, name: alias };
	}
}

/** The hub itself, the lobby and its kiosks are no persons. */
function isNobody(by: string): boolean {
	return by === "hub" || by === "lobby" || by === "holder" || by.startsWith("kiosk:");
}

function aliases(prefix: string): (name: string) => string {
	const known = new Map<string, string>();
	return (name) => {
		const alias = known.get(name) ?? `${prefix}-${known.size + 1}`;
		known.set(name, alias);
		return alias;
	};
}
