import { expect, test } from "vitest";
import { isQuiet } from "./quiet-hours.ts";

test.each([
	["11:29", false],
	["11:30", true],
	["13:29", true],
	["13:30", false],
	["21:59", false],
	["22:00", true],
	["23:59", true],
	["00:00", true],
	["05:59", true],
	["06:00", false],
])("at %s with quiet at noon and from ten at night to six: %s", (time, quiet) => {
	const hours = [
		{ from: "11:30", to: "13:30" },
		{ from: "22:00", to: "06:00" },
	];
	expect(isQuiet(hours, time)).toBe(quiet);
	expect(isQuiet([], time)).toBe(false);
});
