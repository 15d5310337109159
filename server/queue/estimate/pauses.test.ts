import { expect, test } from "vitest";
import { createPauses } from "./pauses.ts";
import { createRandom } from "./random.ts";

const minuteMs = 60_000;
const at = (minutes: number) => minutes * minuteMs;
/** Four hours, a break, and four hours. */
const spans = [
	{ from: at(0), to: at(240) },
	{ from: at(360), to: at(600) },
];

/** Forty half days at a counter: in every one a pause of ten minutes after two hours and a half, and no other. */
function seen() {
	const pauses = createPauses();
	for (let day = 0; day < 20; day++) {
		for (const from of [at(0), at(360)]) {
			const fromMs = from + at(150);
			pauses.worked(from, fromMs, null, spans);
			const pause = { fromMs, lengthMs: at(10), isClosed: false, pausedMs: null, spans };
			pauses.made(pause);
			pauses.worked(fromMs + at(10), from + at(240), fromMs, spans);
		}
	}
	return pauses.belief();
}

const shareOf = (draw: () => boolean) =>
	Array.from({ length: 400 }, draw).filter(Boolean).length / 400;

test("in a half of the day officers pause when they usually do", () => {
	const random = createRandom(3);
	const belief = seen();
	const drawn = () => belief.drawNextMs(at(0), null, spans, random);
	expect(shareOf(() => drawn() < at(120))).toBeLessThan(0.05);
	expect(shareOf(() => drawn() < at(180))).toBeGreaterThan(0.8);
});

test("whoever has had a pause makes hardly another before the break, and one after it as usual", () => {
	const random = createRandom(3);
	const belief = seen();
	const drawn = () => belief.drawNextMs(at(60), at(50), spans, random);
	expect(shareOf(() => drawn() < at(240))).toBeLessThan(0.15);
	expect(shareOf(() => drawn() < at(600))).toBeGreaterThan(0.8);
});

test("how long closed counters stay away is learned apart from pauses", () => {
	const pauses = createPauses();
	const pause = { fromMs: at(60), pausedMs: null, spans };
	for (let day = 0; day < 80; day++) {
		pauses.made({ ...pause, lengthMs: at(10), isClosed: false });
		pauses.made({ ...pause, lengthMs: at(50), isClosed: true });
	}
	const { pausedLengths, closedLengths } = pauses.belief();
	expect(pausedLengths.filter((ms) => ms === at(50))).toEqual([]);
	expect(closedLengths.filter((ms) => ms === at(50)).length).toBeGreaterThan(40);
});

test("an office that never closes has pauses at any time", () => {
	const random = createRandom(3);
	const drawn = createPauses().belief();
	const next = Array.from({ length: 400 }, () => drawn.drawNextMs(at(60), null, null, random));
	expect(next.every((ms) => ms >= at(60) && Number.isFinite(ms))).toBe(true);
});
