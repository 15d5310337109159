import fc from "fast-check";
import { expect, it } from "vitest";
import { evenColumns, pageAt, pageMs, stripsOf } from "./strip.ts";

it.each([
	[0, 1],
	[1, 1],
	[6, 6],
	[7, 4],
	[8, 4],
	[9, 5],
	[12, 6],
	[13, 5],
])("stands %i counters in %i even columns", (count, expected) => {
	expect(evenColumns(count, 6)).toBe(expected);
});

const wide = false;
const tall = true;

it.each([
	[1, 7, wide, { columns: 1, rows: 1, pages: 1, perPage: 1 }],
	[12, 7, wide, { columns: 6, rows: 2, pages: 1, perPage: 12 }],
	[18, 6, wide, { columns: 6, rows: 3, pages: 1, perPage: 18 }],
	[40, 7, wide, { columns: 5, rows: 2, pages: 4, perPage: 10 }],
	[15, 6, tall, { columns: 3, rows: 5, pages: 1, perPage: 15 }],
	[40, 9, tall, { columns: 3, rows: 4, pages: 4, perPage: 10 }],
])(
	"%i counters beside %i services (upright: %s) stand as %o",
	(counters, services, isTall, strip) => {
		expect(stripsOf(counters, services, isTall).counters).toEqual(strip);
	},
);

it("every counter and service has its turn, and no sight is larger than its room", () => {
	const counts = fc.integer({ min: 1, max: 200 });
	const servicesCounts = fc.integer({ min: 1, max: 24 });
	fc.assert(
		fc.property(counts, servicesCounts, fc.boolean(), (counters, services, isTall) => {
			const strips = stripsOf(counters, services, isTall);
			for (const [count, { columns, rows, pages, perPage }] of [
				[counters, strips.counters],
				[services, strips.services],
			] as const) {
				expect(pages * perPage).toBeGreaterThanOrEqual(count);
				expect((pages - 1) * perPage).toBeLessThan(count);
				expect(columns * rows).toBeGreaterThanOrEqual(perPage);
				expect(columns).toBeLessThanOrEqual(isTall ? 3 : 6);
			}
			expect(strips.counters.rows + strips.services.rows).toBeLessThanOrEqual(isTall ? 7 : 4);
		}),
	);
});

it("sights take turns by the clock, the first again after the last", () => {
	const at = [0, pageMs - 1, pageMs, 2 * pageMs, 3 * pageMs].map((nowMs) => pageAt(3, nowMs));
	expect(at).toEqual([0, 0, 1, 2, 0]);
});

it("a board is crowded by twelve counters and seven services, not by six and seven", () => {
	expect(stripsOf(12, 7, wide).isCrowded).toBe(true);
	expect(stripsOf(12, 6, wide).isCrowded).toBe(false);
	expect(stripsOf(6, 7, wide).isCrowded).toBe(false);
});
