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
	[18, 6, wide, { columns: 5, rows: 2, pages: 2, perPage: 9 }],
	[40, 7, wide, { columns: 5, rows: 2, pages: 4, perPage: 10 }],
	[9, 6, tall, { columns: 3, rows: 3, pages: 1, perPage: 9 }],
	[40, 9, tall, { columns: 3, rows: 3, pages: 5, perPage: 8 }],
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
			expect(strips.counters.rows + strips.services.rows).toBeLessThanOrEqual(isTall ? 5 : 3);
		}),
	);
});

it("sights take turns by the clock, the first again after the last", () => {
	const at = [0, pageMs - 1, pageMs, 2 * pageMs, 3 * pageMs].map((nowMs) => pageAt(3, nowMs));
	expect(at).toEqual([0, 0, 1, 2, 0]);
});

it.each([
	[4, 3, wide, "roomy"],
	[12, 2, wide, "crowded"],
	[6, 7, wide, "crowded"],
	[3, 2, tall, "roomy"],
	[6, 4, tall, "usual"],
	[9, 7, tall, "crowded"],
])(
	"a board of %i counters and %i services (upright: %s) is %s",
	(counters, services, isTall, fill) => {
		expect(stripsOf(counters, services, isTall).fill).toBe(fill);
	},
);
