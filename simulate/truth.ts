import type { QueueState } from "../server/queue/state.ts";
import { isOpen } from "../server/queue/ticket.ts";
import { createAgenda } from "./day/agenda.ts";
import { expectAct, planGiven } from "./day/officers.ts";
import {
	expectAnswer,
	expectCrowd,
	expectCrowds,
	expectLeaving,
	expectNext,
	expectReturn,
} from "./day/people.ts";
import { lastTicketHours, type World } from "./day/world.ts";
import type { Random } from "./laws/random.ts";

/**
 * The same day as far as anybody can have seen it, and the rest of it drawn anew from the day's true laws: who comes, how long those at the counters
 * still take, who has gone without a word, when breaks are. Of what lasts already is drawn how long it still does given that; nothing of what was to
 * happen is taken over. The day itself is not touched.
 */
export function restAnew(day: World, random: Random): World {
	const state = copyOf(day.state);
	const rest: World = {
		...day,
		state,
		random,
		agenda: createAgenda(),
		people: new Map(),
		officers: day.officers.map((one) => ({
			...one,
			had: { ...one.had },
			random: random.fork(`officer/${one.place}`),
		})),
		hours: lastTicketHours(day.place, state, () => rest.nowMs),
		saw() {},
	};
	expectNext(rest);
	expectCrowds(rest);
	expectCrowd(rest);
	for (const person of day.people.values()) {
		if (!state.tickets.has(person.ticketId)) continue;
		rest.people.set(person.ticketId, {
			...person,
			random: random.fork(`ticket/${person.ticketId}`),
		});
	}
	for (const officer of rest.officers) {
		officer.plan = planGiven(rest, officer);
		expectAct(rest, officer);
	}
	for (const person of rest.people.values()) {
		const isServed = rest.officers.some(
			({ ticketId, phase }) => ticketId === person.ticketId && phase !== "calling",
		);
		if (isServed) continue;
		switch (state.tickets.get(person.ticketId)?.state) {
			case "waiting":
				expectLeaving(rest, person);
				break;
			case "called":
			case "missed":
				expectAnswer(rest, person);
				break;
			case "parked":
				expectReturn(rest, person);
		}
	}
	return rest;
}

/** Whoever is done for today is left out: nothing of what is to come asks for them. */
function copyOf(state: QueueState): QueueState {
	const tickets = [...state.tickets.values()].filter(isOpen);
	return {
		...state,
		tickets: new Map(tickets.map((ticket) => [ticket.id, { ...ticket }])),
		lines: new Map(
			[...state.lines].map(([id, lanes]) => [
				id,
				lanes.map((lane) => ({ ...lane, ticketIds: [...lane.ticketIds] })),
			]),
		),
		crossings: [...state.crossings],
		lastNumber: new Map(state.lastNumber),
		// Nobody undoes anything here.
		counters: new Map(
			[...state.counters].map(([id, counter]) => [id, { ...counter, lastAct: null }]),
		),
		recentCalls: [],
		services: new Map([...state.services].map(([id, service]) => [id, { ...service }])),
	};
}
