import fc from "fast-check";
import { expect, test } from "vitest";
import type { QueueSettings } from "../event.ts";
import { usualPolicy } from "../policy.ts";
import { hung, lan, mai, queueDay } from "../rehearsal.ts";
import { aimed, days } from "../rehearsal-commands.ts";
import { settings as anySettings } from "../rehearsal-settings.ts";
import { createEstimator, type EstimatorParts } from "./estimator.ts";
import type { DayHours } from "./hours.ts";
import type { Wait } from "./waits.ts";

const minuteMs = 60_000;
/** Eight in the morning in Vietnam: when a day of the rehearsal begins. */
const morning = Date.UTC(2026, 10, 21, 1);

const oneCounter: QueueSettings = {
	digest: "1",
	services: [{ id: "ho-tich", prefix: "A" }],
	counters: [{ id: "quay-1", label: "1", services: ["ho-tich"] }],
	priorityClasses: ["nguoi-cao-tuoi"],
};

const hoursAll = () => null;
const hours = (spans: [number, number][]) => (): DayHours => {
	const all = spans.map(([from, to]) => ({
		from: morning + from * minuteMs,
		to: morning + to * minuteMs,
	}));
	return { counters: all, tickets: all };
};

function office(parts: Partial<EstimatorParts> = {}, settings: QueueSettings = oneCounter) {
	const estimator = createEstimator({
		minutesOf: () => null,
		hours: hoursAll,
		seed: 7,
		...parts,
	});
	const day = queueDay(settings, estimator.saw);
	return {
		...day,
		estimator,
		waits: () => estimator.estimate(day.state, day.now()),
		newcomer: (serviceId = "ho-tich", priorityClass: string | null = null) =>
			estimator.estimate(day.state, day.now()).newcomer(serviceId, priorityClass),
		/** So many people, one after the other, take so long each. */
		serve(people: number, minutes: number): void {
			for (let at = 0; at < people; at++) {
				day.issue("ho-tich");
				day.callNext("quay-1");
				day.wait(minutes);
				day.apply({ type: "finish", counterId: "quay-1", officer: lan });
			}
		},
	};
}

const minutes = (ms: number) => ms / minuteMs;
const holds = (wait: Wait | null, after: number) => {
	expect(wait).not.toBeNull();
	expect(minutes(wait?.lowMs ?? 0)).toBeLessThanOrEqual(after);
	expect(minutes(wait?.highMs ?? 0)).toBeGreaterThanOrEqual(after);
};
const middle = (wait: Wait | null) => minutes(wait?.middleMs ?? Number.NaN);

test("at one counter where everybody takes six minutes the nth waits n times six", () => {
	const one = office();
	one.open("quay-1");
	one.serve(60, 6);
	for (let people = 0; people < 8; people++) one.issue("ho-tich");
	one.callNext("quay-1");
	const waits = one.waits();
	const line = [...one.state.tickets.values()].filter(({ state }) => state === "waiting");
	for (const [at, { id }] of line.entries()) {
		const wait = waits.ticket(id);
		holds(wait, (at + 1) * 6);
		expect(middle(wait)).toBeGreaterThan((at + 1) * 6 * 0.9);
		expect(middle(wait)).toBeLessThan((at + 1) * 6 * 1.15);
	}
	holds(waits.newcomer("ho-tich", null), 8 * 6);
});

test("whoever is at the counter and nearly done keeps the next one waiting only for the rest", () => {
	const one = office();
	one.open("quay-1");
	one.serve(60, 6);
	one.issue("ho-tich");
	one.callNext("quay-1");
	one.wait(4);
	holds(one.newcomer(), 2);
	expect(middle(one.newcomer())).toBeLessThan(3.5);
});

test("where nobody waits and the counter is free, one is called at once", () => {
	const one = office();
	one.open("quay-1");
	one.serve(20, 6);
	expect(minutes(one.newcomer()?.highMs ?? 99)).toBeLessThan(3);
});

test("nothing is said where nobody knows how long anything takes, or nobody is there to call", () => {
	const one = office();
	one.open("quay-1");
	expect(one.newcomer()).toBeNull();
	one.serve(20, 6);
	expect(one.newcomer()).not.toBeNull();
	expect(one.newcomer("dat-dai")).toBeNull();
	one.apply({ type: "close-counter", counterId: "quay-1", officer: lan });
	expect(one.newcomer()).toBeNull();
});

test("nothing is said while the hall is stopped, and something again afterwards", () => {
	const one = office({ minutesOf: () => 6 });
	one.open("quay-1");
	one.apply({ type: "stop-hall", reason: "power", note: null });
	expect(one.newcomer()).toBeNull();
	one.apply({ type: "resume-hall" });
	expect(one.newcomer()).not.toBeNull();
});

test("what the office file says is enough to begin with", () => {
	const one = office({ minutesOf: () => 10 });
	one.open("quay-1");
	for (let people = 0; people < 4; people++) one.issue("ho-tich");
	holds(one.newcomer(), 40);
});

test("a break is waited out", () => {
	// Until half past nine, and again from half past ten.
	const one = office({
		minutesOf: () => 10,
		hours: hours([
			[0, 90],
			[150, 400],
		]),
	});
	one.open("quay-1");
	one.until(morning + 85 * minuteMs);
	for (let people = 0; people < 3; people++) one.issue("ho-tich");
	one.callNext("quay-1");
	const wait = one.newcomer();
	expect(minutes(wait?.lowMs ?? 0)).toBeGreaterThan(60);
	expect(minutes(wait?.highMs ?? 0)).toBeLessThan(130);
});

test("whoever will hardly be called before the office closes is told nothing", () => {
	const one = office({ minutesOf: () => 10, hours: hours([[0, 60]]) });
	one.open("quay-1");
	for (let people = 0; people < 30; people++) one.issue("ho-tich");
	expect(one.newcomer()).toBeNull();
	const second = [...one.state.tickets.values()][1];
	expect(one.waits().ticket(second?.id ?? "")).not.toBeNull();
});

test("before the doors open one waits for the counters to open", () => {
	const one = office({ minutesOf: () => 6, hours: hours([[45, 300]]) });
	one.issue("ho-tich");
	const wait = one.newcomer();
	expect(minutes(wait?.lowMs ?? 0)).toBeGreaterThan(40);
	holds(wait, 52);
});

test("a counter that is paused is waited for, as long as pauses last", () => {
	const one = office({ minutesOf: () => 6 });
	one.open("quay-1");
	for (let at = 0; at < 12; at++) {
		one.wait(30);
		one.apply({ type: "pause-counter", counterId: "quay-1", officer: lan });
		one.wait(15);
		one.open("quay-1");
	}
	one.apply({ type: "pause-counter", counterId: "quay-1", officer: lan });
	one.wait(5);
	holds(one.newcomer(), 10);
	expect(minutes(one.newcomer()?.lowMs ?? 0)).toBeGreaterThan(2);
});

test("twice as many counters halve the wait", () => {
	const two: QueueSettings = {
		...oneCounter,
		counters: ["quay-1", "quay-2"].map((id) => ({ id, label: id, services: ["ho-tich"] })),
	};
	const one = office({ minutesOf: () => 6 }, two);
	one.open("quay-1");
	for (let people = 0; people < 20; people++) one.issue("ho-tich");
	const alone = middle(one.newcomer());
	one.open("quay-2", hung);
	const both = middle(one.newcomer());
	expect(both / alone).toBeGreaterThan(0.4);
	expect(both / alone).toBeLessThan(0.6);
});

test("whoever has priority waits less, and others more for those who will come", () => {
	const strict: QueueSettings = {
		...oneCounter,
		policy: {
			...usualPolicy,
			classes: { rule: "strict" },
			standing: { "nguoi-cao-tuoi": { level: 1, headStartMinutes: 0, pickup: false } },
		},
	};
	const many = office({ minutesOf: () => 6 }, strict);
	const few = office({ minutesOf: () => 6 }, strict);
	for (const { open, issue, wait, callNext } of [many, few]) {
		open("quay-1");
		for (let at = 0; at < 20; at++) {
			// Old people come to the one office every quarter of an hour, and never to the other.
			if (at % 2 === 0) issue("ho-tich", issue === many.issue ? "nguoi-cao-tuoi" : null);
			wait(7.5);
			callNext("quay-1");
		}
		for (let people = 0; people < 5; people++) issue("ho-tich");
	}
	expect(middle(many.newcomer("ho-tich", "nguoi-cao-tuoi"))).toBeLessThan(9);
	expect(middle(many.newcomer())).toBeGreaterThan(1.2 * middle(few.newcomer()));
});

test("what one day taught holds on the next", () => {
	const one = office();
	one.open("quay-1");
	one.serve(60, 6);
	const again = queueDay(oneCounter, one.estimator.saw);
	again.open("quay-1");
	for (let people = 0; people < 5; people++) again.issue("ho-tich");
	holds(one.estimator.estimate(again.state, again.now()).newcomer("ho-tich", null), 30);
});

test("the same events and the same moment give the same waits", () => {
	const [one, other] = [office({ minutesOf: () => 8 }), office({ minutesOf: () => 8 })];
	for (const { open, issue } of [one, other]) {
		open("quay-1");
		for (let people = 0; people < 9; people++) issue("ho-tich");
	}
	expect(one.newcomer()).toEqual(other.newcomer());
});

test("whatever happens, ranges are in order and nobody in a lane is told less than who stands before", () => {
	fc.assert(
		fc.property(anySettings, days, (settings, happenings) => {
			const one = office({ minutesOf: (id) => (id === "dat-dai" ? null : 7), runs: 8 }, settings);
			for (const named of happenings) {
				const happening = aimed(one.state, named);
				if (happening.type === "wait") one.wait(happening.minutes);
				else one.apply(happening);
			}
			one.open("quay-3", mai);
			const waits = one.waits();
			for (const lanes of one.state.lines.values()) {
				for (const { ticketIds } of lanes) {
					let before: Wait | null = null;
					for (const id of ticketIds) {
						const wait = waits.ticket(id);
						expectInOrder(wait, before);
						before = wait ?? before;
					}
				}
			}
			for (const { id } of one.state.settings.services) {
				for (const priorityClass of [null, ...one.state.settings.priorityClasses]) {
					expectInOrder(waits.newcomer(id, priorityClass), null);
				}
			}
		}),
		{ numRuns: 150 },
	);
});

function expectInOrder(wait: Wait | null, before: Wait | null): void {
	if (!wait) return;
	expect(wait.lowMs).toBeGreaterThanOrEqual(before?.lowMs ?? 0);
	expect(wait.middleMs).toBeGreaterThanOrEqual(Math.max(wait.lowMs, before?.middleMs ?? 0));
	expect(wait.highMs).toBeGreaterThanOrEqual(Math.max(wait.middleMs, before?.highMs ?? 0));
	expect(wait.highMs).toBeLessThan(24 * 60 * minuteMs);
}
