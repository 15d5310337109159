import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Spread } from "../../protocol/reports.ts";
import type { StampedEvent } from "../queue/event.ts";
import { lan, queueDay } from "../queue/rehearsal.ts";
import { aimed, days } from "../queue/rehearsal-commands.ts";
import { settings } from "../queue/rehearsal-settings.ts";
import { dayFigures, emptyTally, type Tally } from "./day-figures.ts";
import { spreadOf } from "./spread.ts";

const hourOf = (atMs: number) => new Date(atMs + 7 * 3_600_000).getUTCHours();
const atOne = { counterId: "quay-1", officer: lan };
const minutes = (count: number) => count * 60_000;

/** A day of one counter, and its figures so far. */
function day() {
	const figures = dayFigures();
	const office = queueDay(undefined, (_state, event) => figures.saw(event));
	office.open("quay-1");
	return {
		...office,
		figures: () => figures.standing(hourOf),
		figuresWith: (rest: () => Promise<void>) => figures.standing(hourOf, rest),
	};
}

const said = (tally: Tally | undefined) => ({ ...emptyTally(), ...tally });

describe("a wait", () => {
	test("is from the number to the first call, and a second call after an absence adds none", async () => {
		const { issue, wait, callNext, apply, figures } = day();
		issue("ho-tich");
		wait(10);
		callNext("quay-1");
		apply({ type: "miss", ...atOne });
		apply({ type: "restore", ticketId: "phieu-1", ...atOne });
		wait(30);
		callNext("quay-1");
		const { total } = await figures();
		expect(total.called).toBe(2);
		expect(total.waitsMs.map((ms) => Math.round(ms / 60_000))).toEqual([10]);
	});

	test("begins anew where somebody is sent on to another service, and not to another counter of the same", async () => {
		const { issue, wait, callNext, apply, figures } = day();
		issue("ho-tich");
		wait(5);
		callNext("quay-1");
		apply({ type: "transfer", ...atOne, toServiceId: "chung-thuc" });
		wait(7);
		callNext("quay-1");
		const { services, total } = await figures();
		expect(services.get("ho-tich")?.waitsMs.map((ms) => Math.round(ms / 60_000))).toEqual([5]);
		expect(services.get("chung-thuc")?.waitsMs.map((ms) => Math.round(ms / 60_000))).toEqual([7]);
		expect(total.issued).toBe(1);
		expect(services.get("chung-thuc")?.issued ?? 0).toBe(0);
	});
});

describe("a service", () => {
	test("is from its start to its end; from the call where nobody said that it began", async () => {
		const { issue, wait, callNext, apply, figures } = day();
		for (let person = 0; person < 2; person++) issue("ho-tich");
		callNext("quay-1");
		wait(2);
		apply({ type: "start", ...atOne });
		wait(8);
		callNext("quay-1");
		wait(3);
		apply({ type: "finish", ...atOne });
		const { total, counters } = await figures();
		expect(total.servicesMs.map((ms) => Math.round(ms / 60_000))).toEqual([8, 3]);
		expect(counters.get("quay-1")?.served).toBe(2);
	});

	test("is without the time for which somebody was put aside", async () => {
		const { issue, wait, callNext, apply, figures } = day();
		issue("ho-tich");
		callNext("quay-1");
		apply({ type: "start", ...atOne });
		wait(4);
		apply({ type: "park", ...atOne });
		wait(60);
		apply({ type: "unpark", ticketId: "phieu-1", ...atOne });
		callNext("quay-1");
		apply({ type: "start", ...atOne });
		wait(6);
		apply({ type: "finish", ...atOne });
		expect((await figures()).total.servicesMs.map((ms) => Math.round(ms / 60_000))).toEqual([10]);
	});

	test("of one number for two services counts in each", async () => {
		const { visit, wait, callNext, apply, figures } = day();
		visit("ho-tich", ["chung-thuc"]);
		callNext("quay-1");
		wait(3);
		apply({ type: "finish", ...atOne });
		wait(1);
		callNext("quay-1");
		apply({ type: "finish", ...atOne });
		const { total, services } = await figures();
		expect(total).toMatchObject({ issued: 1, served: 2, open: 0 });
		expect(services.get("ho-tich")).toMatchObject({ issued: 1, served: 1 });
		expect(services.get("chung-thuc")).toMatchObject({ issued: 0, served: 1 });
	});
});

test("what was undone never was: neither the call, nor the end of the one before it", async () => {
	const { issue, wait, callNext, apply, figures } = day();
	for (let person = 0; person < 2; person++) issue("ho-tich");
	callNext("quay-1");
	const before = await figures();
	wait(0.1);
	callNext("quay-1");
	apply({ type: "undo", ...atOne });
	expect(await figures()).toEqual(before);
});

test("a number on paper counts where and when it was written that it was, and not at all where it was taken back", async () => {
	const { now, wait, apply, figures } = day();
	const iso = (atMs: number) => new Date(atMs).toISOString();
	const begun = now();
	wait(60);
	const slip = { type: "enter-slip", serviceId: "ho-tich", priorityClass: null } as const;
	const takenAt = iso(begun);
	apply({
		...slip,
		number: "A901",
		takenAt,
		outcome: {
			as: "served",
			counterId: "quay-1",
			startedAt: iso(begun + minutes(12)),
			endedAt: iso(begun + minutes(20)),
		},
	});
	apply({ ...slip, number: "A902", takenAt, outcome: { as: "left", endedAt: iso(begun + 1_000) } });
	const { total, counters, hours } = await figures();
	expect(total).toMatchObject({
		issued: 2,
		served: 1,
		cancelled: 1,
		waitsMs: [minutes(12)],
		servicesMs: [minutes(8)],
	});
	expect(said(counters.get("quay-1"))).toMatchObject({ served: 1 });
	expect(hours.get(hourOf(begun))).toMatchObject({ issued: 2 });
	apply({ type: "withdraw-slip", ticketId: "phieu-1" });
	apply({ type: "withdraw-slip", ticketId: "phieu-2" });
	expect((await figures()).total).toEqual(emptyTally());
});

test("who is left when the day ends is no longer open; who did not come stays that", async () => {
	const { issue, callNext, apply, figures } = day();
	for (let person = 0; person < 3; person++)
		issue("ho-tich", person === 2 ? "nguoi-cao-tuoi" : null);
	callNext("quay-1");
	apply({ type: "miss", ...atOne });
	apply({ type: "close-day" });
	const { isOver, total, classes } = await figures();
	expect(isOver).toBe(true);
	expect(total).toMatchObject({ missed: 1, expired: 2, open: 0 });
	expect(classes.get("nguoi-cao-tuoi")).toMatchObject({ issued: 1 });
});

test("what is seen while it is reckoned is not in it", async () => {
	const { issue, figuresWith } = day();
	for (let person = 0; person < 600; person++) issue("ho-tich");
	let rests = 0;
	const standing = await figuresWith(async () => {
		if (rests++ === 0) issue("ho-tich");
	});
	expect(rests).toBe(2);
	expect(standing.total.issued).toBe(600);
});

test("every figure is what another way of counting gives, whatever happened", async () => {
	await fc.assert(
		fc.asyncProperty(settings, days, async (office, happenings) => {
			const figures = dayFigures();
			const { state, events, apply, wait } = queueDay(office, (_state, event) =>
				figures.saw(event),
			);
			for (const named of happenings) {
				const one = aimed(state, named);
				if (one.type === "wait") wait(one.minutes);
				else apply(one);
			}
			const standing = await figures.standing(hourOf);
			expect(plain(standing, spreadOf)).toEqual(plain(countedAgain(events), spreadByHand));
			// And the queue's own state knows how each number stands.
			const { total } = standing;
			const numbers = [...state.tickets.values()];
			const inState = (...states: string[]) =>
				numbers.filter((ticket) => states.includes(ticket.state)).length;
			expect(total.issued).toBe(numbers.length);
			expect(total.open).toBe(inState("waiting", "called", "serving", "parked"));
			expect(total.cancelled).toBe(inState("cancelled"));
			expect(total.missed + total.expired).toBe(inState("missed", "expired"));
		}),
		{ numRuns: Number(process.env.QUEUE_DAYS ?? 300) },
	);
});

/** By what can be written as a text. */
type Grouped = ReadonlyMap<string, Tally> | ReadonlyMap<number, Tally>;

type Counted = Record<"services" | "counters" | "hours", Grouped> & { total: Tally };

/** @param spread of the times of each tally */
function plain(
	{ total, services, counters, hours }: Counted,
	spread: (times: readonly number[]) => Spread,
) {
	const told = (tally: Tally) => {
		const sorted = inOrder(tally);
		return { ...sorted, wait: spread(sorted.waitsMs), service: spread(sorted.servicesMs) };
	};
	const sorted = (tallies: Grouped) =>
		[...tallies]
			.filter(([, tally]) => JSON.stringify(tally) !== JSON.stringify(emptyTally()))
			.map(([key, tally]) => [String(key), told(tally)] as const)
			.sort(([one], [other]) => one.localeCompare(other));
	return {
		total: told(total),
		services: sorted(services),
		counters: sorted(counters),
		hours: sorted(hours),
	};
}

/** The shortest time for which it can be said, found by asking of each. */
function spreadByHand(times: readonly number[]): Spread {
	if (times.length === 0) return null;
	const notLongerThan = (time: number) => times.filter((one) => one <= time).length;
	const ofTen = (tenths: number) =>
		Math.min(...times.filter((time) => notLongerThan(time) * 10 >= times.length * tenths));
	let twice = times.length;
	for (const time of times) twice += 2 * time;
	return {
		count: times.length,
		// Halves go up.
		meanMs: Math.floor(twice / (2 * times.length)),
		p50Ms: ofTen(5),
		p90Ms: ofTen(9),
		maxMs: Math.max(...times),
	};
}

function inOrder(tally: Tally): Tally {
	const sorted = (times: number[]) => [...times].sort((one, other) => one - other);
	return { ...tally, waitsMs: sorted(tally.waitsMs), servicesMs: sorted(tally.servicesMs) };
}

/**
 * The same figures counted as one would by hand: what was undone is struck out of the list of what happened, and of what is left each number's
 * own is read from front to back, as often as there are questions.
 */
function countedAgain(events: readonly StampedEvent[]) {
	type OfTicket = Extract<StampedEvent, { ticketId: string }>;
	const kept: OfTicket[] = [];
	for (const event of events) {
		if (!("ticketId" in event)) continue;
		if (event.type !== "ticket-set-back") {
			kept.push(event);
			continue;
		}
		const undone = kept.findLastIndex(
			(one) =>
				one.ticketId === event.ticketId &&
				"counterId" in one &&
				one.counterId === event.counterId &&
				!(one.type === "ticket-cancelled" && one.by === "holder"),
		);
		kept.splice(undone, 1);
	}
	const total = emptyTally();
	const services = new Map<string, Tally>();
	const counters = new Map<string, Tally>();
	const hours = new Map<string, Tally>();
	const of = (map: Map<string, Tally>, key: string) => {
		if (!map.has(key)) map.set(key, emptyTally());
		return map.get(key) ?? emptyTally();
	};
	const dayEnds = events.filter(({ type }) => type === "day-closed").map(({ seq }) => seq);
	for (const ticketId of new Set(kept.map((event) => event.ticketId))) {
		const own = kept.filter((event) => event.ticketId === ticketId);
		const [first] = own;
		if (first?.type !== "ticket-issued") throw new Error("it begins with something else");
		if (own.some(({ type }) => type === "slip-withdrawn")) continue;
		let serviceId = first.serviceId;
		let cameMs = Date.parse(first.slip?.takenAt ?? first.at);
		const hour = (atMs: number) => of(hours, String(hourOf(atMs)));
		for (const tally of [total, of(services, serviceId), hour(cameMs)]) tally.issued++;
		let served = 0;
		let sinceMs: number | null = null;
		let isFirst = true;
		const settled = own.find((event) => event.type === "slip-settled");
		if (settled) {
			const { as, counterId, startedAt, endedAt } = settled;
			const where = (at: string) => [
				total,
				of(services, serviceId),
				hour(Date.parse(at)),
				...(counterId === null ? [] : [of(counters, counterId)]),
			];
			const began = startedAt === undefined ? null : Date.parse(startedAt);
			if (as === "left") for (const tally of where(endedAt)) tally.cancelled++;
			else {
				for (const tally of where(endedAt)) {
					tally.served++;
					if (began !== null) tally.servicesMs.push(Date.parse(endedAt) - began);
				}
				if (began !== null && startedAt !== undefined && counterId !== null) {
					for (const tally of where(startedAt)) {
						tally.called++;
						tally.waitsMs.push(began - cameMs);
					}
				}
			}
			continue;
		}
		for (const event of own) {
			const atMs = Date.parse(event.at);
			const counter = "counterId" in event ? event.counterId : null;
			const here = () => [
				total,
				of(services, serviceId),
				hour(atMs),
				...(counter === null ? [] : [of(counters, counter)]),
			];
			if (event.type === "ticket-called") {
				for (const tally of here()) tally.called++;
				if (isFirst) for (const tally of here()) tally.waitsMs.push(Math.max(0, atMs - cameMs));
				isFirst = false;
				sinceMs = atMs;
			}
			if (event.type === "ticket-started") sinceMs = atMs;
			if (event.type === "ticket-parked") served += Math.max(0, atMs - (sinceMs ?? atMs));
			const isServed =
				event.type === "ticket-finished" ||
				(event.type === "ticket-transferred" && event.by === "visit");
			if (isServed) {
				for (const tally of here()) {
					tally.served++;
					tally.servicesMs.push(served + Math.max(0, atMs - (sinceMs ?? atMs)));
				}
			}
			if (event.type === "ticket-transferred" && event.serviceId !== serviceId) {
				serviceId = event.serviceId;
				cameMs = atMs;
				isFirst = true;
				served = 0;
			}
			if (/parked|returned|transferred|missed|cancelled|finished/.test(event.type)) sinceMs = null;
		}
		const last = own.findLast(({ type }) => !/recalled/.test(type));
		const isGone =
			last?.type === "ticket-finished" ||
			last?.type === "ticket-missed" ||
			last?.type === "ticket-cancelled";
		if (last?.type === "ticket-missed" || last?.type === "ticket-cancelled") {
			const as = last.type === "ticket-missed" ? "missed" : "cancelled";
			const atCounter = last.counterId === null ? [] : [of(counters, last.counterId)];
			for (const tally of [
				total,
				of(services, serviceId),
				hour(Date.parse(last.at)),
				...atCounter,
			]) {
				tally[as]++;
			}
		} else if (!isGone) {
			const wasLeft = dayEnds.some((seq) => seq > (last?.seq ?? 0));
			for (const tally of [total, of(services, serviceId)]) tally[wasLeft ? "expired" : "open"]++;
		}
	}
	return { total, services, counters, hours };
}
