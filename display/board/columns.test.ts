import { expect, it } from "vitest";
import { evenColumns, isCrowded } from "./columns.ts";

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

it("a board is crowded by twelve counters and seven services, not by six and seven", () => {
	expect(isCrowded(12, 7)).toBe(true);
	expect(isCrowded(12, 6)).toBe(false);
	expect(isCrowded(6, 7)).toBe(false);
});
