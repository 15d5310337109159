import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "./command.ts";
import { evolve } from "./evolve.ts";
import { hung, lan, queueDay } from "./rehearsal.ts";
import { emptyState, type QueueState } from "./state.ts";

const officer = fc.constantFrom(lan, hung);
const counterId = fc.constantFrom("quay-1", "quay-2", "quay-3");

/** Whatever people and officers may do in a day, sensible or not. */
const command: fc.Arbitrary<Command> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			type: fc.constant("issue-ticket" as const),
			serviceId: fc.constantFrom("ho-tich", "chung-thuc", "dat-dai"),
			priorityClass: fc.constantFrom(null, "nguoi-cao-tuoi"),
			procedureCode: fc.constant(null),
			language: fc.constantFrom("vi" as const, "en" as const),
			kioskId: fc.constant(null),
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({ type: fc.constant("call-next" as const), counterId, officer }),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			type: fc.constantFrom(
				"recall" as const,
				"start" as const,
				"finish" as const,
				"miss" as const,
			),
			counterId,
			officer,
		}),
	},
	fc.record({
		type: fc.constant("open-counter" as const),
		counterId,
		officer,
		holdsMany: fc.boolean(),
		takeOver: fc.boolean(),
	}),
	fc.record({
		type: fc.constant("pause-counter" as const),
		counterId,
		officer,
	}),
	fc.record(
		{
			type: fc.constant("close-counter" as const),
			counterId,
			officer,
			current: fc.constantFrom("finish" as const, "miss" as const, "return" as const),
		},
		{ requiredKeys: ["type", "counterId", "officer"] },
	),
	{ weight: 1, arbitrary: fc.constant({ type: "close-day" as const }) },
);

function run(commands: readonly Command[], afterEach: (state: QueueState) => void = () => {}) {
	const day = queueDay();
	for (const one of commands) {
		day.apply(one);
		afterEach(day.state);
	}
	return day;
}

const days = fc.array(command, { maxLength: 60 });

test("no ticket is at two counters, and whoever is called or served is at exactly one", () => {
	fc.assert(
		fc.property(days, (commands) => {
			run(commands, (state) => {
				const current = [...state.counters.values()].flatMap(
					({ currentTicketId }) => currentTicketId ?? [],
				);
				expect(new Set(current).size).toBe(current.length);
				const atCounters = [...state.tickets.values()].filter((ticket) =>
					["called", "serving"].includes(ticket.state),
				);
				expect(atCounters.map(({ id }) => id).sort()).toEqual(current.sort());
			});
		}),
	);
});

test("numbers are unique in a day and run without gaps in each service", () => {
	fc.assert(
		fc.property(days, (commands) => {
			const { state } = run(commands);
			for (const [prefix, serviceId] of [
				["A", "ho-tich"],
				["B", "chung-thuc"],
			]) {
				const numbers = [...state.tickets.values()]
					.filter((ticket) => ticket.serviceId === serviceId)
					.map(({ number }) => number);
				expect(numbers).toEqual(
					numbers.map((_, index) => `${prefix}${String(index + 1).padStart(3, "0")}`),
				);
			}
		}),
	);
});

test("whoever waits is in exactly the line of the service, in the order of coming", () => {
	fc.assert(
		fc.property(days, (commands) => {
			run(commands, (state) => {
				for (const [serviceId, line] of state.lines) {
					const waiting = [...state.tickets.values()]
						.filter((ticket) => ticket.state === "waiting" && ticket.serviceId === serviceId)
						.sort((one, other) => one.issuedSeq - other.issuedSeq);
					expect([...line]).toEqual(waiting.map(({ id }) => id));
				}
			});
		}),
	);
});

test("within a service nobody is called before someone who came earlier and waits, also after going back into the line", () => {
	fc.assert(
		fc.property(days, (commands) => {
			const { events } = run(commands);
			const replayed = emptyState();
			for (const event of events) {
				const ticket = event.type === "ticket-called" && replayed.tickets.get(event.ticketId);
				const waiting = [...replayed.tickets.values()].filter(
					(one) => ticket && one.state === "waiting" && one.serviceId === ticket.serviceId,
				);
				const earliest = Math.min(...waiting.map(({ issuedSeq }) => issuedSeq));
				if (ticket) expect(ticket.issuedSeq).toBe(earliest);
				evolve(replayed, event);
			}
		}),
	);
});

test("replaying the events gives the live state", () => {
	fc.assert(
		fc.property(days, (commands) => {
			const { events, state } = run(commands);
			const replayed = emptyState();
			for (const event of JSON.parse(JSON.stringify(events))) evolve(replayed, event);
			expect(replayed).toEqual(state);
		}),
	);
});

test("deciding changes nothing: only events do", () => {
	fc.assert(
		fc.property(days, command, (commands, refusedOrNot) => {
			const day = run(commands);
			const before = structuredClone(day.state);
			const seen = day.events.length;
			day.apply(refusedOrNot);
			if (day.events.length === seen) expect(day.state).toEqual(before);
		}),
	);
});
