import { describe, expect, it } from "vitest";
import { readHours } from "./typed-hours.ts";

const morning = { from: "07:30", to: "11:30" };
const none = { from: "", to: "" };

describe("hours that a supervisor types", () => {
	it("are read as people write them", () => {
		expect(
			readHours([
				{ from: "7h30", to: " 11h " },
				{ from: "13:30", to: "17.00" },
			]),
		).toEqual({
			ok: true,
			periods: [
				{ from: "07:30", to: "11:00" },
				{ from: "13:30", to: "17:00" },
			],
		});
	});

	it("may leave a half of the day out, with both fields empty", () => {
		expect(readHours([morning, none])).toEqual({ ok: true, periods: [morning] });
		expect(readHours([none, { from: "13:30", to: "17:00" }])).toMatchObject({ ok: true });
	});

	it("never lose a half of which one time is missing", () => {
		expect(readHours([{ from: "07:30", to: "" }, none])).toEqual({
			ok: false,
			why: "half-period",
			half: 0,
		});
		expect(readHours([morning, { from: "", to: "17:00" }])).toMatchObject({ half: 1 });
	});

	it.each(["25:00", "7:3", "7:60", "bảy rưỡi", "730"])("say that %s is no time of day", (typed) => {
		expect(readHours([{ from: typed, to: "11:30" }])).toEqual({
			ok: false,
			why: "unread-time",
			typed,
		});
	});

	it("end after they begin, and the afternoon after the morning", () => {
		expect(readHours([{ from: "13:30", to: "06:00" }])).toMatchObject({ why: "ends-first" });
		expect(readHours([morning, { from: "10:00", to: "17:00" }])).toMatchObject({
			why: "ends-first",
			from: "11:30",
			to: "10:00",
		});
	});

	it("are no day off: that has a button of its own", () => {
		expect(readHours([none, none])).toEqual({ ok: false, why: "no-periods" });
	});
});
