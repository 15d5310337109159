import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

describe("the nearest right name", () => {
	it.each([
		["servces", "services"],
		["Services", "services"],
		["nmae", "name"],
		["timezone", "timeZone"],
		["printer_id", "printerId"],
		["countres", "counters"],
	])("to %s is %s", (wrong, right) => {
		const known = ["id", "name", "services", "counters", "timeZone", "printerId"];
		expect(nearest(wrong, known)).toBe(right);
	});

	it("is none where nothing is near", () => {
		expect(nearest("hotline", ["id", "name", "services"])).toBeUndefined();
		expect(nearest("x", ["y"])).toBeUndefined();
		expect(nearest("name", [])).toBeUndefined();
		expect(nearest("a".repeat(10_000), ["a"])).toBeUndefined();
	});
});
