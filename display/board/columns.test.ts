import { expect, it } from "vitest";
import { evenColumns } from "./columns.ts";

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
