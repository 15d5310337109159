import { expect, test } from "vitest";
import { createArrivals } from "./arrivals.ts";

const hour = 3_600_000;
const day = 24 * hour;
const tenOClock = Date.UTC(2026, 10, 23, 3);

/** People an hour, who come evenly, from so many hours before a moment up to it. */
function come(
	arrivals: ReturnType<typeof createArrivals>,
	perHour: number,
	hours: number,
	untilMs: number,
): void {
	for (let at = 0; at < perHour * hours; at++) {
		const priorityClass = at % 5 === 0 ? "nguoi-cao-tuoi" : null;
		arrivals.learn("ho-tich", priorityClass, untilMs - hours * hour + (at * hour) / perHour);
	}
}

test("without days before people go on coming as they did in the last hours", () => {
	const arrivals = createArrivals();
	come(arrivals, 20, 3, tenOClock);
	const { rateAt, classes } = arrivals.beliefOf("ho-tich", tenOClock, null);
	expect(rateAt(tenOClock + hour) * hour).toBeGreaterThan(16);
	expect(rateAt(tenOClock + hour) * hour).toBeLessThan(24);
	expect(classes.find(({ priorityClass }) => priorityClass === null)?.upTo).toBeGreaterThan(0.75);
	expect(classes.at(-1)?.upTo).toBeCloseTo(1, 5);
});

test("days before tell of a rush in the afternoon that is not seen in the morning", () => {
	const arrivals = createArrivals();
	for (let before = 3; before > 0; before--) {
		come(arrivals, 10, 3, tenOClock - before * day);
		come(arrivals, 40, 2, tenOClock - before * day + 6 * hour);
		arrivals.endDay();
	}
	come(arrivals, 10, 3, tenOClock);
	const { rateAt } = arrivals.beliefOf("ho-tich", tenOClock, null);
	expect(rateAt(tenOClock + 5 * hour) * hour).toBeGreaterThan(30);
	expect(rateAt(tenOClock + 2 * hour) * hour).toBeLessThan(5);
});

test("on a day that is twice as busy as usual the rest of it is thought to be so too", () => {
	const arrivals = createArrivals();
	for (let before = 3; before > 0; before--) {
		come(arrivals, 20, 8, tenOClock - before * day + 5 * hour);
		arrivals.endDay();
	}
	come(arrivals, 40, 3, tenOClock);
	const { rateAt } = arrivals.beliefOf("ho-tich", tenOClock, null);
	expect(rateAt(tenOClock + 2 * hour) * hour).toBeGreaterThan(32);
});

test("nobody comes when no numbers are given", () => {
	const arrivals = createArrivals();
	come(arrivals, 20, 3, tenOClock);
	const spans = [{ from: tenOClock - 3 * hour, to: tenOClock + hour }];
	const { rateAt } = arrivals.beliefOf("ho-tich", tenOClock, spans);
	expect(rateAt(tenOClock + hour / 2)).toBeGreaterThan(0);
	expect(rateAt(tenOClock + 2 * hour)).toBe(0);
});
