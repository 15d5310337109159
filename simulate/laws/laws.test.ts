import { expect, test } from "vitest";
import { loadSettings } from "../../config/load.ts";
import { projectRoot } from "../../config/places.ts";
import { calendarDay, openDays, withHours } from "../calendar.ts";
import { nextArrivalMs } from "./arrivals.ts";
import { dayKinds, kindsOfDay } from "./day-kind.ts";
import { drawDay } from "./day-laws.ts";
import { drawUntil, logNormal, momentSince, poisson } from "./draws.ts";
import { drawOfficeLaws } from "./office-laws.ts";
import { drawPlan, longestOvertimeMs } from "./officers.ts";
import { seeded } from "./random.ts";

const minuteMs = 60_000;
const loaded = loadSettings(`${projectRoot()}/config/offices/sample-hours.json`);
if (!loaded.ok) throw new Error("the sample office is not right");
const office = withHours(loaded.office);

test("chance is even, its streams are each their own, and the same seed gives the same", () => {
	const drawn = (seed: string) => {
		const random = seeded(seed);
		return Array.from({ length: 4_000 }, () => random.next());
	};
	expect(drawn("1")).toEqual(drawn("1"));
	expect(drawn("1")).not.toEqual(drawn("2"));
	const tenths = Array.from({ length: 10 }, () => 0);
	for (const value of drawn("1"))
		tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
	for (const count of tenths) expect(Math.abs(count - 400)).toBeLessThan(80);
	const random = seeded("1");
	const before = random.fork("hai").next();
	random.fork("mot").next();
	expect(random.fork("hai").next()).toBe(before);
});

test("draws keep to their laws", () => {
	const random = seeded("laws");
	const many = <T>(draw: () => T) => Array.from({ length: 8_000 }, draw);
	const below = many(() => logNormal(random, 10, 0.6)).filter((value) => value < 10).length;
	expect(below / 8_000).toBeCloseTo(0.5, 1);
	const mean = many(() => poisson(random, 7)).reduce((sum, count) => sum + count, 0) / 8_000;
	expect(mean).toBeCloseTo(7, 0);
});

test("what lasts already is drawn given that: never over before now, and longer the longer it has lasted where the tail is heavy", () => {
	const random = seeded("given");
	const left = (lastedMs: number) => {
		const moments = Array.from({ length: 2_000 }, () =>
			momentSince(0, lastedMs, () => logNormal(random, 10, 1)),
		);
		for (const atMs of moments) expect(atMs).toBeGreaterThanOrEqual(lastedMs);
		return moments.reduce((sum, atMs) => sum + atMs - lastedMs, 0) / moments.length;
	};
	expect(left(30)).toBeGreaterThan(1.2 * left(0));
	// What hardly ever happens is not waited for.
	expect(momentSince(0, 1e9, () => 1)).toBe(1e9);
	expect(
		drawUntil(
			() => 1,
			() => false,
		),
	).toBe(1);
});

test.each(dayKinds)("%s days differ from each other and stay within what such days are", (kind) => {
	const expected = openDays(office, 30).map((date) => {
		const day = drawDay(drawOfficeLaws(office, "1"), kind, calendarDay(office, date));
		const shares = day.classes.reduce((sum, { share }) => sum + share, 0);
		expect(shares).toBeLessThan(1);
		const [from, to] = kindsOfDay[kind].pickups;
		expect(day.hiddenPickups).toBeGreaterThanOrEqual(from);
		expect(day.hiddenPickups).toBeLessThanOrEqual(to);
		return day.wants.reduce((sum, { share }) => sum + share, 0);
	});
	expect(new Set(expected).size).toBe(30);
	expect(Math.min(...expected)).toBeGreaterThan(10);
	// Six counters do not serve a thousand people.
	expect(Math.max(...expected)).toBeLessThan(500);
});

test("more come on peak days than on typical ones, and few in a storm", () => {
	const people = (kind: (typeof dayKinds)[number]) =>
		openDays(office, 20).reduce((sum, date) => {
			const { wants } = drawDay(drawOfficeLaws(office, "1"), kind, calendarDay(office, date));
			return sum + wants.reduce((all, { share }) => all + share, 0);
		}, 0);
	expect(people("peak")).toBeGreaterThan(1.15 * people("typical"));
	expect(people("storm")).toBeLessThan(0.7 * people("typical"));
});

test("people come while numbers are given, most in the morning and again at three in the afternoon", () => {
	const [date = ""] = openDays(office, 1);
	const laws = drawDay(drawOfficeLaws(office, "1"), "peak", calendarDay(office, date));
	const random = seeded("arrivals");
	const counts = new Map<number, number>();
	for (let day = 0; day < 300; day++) {
		for (
			let atMs = nextArrivalMs(random, laws.quarters, 0);
			atMs < Number.POSITIVE_INFINITY;
			atMs = nextArrivalMs(random, laws.quarters, atMs)
		) {
			expect(laws.calendar.tickets.some(({ from, to }) => from <= atMs && atMs < to)).toBe(true);
			const hour = (new Date(atMs).getUTCHours() + 7) % 24;
			counts.set(hour, (counts.get(hour) ?? 0) + 1);
		}
	}
	const at = (hour: number) => counts.get(hour) ?? 0;
	expect(at(8)).toBeGreaterThan(1.3 * at(10));
	expect(Math.max(at(14), at(15))).toBeGreaterThan(at(13));
});

test("nobody calls longer after closing than offices do", () => {
	const [date = ""] = openDays(office, 1);
	const calendar = calendarDay(office, date);
	const laws = drawDay(drawOfficeLaws(office, "1"), "typical", calendar);
	const [span] = calendar.counters;
	if (!span) throw new Error("the office is closed");
	const random = seeded("plans");
	for (let place = 0; place < 300; place++) {
		const { opensMs, leavesMs } = drawPlan(random, laws.officer(place), span, place % 2 === 0);
		expect(leavesMs).toBeLessThanOrEqual(span.to + longestOvertimeMs);
		expect(leavesMs).toBeGreaterThanOrEqual(span.to - 20 * minuteMs);
		if (opensMs !== Number.POSITIVE_INFINITY) expect(opensMs).toBeGreaterThanOrEqual(span.from);
	}
});
