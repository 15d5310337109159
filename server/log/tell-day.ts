import { inLanguage } from "../../words/language.ts";
import { ledgerWords } from "../../words/ledger.ts";
import { ruleWords } from "../../words/rules.ts";
import type { Said, StampedEvent } from "../queue/event.ts";
import { never } from "../queue/never.ts";
import type { QueueState } from "../queue/state.ts";
import { counterLabel } from "../views/counter-label.ts";
import { toldFacts } from "../views/why.ts";
import type { FoldedEvent } from "./folded-events.ts";
import type { ToldOffice } from "./told-office.ts";

/** One thing that happened, told to people. */
export interface Told {
	/** The event's number; each number that expires with the day has that of the day's end. */
	seq: number;
	/** ISO 8601, UTC. */
	at: string;
	type: ToldEvent["type"] | "ticket-expired";
	/** An account's name, `kiosk:ID`, `lobby` or `hub`, and how people call them. */
	by: string;
	who: string;
	what: string;
	/** The number it is about. */
	number: string | null;
}

/** Tells a day to people: when, who, what, and why a number was called. Nothing names a ticket's id. */
export async function* tellDay(
	events: AsyncIterable<FoldedEvent>,
	office: ToldOffice,
): AsyncGenerator<Told> {
	for await (const folded of events) {
		const { event, by } = folded;
		// Nobody did anything.
		if (event.type === "time-passed") continue;
		const { seq, at, type } = event;
		yield { seq, at, type, by, who: whoIs(by, office), ...tell(event, folded, office) };
		if (type !== "day-closed") continue;
		const { hub, expired } = ledgerWords[office.language];
		for (const { number, state: ended, endedAt } of folded.state.tickets.values()) {
			if (ended !== "expired" || endedAt !== at) continue;
			const what = expired(number);
			yield { seq, at, type: "ticket-expired", by: "hub", who: hub, what, number };
		}
	}
}

type ToldEvent = Exclude<StampedEvent, { type: "time-passed" }>;

function tell(
	event: ToldEvent,
	{ state, former }: FoldedEvent,
	office: ToldOffice,
): { number: string | null; what: string } {
	const words = ledgerWords[office.language];
	const ofDay = (what: string) => ({ number: null, what });
	const ofTicket = (
		{ ticketId, counterId }: { ticketId: string; counterId: string },
		say: (number: string, counter: string) => string,
	) => {
		const number = numberOf(state, ticketId);
		return { number, what: say(number, counterLabel(state, counterId)) };
	};
	const withReason = ({ reason }: { reason: Said | null }, what: string) =>
		reason ? `${what}: ${inLanguage(reason, office.language)}` : what;
	switch (event.type) {
		case "day-opened":
			return ofDay(words.dayOpened(event.day));
		case "day-closed":
			return ofDay(words.dayClosed);
		case "settings-applied": {
			const { services, counters } = event.settings;
			return ofDay(words.settingsApplied(services.length, counters.length));
		}
		case "ticket-issued": {
			const { number, serviceId, priorityClass, procedureCode } = event;
			const more = [
				...(priorityClass === null ? [] : [words.priority(office.priorityClass(priorityClass))]),
				...(procedureCode === null ? [] : [words.procedure(procedureCode)]),
			];
			const said = event.slip ? words.slipEntered : words.issued;
			const what = said(number, office.service(serviceId));
			return { number, what: more.length === 0 ? what : `${what} (${more.join("; ")})` };
		}
		case "ticket-called": {
			const why = ruleWords[office.language][event.rule];
			const facts = toldFacts(event.facts, office.timeZone);
			return ofTicket(
				event,
				(number, counter) => `${words.called(number, counter)}. ${why(number, facts)}`,
			);
		}
		case "ticket-recalled":
			return ofTicket(event, words.recalled);
		case "ticket-started":
			return ofTicket(event, words.started);
		case "ticket-finished":
			return ofTicket(event, words.finished);
		case "ticket-missed":
			return ofTicket(event, words.missed);
		case "ticket-returned":
			return ofTicket(event, words.returned);
		case "ticket-parked":
			return withNote(ofTicket(event, words.parked), event.reason);
		case "ticket-unparked":
			return ofTicket(event, words.unparked);
		case "ticket-restored":
			return ofTicket(event, words.restored);
		case "ticket-set-back":
			return ofTicket(event, words.setBack);
		case "ticket-transferred": {
			const { reservedFor, serviceId, by } = event;
			const to = reservedFor === null ? null : counterLabel(state, reservedFor);
			const told = ofTicket(event, (number, counter) =>
				words.transferred(number, counter, office.service(serviceId), to, by === "visit"),
			);
			return withNote(told, event.note);
		}
		case "ticket-cancelled": {
			const { ticketId, counterId, by } = event;
			const number = numberOf(state, ticketId);
			const byOfficer = by === "officer" && counterId !== null;
			const counter = byOfficer ? counterLabel(state, counterId) : null;
			return { number, what: words.cancelled(number, counter) };
		}
		case "counter-opened": {
			const label = counterLabel(state, event.counterId);
			const before = former?.officer;
			if (!before) return ofDay(words.counterOpened(label));
			return before.username === event.officer.username
				? ofDay(words.counterReopened(label))
				: ofDay(words.counterTakenOver(label, before.name));
		}
		case "counter-paused":
			return withNote(
				ofDay(words.counterPaused(counterLabel(state, event.counterId))),
				event.reason,
			);
		case "counter-closed":
			return ofDay(words.counterClosed(counterLabel(state, event.counterId)));
		case "hall-stopped": {
			const { reason, note } = event;
			const why = words.stopReasons[reason];
			return ofDay(words.hallStopped(note ? `${why}; ${inLanguage(note, office.language)}` : why));
		}
		case "hall-resumed":
			return ofDay(words.hallResumed);
		case "hours-set": {
			const { periods } = event;
			return ofDay(
				periods === "usual"
					? words.hoursUsual
					: withReason(event, words.hoursSet(periods.map(({ from, to }) => `${from}–${to}`))),
			);
		}
		case "policy-set": {
			const { policy } = event;
			if (policy === "usual") return ofDay(words.policyUsual);
			const { classes, services, maxWaitMinutes } = policy;
			return ofDay(
				words.policySet(
					words.classRules[classes.rule],
					words.serviceRules[services],
					maxWaitMinutes,
				),
			);
		}
		case "service-closed":
			return ofDay(withReason(event, words.serviceClosed(office.service(event.serviceId))));
		case "service-opened":
			return ofDay(words.serviceOpened(office.service(event.serviceId)));
		case "quota-set":
			return ofDay(words.quotaSet(office.service(event.serviceId), event.quota));
		case "slip-settled": {
			const { counterId, as } = event;
			const number = numberOf(state, event.ticketId);
			const counter = counterId === null ? null : counterLabel(state, counterId);
			return { number, what: words.slipSettled(number, counter, as === "served") };
		}
		case "slip-withdrawn":
			return { number: event.number, what: words.slipWithdrawn(event.number) };
		default:
			return never(event);
	}
}

/** What an officer wrote stands behind what was done. */
function withNote<T extends { what: string }>(told: T, note: string | undefined): T {
	return note === undefined ? told : { ...told, what: `${told.what}: ${note}` };
}

/** How people call who did it. */
export function whoIs(by: string, { language, person }: ToldOffice): string {
	const words = ledgerWords[language];
	if (by === "hub") return words.hub;
	if (by === "lobby") return words.lobby;
	if (by === "holder") return words.holder;
	return by.startsWith("kiosk:") ? words.kiosk(by.slice("kiosk:".length)) : person(by);
}

function numberOf({ tickets }: QueueState, ticketId: string): string {
	return tickets.get(ticketId)?.number ?? "?";
}
