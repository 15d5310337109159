import { expect, test } from "vitest";
import { amountOf, daysSaid } from "./amount.ts";

test("amounts are said as people say them", () => {
	expect([0, 999, 1_500, 9_960_000, 80e9, 4e12].map(amountOf)).toEqual([
		"0 bytes",
		"999 bytes",
		"1.5 kB",
		"10 MB",
		"80 GB",
		"4 TB",
	]);
	expect([0.5, 1, 59, 61, 800, 99_999].map(daysSaid)).toEqual([
		"less than a day",
		"1 day",
		"59 days",
		"2 months",
		"2 years",
		"more than 10 years",
	]);
});
