import { expect, test } from "vitest";
import { loadSettings } from "../config/load.ts";
import { projectRoot } from "../config/places.ts";
import type { StampedEvent } from "../server/queue/event.ts";
import { evolve } from "../server/queue/evolve.ts";
import { emptyState, type QueueState } from "../server/queue/state.ts";
import { queueSettings } from "../server/queue-settings.ts";
import { calendarDay, openDays, withHours } from "./calendar.ts";
import type { Forecaster } from "./forecaster.ts";
import type { TicketStory } from "./happened.ts";
import { type DayKind, dayKinds } from "./laws/day-kind.ts";
import { drawDay } from "./laws/day-laws.ts";
import { drawOfficeLaws } from "./laws/office-laws.ts";
import { longestOvertimeMs } from "./laws/officers.ts";
import { naiveByService, naiveOverAll } from "./naive.ts";
import { createOracle } from "./oracle.ts";
import { runDay } from "./run.ts";

const office = officeOf("sample-hours.json");
const minuteMs = 60_000;

test("the same seed gives the same day, another seed another", () => {
	const [day = ""] = openDays(office, 1);
	const one = JSON.stringify(runOne("peak", day, "7").happened);
	expect(JSON.stringify(runOne("peak", day, "7").happened)).toBe(one);
	expect(JSON.stringify(runOne("peak", day, "8").happened)).not.toBe(one);
});

test.each(dayKinds)("on a %s day every number that was given ends in one way", (kind) => {
	for (const day of openDays(office, 5)) {
		const events: StampedEvent[] = [];
		const { happened } = runOne(kind, day, "1", listener(events));
		const count = (outcome: TicketStory["outcome"]) =>
			happened.tickets.filter((ticket) => ticket.outcome === outcome).length;
		const ended = count("done") + count("missed") + count("cancelled") + count("expired");
		expect(ended).toBe(events.filter(({ type }) => type === "ticket-issued").length);
		expect(ended).toBeGreaterThan(20);
		expect(count("done")).toBeGreaterThan(0.6 * ended);
		expect(happened.events).toBe(events.length);
	}
});

test("the events of a day are a ledger: folded again they give a day that is closed, with nobody at a counter", () => {
	const events: StampedEvent[] = [];
	runOne("peak", "2027-01-05", "3", listener(events));
	const state = emptyState();
	for (const event of events) evolve(state, event);
	expect(state.dayClosed).toBe(true);
	expect([...state.counters.values()].map(({ currentTicketId }) => currentTicketId)).toEqual(
		office.counters.map(() => null),
	);
});

test("nobody gets a number outside the hours for it, and nobody is called before opening or long after closing", () => {
	for (const kind of dayKinds) {
		for (const day of openDays(office, 6)) {
			const calendar = calendarDay(office, day);
			const closes = calendar.counters.at(-1)?.to ?? 0;
			for (const ticket of runOne(kind, day, "2").happened.tickets) {
				const { serviceId, issuedMs, calledMs } = ticket;
				const spans = calendar.byService.get(serviceId) ?? [];
				expect(spans.some(({ from, to }) => from <= issuedMs && issuedMs < to)).toBe(true);
				if (calledMs === null) continue;
				expect(calledMs).toBeGreaterThanOrEqual(calendar.counters[0]?.from ?? 0);
				expect(calledMs).toBeLessThanOrEqual(closes + longestOvertimeMs);
			}
		}
	}
});

test("a day has what days have: people at the door, priority, many files, visits, who is missed, who comes back, breaks and who gives up", () => {
	const seen = new Map<string, number>();
	const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
	for (const day of openDays(office, 10)) {
		const events: StampedEvent[] = [];
		runOne("peak", day, "1", listener(events));
		for (const event of events) {
			note(event.type);
			if (event.type !== "ticket-issued") continue;
			if (event.files) note("files");
			if (event.visit) note("visit");
			if (event.priorityClass) note("priority");
		}
	}
	const least = {
		"ticket-recalled": 50,
		"ticket-missed": 30,
		"ticket-restored": 3,
		"ticket-parked": 20,
		"ticket-unparked": 10,
		"ticket-transferred": 20,
		"ticket-cancelled": 10,
		"counter-paused": 20,
		files: 10,
		visit: 10,
		priority: 50,
	};
	for (const [what, count] of Object.entries(least)) {
		expect([what, (seen.get(what) ?? 0) >= count]).toEqual([what, true]);
	}
});

test("the rules that call are those of the office file", () => {
	const sample = officeOf("sample.json");
	const rulesWith = (calling: NonNullable<typeof sample.calling>) => {
		const changed = { ...sample, calling };
		const laws = drawOfficeLaws(sample, "1");
		const rules = openDays(sample, 4).flatMap((day) => {
			const place = { office: changed, settings: queueSettings(changed) };
			const { happened } = runDay(place, drawDay(laws, "peak", calendarDay(sample, day)));
			return happened.tickets.map(({ rule }) => rule);
		});
		return new Set(rules);
	};
	expect(rulesWith({})).toEqual(new Set(["first-come", null]));
	expect(rulesWith({ classes: { rule: "strict" } })).toContain("strict");
	expect(rulesWith(sample.calling ?? {})).toContain("maximum-wait");
});

test("the true law is right about itself: four in five waits lie in the range that holds four in five", () => {
	const waits = [...waitsOf("typical", 12), ...waitsOf("storm", 12)];
	expect(waits.length).toBeGreaterThan(100);
	const inside = waits.filter(({ wait, trueMs }) => {
		return wait !== null && wait.lowMs <= trueMs && trueMs <= wait.highMs;
	});
	// Three standard deviations of so many draws, and some more since the tickets of a day hang together.
	expect(inside.length / waits.length).toBeGreaterThan(0.68);
	expect(inside.length / waits.length).toBeLessThan(0.92);
});

test("asking the oracle changes nothing of the day", () => {
	const alone = runOne("peak", "2027-01-05", "5");
	const asked = runOne("peak", "2027-01-05", "5", createOracle({ runs: 3 }), naiveOverAll());
	expect(JSON.stringify(asked.happened)).toBe(JSON.stringify(alone.happened));
});

test("a naive wait is the people ahead, times the mean, over the counters that are open", () => {
	const naive = naiveByService();
	let checked = 0;
	const looking: Forecaster = {
		...naive,
		forecast(state, ticketId, nowMs) {
			const wait = naive.forecast(state, ticketId, nowMs);
			const service = state.tickets.get(ticketId)?.serviceId ?? "";
			if (wait && !hasOpenCounter(state, service)) throw new Error("nobody serves it");
			if (wait && wait.middleMs > 60 * minuteMs) checked++;
			if (wait) expect([wait.lowMs, wait.highMs]).toEqual([wait.middleMs, wait.middleMs]);
			return wait;
		},
	};
	runOne("peak", "2027-01-06", "1", looking);
	expect(checked).toBeGreaterThan(0);
});

function runOne(kind: DayKind, day: string, seed: string, ...forecasters: Forecaster[]) {
	const laws = drawDay(drawOfficeLaws(office, seed), kind, calendarDay(office, day));
	return runDay({ office, settings: queueSettings(office) }, laws, { forecasters, askEvery: 8 });
}

function waitsOf(kind: DayKind, days: number) {
	return openDays(office, days).flatMap((day) => {
		const { happened, said } = runOne(kind, day, "4", createOracle({ runs: 30 }));
		return said.flatMap(({ ticketId, waits }) => {
			const story = happened.tickets.find((ticket) => ticket.ticketId === ticketId);
			if (!story || story.calledMs === null) return [];
			return [{ wait: waits.oracle ?? null, trueMs: story.calledMs - story.issuedMs }];
		});
	});
}

function listener(events: StampedEvent[]): Forecaster {
	return {
		name: "listener",
		saw: (_, event) => events.push(event),
		forecast: () => null,
	};
}

function hasOpenCounter(state: QueueState, serviceId: string): boolean {
	return state.settings.counters.some(
		({ id, services }) => services.includes(serviceId) && state.counters.get(id)?.status === "open",
	);
}

function officeOf(name: string) {
	const loaded = loadSettings(`${projectRoot()}/config/offices/${name}`);
	if (!loaded.ok) throw new Error(`${name} is not right`);
	return withHours(loaded.office);
}
