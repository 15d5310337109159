import fc from "fast-check";
import { expect, test } from "vitest";
import type { Event } from "../event.ts";
import { evolve } from "../evolve.ts";
import { callingOrder } from "../order.ts";
import { queueDay } from "../rehearsal.ts";
import { aimed, days } from "../rehearsal-commands.ts";
import { settings } from "../rehearsal-settings.ts";
import { servedAt } from "../serving.ts";
import { emptyState, type QueueState } from "../state.ts";
import { layFloor } from "./floor.ts";
import { createPick } from "./pick.ts";
import { beginLane, newRunLane, takeHead } from "./run-lane.ts";

type Day = ReturnType<typeof queueDay>;

/** Random days under whatever rules, and what holds at the end of each for every counter. */
function atEachCounter(rule: (day: Day, counterId: string) => void): void {
	fc.assert(
		fc.property(settings, days, (office, happenings) => {
			const day = queueDay(office);
			for (const named of happenings) {
				const one = aimed(day.state, named);
				if (one.type === "wait") day.wait(one.minutes);
				else day.apply(one);
			}
			for (const { id } of day.state.settings.counters) rule(day, id);
		}),
		{ numRuns: 300 },
	);
}

/** Whom one counter calls, one after the other at the same moment, and which newcomers would be called before whom. */
function calls(day: Day, counterId: string, withNewcomers: boolean) {
	const now = Math.max(day.now(), day.state.clockMs);
	const floor = layFloor(day.state, now);
	const counter = floor.counters.find(({ id }) => id === counterId);
	const lanes = (counter?.lanes ?? []).map(newRunLane);
	const greeted = new Map<string, number>();
	const order: string[] = [];
	const pick = createPick(floor, lanes, counter?.turns ?? {}, (lane) => {
		lane.isNewcomerLeft = false;
		greeted.set(`${lane.floor.serviceId}/${lane.floor.priorityClass ?? ""}`, order.length);
	});
	for (const lane of lanes) {
		beginLane(lane);
		if (!withNewcomers) lane.isNewcomerLeft = false;
	}
	pick.begin();
	for (let lane = pick.next(now); lane?.head; lane = pick.next(now)) {
		order.push(lane.head.id);
		takeHead(lane);
	}
	return { order, greeted };
}

/** All who might come are tried together, so that turns are a little other ones than if each came alone. */
function takesTurns({ policy }: QueueState): boolean {
	const { classes, services, pickupEvery } = policy;
	return classes.rule === "ratio" || services === "weights" || pickupEvery !== null;
}

function coming(serviceId: string, priorityClass: string | null): Event {
	return {
		type: "ticket-issued",
		ticketId: "người mới",
		number: "A999",
		serviceId,
		priorityClass,
		procedureCode: null,
		language: "vi",
		kioskId: null,
	};
}

function trueOrder({ state, now }: Day, counterId: string): string[] {
	const turns = state.counters.get(counterId)?.turns ?? {};
	const caller = { services: servedAt(state, counterId), turns, counterId };
	return [...callingOrder(state, caller, now())].map(({ ticket }) => ticket.id);
}

test("a counter of a run calls in the very order in which the office would, under every rule", () => {
	atEachCounter((day, counterId) => {
		expect(calls(day, counterId, false).order).toEqual(trueOrder(day, counterId));
	});
});

test("nobody is called otherwise because somebody else asks how long they would wait", () => {
	atEachCounter((day, counterId) => {
		expect(calls(day, counterId, true).order).toEqual(trueOrder(day, counterId));
	});
});

test("whoever would come now is called where they would be called if they came", () => {
	atEachCounter((day, counterId) => {
		const { state } = day;
		if (state.hall.stopped || state.dayClosed) return;
		const now = new Date(Math.max(day.now(), state.clockMs)).toISOString();
		const { greeted } = calls(day, counterId, true);
		for (const [key, place] of greeted) {
			const [serviceId = "", priorityClass] = key.split("/");
			// The same day once more, and somebody comes.
			const twin = emptyState();
			for (const event of day.events) evolve(twin, event);
			evolve(twin, { ...coming(serviceId, priorityClass || null), seq: twin.seq + 1, at: now });
			const truePlace = trueOrder({ ...day, state: twin }, counterId).indexOf("người mới");
			expect(Math.abs(truePlace - place)).toBeLessThanOrEqual(takesTurns(state) ? 4 : 0);
		}
	});
});
