import { describe, expect, test } from "vitest";
import type { Command } from "../../server/queue/command.ts";
import { decide } from "../../server/queue/decide.ts";
import { hung, lan, queueDay } from "../../server/queue/rehearsal.ts";
import type { TicketState } from "../../server/queue/ticket.ts";
import { staffView } from "../../server/views/staff.ts";
import type { Act } from "../../staff/console/actions.ts";
import { type Action, actions } from "../../staff/console/actions.ts";
import type { Question } from "../../staff/console/question.ts";
import type { Seat } from "../../staff/console/seat.ts";
import { ticketActs } from "../../staff/console/ticket-acts.ts";

/*
 * The console's table of acts against the queue itself: an act is offered exactly where `decide` takes it, in every state of the ticket and of
 * the counter. What the console cannot know (a clock, somebody else's act a moment ago) is the hub's to refuse.
 */

const at = { counterId: "quay-1", officer: lan } as const;
const there = { counterId: "quay-2", officer: hung } as const;
const ticketId = "phieu-1";
const services = [
	{ id: "ho-tich", prefix: "A", name: { vi: "Hộ tịch", en: "Civil status" } },
	{ id: "chung-thuc", prefix: "B", name: { vi: "Chứng thực", en: "Copies" } },
];

/** How the ticket comes to be where it is. */
const places: Record<string, readonly Command[]> = {
	nobody: [{ type: "give-up", ticketId }],
	waiting: [],
	"called here": [{ type: "call-next", ...at }],
	"served here": [
		{ type: "call-next", ...at },
		{ type: "start", ...at },
	],
	"called elsewhere": [{ type: "call-next", ...there }],
	"served elsewhere": [
		{ type: "call-next", ...there },
		{ type: "start", ...there },
	],
	parked: [
		{ type: "call-next", ...at },
		{ type: "park", ...at },
	],
	missed: [
		{ type: "call-next", ...at },
		{ type: "miss", ...at },
	],
	done: [
		{ type: "call-next", ...at },
		{ type: "finish", ...at },
	],
};

const counters: Record<string, readonly Command[]> = {
	open: [],
	paused: [{ type: "pause-counter", ...at }],
	"open, the hall stopped": [{ type: "stop-hall", reason: "power", note: null }],
	"paused, the hall stopped": [
		{ type: "pause-counter", ...at },
		{ type: "stop-hall", reason: "power", note: null },
	],
};

const situations = Object.keys(places).flatMap((place) =>
	Object.keys(counters).map((counter) => ({ place, counter })),
);

function situation(place: string, counter: string) {
	const day = queueDay();
	day.issue("ho-tich");
	day.open("quay-1");
	day.open("quay-2", hung);
	for (const step of [...(places[place] ?? []), ...(counters[counter] ?? [])]) {
		expect(day.apply(step).ok).toBe(true);
	}
	const row = staffView({ services }).row(day.state, "counter:quay-1");
	if (row?.kind !== "counter") throw new Error("there is no such counter");
	const lastAct = day.state.counters.get("quay-1")?.lastAct;
	const seat: Seat = {
		counter: row,
		stopped: day.state.hall.stopped !== null,
		away: false,
		undoable: lastAct ? { what: "", act: lastAct.lastSeq, endsAtMs: 0 } : null,
	};
	const takes = (command: Command) =>
		decide(day.state, command, { now: day.state.clockMs, newTicketId: () => "phieu-9" }).ok;
	return { day, seat, takes };
}

/** What the hub makes of an act, as its routes do. */
function commandOf({ path, body }: Act): Command {
	switch (path) {
		case "open":
			return { type: "open-counter", ...at, holdsMany: false, takeOver: false, ...body };
		case "pause":
			return { type: "pause-counter", ...at, ...body };
		case "close":
			return { type: "close-counter", ...at, ...body };
		case "call":
			return { type: "call-ticket", ...at, ticketId: "", reason: "Người bệnh nặng", ...body };
		default:
			return { type: path, ...at, ...body } as Command;
	}
}

/** What is sent once a question is answered; null where the answer is no act on the queue. */
function answerTo(question: Question, seat: Seat): Act | null {
	switch (question.about) {
		case "parking":
			return { path: "park", body: { ticketId: question.ticket.id, reason: "Thiếu bản sao" } };
		case "transferring":
			return {
				path: "transfer",
				body: { ticketId: question.ticket.id, toServiceId: "chung-thuc", note: "Xem giúp" },
			};
		case "closing":
			return { path: "close", body: { current: "finish", ifCurrent: question.ticket.id } };
		case "pausing":
			return { path: "pause", body: { reason: "Nghỉ trưa" } };
		case "services":
			return { path: "open", body: { services: seat.counter.services.slice(0, 1) } };
		default:
			return null;
	}
}

/** What an action would send were its button not off. */
function actOf(action: Action, seat: Seat): Act | null {
	const question = action.asks?.(seat);
	if (question) return answerTo(question, seat);
	if (action.perform) return action.perform(seat);
	// Nobody is here about whom it could ask: it would be sent all the same.
	return action.name === "park" || action.name === "transfer"
		? { path: action.name, body: { toServiceId: "chung-thuc" } }
		: null;
}

/** What is offered though the queue takes it elsewhere too, and why that is no loss. */
const offeredLess: Partial<Record<Action["name"], (seat: Seat) => boolean>> = {
	// A pause may be said again, with another reason: its button is that of opening then.
	pause: ({ counter }) => counter.status === "paused",
	// An open counter is opened once more without anything happening.
	reopen: ({ counter }) => counter.status === "open",
	// A counter with one service has nothing to choose from.
	services: ({ counter }) => counter.services.length < 2,
};

describe.each(situations)("with somebody $place and the counter $counter", ({ place, counter }) => {
	test("each act of the counter is offered exactly where the queue takes it", () => {
		const { seat, takes } = situation(place, counter);
		for (const action of actions) {
			// The hub alone prints, and what has no act is no matter of the queue.
			const act = action.name === "print" ? null : actOf(action, seat);
			if (!act || offeredLess[action.name]?.(seat)) continue;
			expect([action.name, action.off(seat) === null]).toEqual([
				action.name,
				takes(commandOf(act)),
			]);
		}
	});

	test("each act of a ticket that is looked at is offered exactly where the queue takes it", () => {
		const { day, seat, takes } = situation(place, counter);
		const ticket = day.state.tickets.get(ticketId);
		if (!ticket) throw new Error("the ticket is gone");
		const held = { ...ticket };
		for (const entry of ticketActs) {
			if (entry.name === "print") continue;
			const question = entry.asks?.(held);
			const act = question ? answerTo(question, seat) : entry.perform?.(seat, held);
			if (!act) throw new Error(`${entry.name} does nothing`);
			// Giving up what was given up before changes nothing, and is not offered.
			if (entry.name === "cancel" && ticket.state === "cancelled") continue;
			expect([entry.name, entry.off(seat, held) === null]).toEqual([
				entry.name,
				takes(commandOf(act)),
			]);
		}
	});
});

test("every state that a ticket can be in at a counter is looked at", () => {
	const seen = new Set<TicketState>();
	for (const { place } of situations) {
		const state = situation(place, "open").day.state.tickets.get(ticketId)?.state;
		if (state) seen.add(state);
	}
	expect([...seen].sort()).toEqual(
		["called", "cancelled", "done", "missed", "parked", "serving", "waiting"].sort(),
	);
});

test("a question about a ticket says whom it is about", () => {
	const { seat } = situation("served here", "open");
	for (const action of actions) {
		const question = action.asks?.(seat);
		if (question && "ticket" in question) expect(question.ticket.id).toBe(ticketId);
	}
});
