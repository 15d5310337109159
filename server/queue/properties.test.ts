import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { isOverdue } from "./choose.ts";
import type { Command } from "./command.ts";
import { isCrossedBy } from "./crossings.ts";
import { quotaLeft } from "./decide-service.ts";
import type { StampedEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import { waitingFor } from "./lanes.ts";
import { aheadOf, callingOrder, chooseNext, lineOf } from "./order.ts";
import { isFirstComeFirstCalled } from "./policy.ts";
import { queueDay } from "./rehearsal.ts";
import { aimed, days, type Happening, happeningOrEnd } from "./rehearsal-commands.ts";
import { settings } from "./rehearsal-settings.ts";
import { servedAt } from "./serving.ts";
import { emptyState, type QueueState } from "./state.ts";
import { byPlace, isOpen, type Ticket } from "./ticket.ts";
import { notBefore } from "./waited.ts";

/** Each property is tried on this many days of up to eighty acts; more by hand: QUEUE_DAYS=20000. */
const numRuns = Number(process.env.QUEUE_DAYS ?? 300);
vi.setConfig({ testTimeout: 60_000 + numRuns * 200 });

type Day = ReturnType<typeof queueDay>;

function run(
	office: Parameters<typeof queueDay>[0],
	happenings: readonly Happening[],
	afterEach: (day: Day, before: number) => void = () => {},
): Day {
	const day = queueDay(office);
	for (const named of happenings) {
		const one = aimed(day.state, named);
		const before = day.events.length;
		happen(day, one);
		afterEach(day, before);
	}
	return day;
}

function happen(day: Day, one: Happening): void {
	if (one.type === "wait") day.wait(one.minutes);
	else day.apply(one);
}

/** A rule that holds after whatever has happened, in an office with whatever settings. */
function always(rule: (day: Day, before: number) => void): void {
	fc.assert(
		fc.property(settings, days, (office, happenings) => {
			run(office, happenings, rule);
		}),
		{ numRuns },
	);
}

/** A rule about each event, with the state as it was before. */
function whenever(rule: (state: QueueState, event: StampedEvent) => void): void {
	fc.assert(
		fc.property(settings, days, (office, happenings) => {
			const { events } = run(office, happenings);
			const state = emptyState();
			for (const event of events) {
				rule(state, event);
				evolve(state, event);
			}
		}),
		{ numRuns },
	);
}

const waitingIn = (state: QueueState) =>
	[...state.tickets.values()].filter((ticket) => ticket.state === "waiting");

/** Whether a counter has to call somebody who waits before those who came later: not whom another one, which is open, calls alone. */
function isCalledAt(state: QueueState, counterId: string, ticket: Ticket): boolean {
	const { reservedFor } = ticket;
	if (reservedFor === counterId) return true;
	if (reservedFor !== null && state.counters.get(reservedFor)?.status === "open") return false;
	return servedAt(state, counterId).includes(ticket.serviceId);
}

test("no ticket is at two counters, and whoever is called or served is at exactly one", () => {
	always(({ state }) => {
		const current = [...state.counters.values()].flatMap(
			({ currentTicketId }) => currentTicketId ?? [],
		);
		expect(new Set(current).size).toBe(current.length);
		const atCounters = [...state.tickets.values()].filter((ticket) =>
			["called", "serving"].includes(ticket.state),
		);
		expect(atCounters.map(({ id }) => id).sort()).toEqual(current.sort());
		for (const { id, counterId } of atCounters) {
			expect(state.counters.get(counterId ?? "")?.currentTicketId).toBe(id);
		}
	});
});

test("numbers are unique in a day and run without gaps in each service, but for those that were given on paper", () => {
	fc.assert(
		fc.property(settings, days, (office, happenings) => {
			const { events } = run(office, happenings);
			const state = emptyState();
			/** The last of each letter that the hub gave. */
			const last = new Map<string, number>();
			for (const event of events) {
				if (event.type === "ticket-issued") {
					const { number, slip } = event;
					const numbers = [...state.tickets.values()].map((ticket) => ticket.number);
					expect(numbers).not.toContain(number);
					const prefix = number.charAt(0);
					const ordinal = Number(number.slice(1));
					for (let left = (last.get(prefix) ?? 0) + 1; !slip && left < ordinal; left++) {
						expect(state.slips).toContain(`${prefix}${String(left).padStart(3, "0")}`);
					}
					if (!slip) last.set(prefix, ordinal);
				}
				evolve(state, event);
			}
		}),
		{ numRuns },
	);
});

test("no ticket is lost: whoever waits stands in exactly one lane, in order, and nobody else does", () => {
	always(({ state }) => {
		const standing = [...state.lines].flatMap(([serviceId, lanes]) =>
			lanes.flatMap((lane) => {
				const tickets = lane.ticketIds.flatMap((id) => state.tickets.get(id) ?? []);
				expect(tickets.map(({ id }) => id)).toEqual([...tickets].sort(byPlace).map(({ id }) => id));
				for (const ticket of tickets) expect(ticket.serviceId).toBe(serviceId);
				return lane.ticketIds;
			}),
		);
		expect([...standing].sort()).toEqual(
			waitingIn(state)
				.map(({ id }) => id)
				.sort(),
		);
	});
});

test("whoever is kept for one counter is kept for one that is open, and is called there", () => {
	always(({ state, now }) => {
		for (const { id, reservedFor } of waitingIn(state)) {
			if (!reservedFor) continue;
			expect(state.counters.get(reservedFor)?.status).toBe("open");
			const services = servedAt(state, reservedFor ?? "");
			const order = callingOrder(state, { services, turns: {}, counterId: reservedFor }, now());
			expect([...order].map(({ ticket }) => ticket.id)).toContain(id);
		}
	});
});

test("within a service and class nobody is called before someone who came earlier, unless the reason says so", () => {
	whenever((state, event) => {
		if (event.type !== "ticket-called") return;
		const ticket = state.tickets.get(event.ticketId);
		if (!ticket || ["out-of-turn", "returning", "appointment"].includes(event.rule)) return;
		const passedOver = waitingIn(state).filter(
			(other) =>
				other.serviceId === ticket.serviceId &&
				other.priorityClass === ticket.priorityClass &&
				isCalledAt(state, event.counterId, other) &&
				byPlace(other, ticket) < 0,
		);
		expect(passedOver.map(({ number }) => number)).toEqual([]);
	});
});

test("nobody waits beyond the maximum wait while others who came later are called", () => {
	whenever((state, event) => {
		if (event.type !== "ticket-called" || event.rule === "out-of-turn") return;
		const ticket = state.tickets.get(event.ticketId);
		// For the line time never goes back, also where the clock is set back.
		const now = notBefore(state, Date.parse(event.at));
		const forgotten = waitingIn(state).filter(
			(other) =>
				isCalledAt(state, event.counterId, other) &&
				isOverdue(state, other, now) &&
				ticket &&
				byPlace(other, ticket) < 0,
		);
		expect(forgotten.map(({ number }) => number)).toEqual([]);
	});
});

test("whoever came first is next at every counter once the maximum wait is over for all, unless an open one keeps them", () => {
	always(({ state, now }) => {
		const { maxWaitMinutes } = state.policy;
		if (maxWaitMinutes === null || state.hall.stopped) return;
		const overdue = waitingIn(state).sort(byPlace);
		const last = Math.max(notBefore(state, now()), overdue.at(-1)?.place ?? 0);
		// Not a second of it counts while the hall is stopped.
		const stopped = state.hall.stops.reduce((sum, { from, to }) => sum + msBetween(from, to), 0);
		const later = last + maxWaitMinutes * 60_000 + stopped;
		for (const { id: counterId } of state.settings.counters) {
			const services = servedAt(state, counterId);
			if (state.counters.get(counterId)?.status !== "open") continue;
			const first = overdue.find((ticket) => isCalledAt(state, counterId, ticket));
			const next = chooseNext(state, { services, turns: {}, counterId }, later);
			expect(next?.ticket.number).toBe(first?.number);
		}
	});
});

const msBetween = (from: string, to: string) => Date.parse(to) - Date.parse(from);

test("a call that passes somebody over says whom, and they had come earlier", () => {
	whenever((state, event) => {
		if (event.type !== "ticket-called") return;
		const { rule, facts, ticketId } = event;
		if (rule === "first-come") expect(facts).toBeUndefined();
		if (rule === "first-come" || rule === "out-of-turn") return;
		const other = [...state.tickets.values()].find(({ number }) => number === facts?.insteadOf);
		const ticket = state.tickets.get(ticketId);
		if (!other || !ticket) throw new Error("nobody was passed over");
		expect(other.state).toBe("waiting");
		if (rule !== "maximum-wait") expect(byPlace(other, ticket)).toBeLessThan(0);
	});
});

test("how many are ahead is one's place in the line, also where nobody went through it", () => {
	always(({ state, now }) => {
		for (const { id } of state.settings.services) {
			const line = [...lineOf(state, id, now())].map(({ ticket }) => ticket);
			expect(line).toHaveLength(waitingFor(state, id));
			expect(line.map((ticket) => aheadOf(state, ticket, now()))).toEqual(
				line.map((_, place) => place),
			);
		}
	});
});

test("as long as nothing is said of time, no line has changed by it", () => {
	always((day) => {
		const { state } = day;
		for (const minutes of [1, 6, 30]) {
			const later = day.now() + minutes * 60_000;
			if (isCrossedBy(state, later)) continue;
			for (const { id } of state.settings.services) {
				const [then, now] = [later, state.clockMs].map((at) =>
					[...lineOf(state, id, at)].map(({ ticket }) => ticket.number),
				);
				expect(then).toEqual(now);
			}
		}
	});
});

test("where all are called as they came, whoever takes a number comes last", () => {
	always(({ state, events }) => {
		const last = events.at(-1);
		if (last?.type !== "ticket-issued" || !isFirstComeFirstCalled(state)) return;
		// Whoever has a number on paper came before.
		if (last.slip) return;
		const ticket = state.tickets.get(last.ticketId);
		if (!ticket) throw new Error("a ticket was issued and is not there");
		expect(aheadOf(state, ticket, Date.parse(last.at))).toBe(
			waitingFor(state, ticket.serviceId) - 1,
		);
	});
});

test("replaying the events gives the live state", () => {
	fc.assert(
		fc.property(settings, days, (office, happenings) => {
			const { events, state } = run(office, happenings);
			const replayed = emptyState();
			for (const event of JSON.parse(JSON.stringify(events))) evolve(replayed, event);
			expect(replayed).toEqual(state);
		}),
		{ numRuns },
	);
});

test("deciding changes nothing, and a refusal leaves the state as it was: only events change it", () => {
	fc.assert(
		fc.property(settings, days, happeningOrEnd, (office, happenings, refusedOrNot) => {
			const day = run(office, happenings);
			const before = structuredClone(day.state);
			const seen = day.events.length;
			happen(day, refusedOrNot);
			if (day.events.length === seen) expect(day.state).toEqual(before);
		}),
		{ numRuns },
	);
});

describe("undoing", () => {
	const undoable = new Set([
		"call-next",
		"call-ticket",
		"recall",
		"start",
		"finish",
		"miss",
		"park",
		"unpark",
		"restore",
		"transfer",
		"cancel",
	]);

	test("what an officer did to tickets stands again as before, whatever was done", () => {
		let undone = 0;
		fc.assert(
			fc.property(settings, days, (office, happenings) => {
				const day = queueDay(office);
				for (const named of happenings) {
					const one = aimed(day.state, named);
					if (!("officer" in one && undoable.has(one.type))) {
						happen(day, one);
						continue;
					}
					day.apply({ type: "pass-time" });
					const before = structuredClone(day.state);
					if (!isDone(day, one)) continue;
					const { counterId, officer } = one;
					expect(day.apply({ type: "undo", counterId, officer }).ok).toBe(true);
					expect(pictureOf(day.state)).toEqual(pictureOf(before));
					undone++;
					day.apply(one);
				}
			}),
			{ numRuns },
		);
		expect(undone).toBeGreaterThan(numRuns);
	});

	function isDone(day: Day, act: Command): boolean {
		const seen = day.events.length;
		day.apply(act);
		return day.events.slice(seen).some((event) => event.type !== "time-passed");
	}

	/** What there is to see of a state: all but the numbers of events, and what could be undone. */
	function pictureOf({ tickets, lines, counters, recentCalls }: QueueState) {
		const lanes = [...lines].map(([serviceId, all]) => ({
			serviceId,
			lanes: all
				.filter(({ ticketIds }) => ticketIds.length > 0)
				.map((lane) => JSON.stringify(lane))
				.sort(),
		}));
		return {
			tickets: [...tickets.values()].map(({ touchedSeq: _, ...ticket }: Ticket) => ticket),
			lanes,
			counters: [...counters.values()].map(({ lastAct: _, ...counter }) => counter),
			recentCalls: recentCalls.slice(0, 7),
		};
	}
});

test("at the end of the day everyone is done, cancelled, or expired", () => {
	fc.assert(
		fc.property(settings, days, (office, happenings) => {
			const day = run(office, happenings);
			day.apply({ type: "close-day" });
			expect([...day.state.tickets.values()].filter(isOpen)).toEqual([]);
			expect([...day.state.lines.values()].flat()).toEqual([]);
		}),
		{ numRuns },
	);
});

test("while the hall is stopped nobody is given a number, called, or counted as missing, and all keep their place", () => {
	fc.assert(
		fc.property(settings, days, (office, happenings) => {
			const { events } = run(office, happenings);
			const replayed = emptyState();
			const waits = ["ticket-issued", "ticket-called", "ticket-recalled", "ticket-missed"];
			for (const event of events) {
				const isStopped = replayed.hall.stopped !== null;
				const isOfPaper = event.type === "ticket-issued" && event.slip !== undefined;
				if (isStopped && !isOfPaper) expect(waits).not.toContain(event.type);
				evolve(replayed, event);
			}
		}),
		{ numRuns },
	);
});

test("no number is given beyond a quota or of a service that is closed, and every other one is counted", () => {
	fc.assert(
		fc.property(settings, days, (office, happenings) => {
			const { events } = run(office, happenings);
			const replayed = emptyState();
			for (const event of events) {
				if (event.type === "ticket-issued" && !event.slip) {
					expect(quotaLeft(replayed, event.serviceId)).not.toBe(0);
					expect(replayed.services.get(event.serviceId)?.closed).toBeNull();
				}
				evolve(replayed, event);
			}
			for (const { id, issued } of replayed.services.values()) {
				const how = (type: "ticket-issued" | "slip-withdrawn") =>
					events.filter((event) => event.type === type && event.serviceId === id).length;
				expect(issued).toBe(how("ticket-issued") - how("slip-withdrawn"));
			}
		}),
		{ numRuns },
	);
});
