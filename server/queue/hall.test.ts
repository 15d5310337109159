import { describe, expect, test } from "vitest";
import { stoppedMs } from "./hall.ts";
import { lan, queueDay, refusalOf } from "./rehearsal.ts";
import { notBefore, waitedMs } from "./waited.ts";

const evacuation = { type: "stop-hall", reason: "evacuation", note: null } as const;
const resume = { type: "resume-hall" } as const;

describe("a hall that is stopped", () => {
	test("gives no number and calls nobody, and goes on where it stopped", () => {
		const day = queueDay();
		day.open("quay-1");
		expect([day.issue("ho-tich"), day.issue("ho-tich")]).toEqual(["A001", "A002"]);
		day.callNext("quay-1");
		day.apply(evacuation);
		expect([day.issue("ho-tich"), day.callNext("quay-1")]).toEqual([
			"hall/stopped",
			"hall/stopped",
		]);
		day.apply(resume);
		expect([day.issue("ho-tich"), day.callNext("quay-1")]).toEqual(["A003", "A002"]);
	});

	test("counts nobody as missing who was called just before, and may be served to the end", () => {
		const day = queueDay();
		const at = { counterId: "quay-1", officer: lan };
		day.open("quay-1");
		day.issue("ho-tich");
		day.callNext("quay-1");
		day.apply(evacuation);
		for (const type of ["miss", "recall"] as const) {
			expect(refusalOf(day.apply({ type, ...at }))).toBe("hall/stopped");
		}
		const missed = { type: "close-counter", ...at, current: "miss" } as const;
		expect(refusalOf(day.apply(missed))).toBe("hall/stopped");
		expect(day.apply({ type: "start", ...at }).ok).toBe(true);
		expect(day.apply({ type: "finish", ...at }).ok).toBe(true);
	});

	test("is stopped once, and another reason does not begin the stop anew", () => {
		const day = queueDay();
		day.apply(evacuation);
		const since = day.state.hall.stopped?.at;
		expect(day.apply(evacuation)).toEqual({ ok: true, value: [] });
		day.apply({ ...evacuation, reason: "power" });
		expect(day.state.hall.stopped).toEqual({ at: since, reason: "power", note: null });
		day.apply(resume);
		expect(day.apply(resume)).toEqual({ ok: true, value: [] });
		expect(day.state.hall.stops).toHaveLength(1);
	});
});

test("a stop takes nothing from a wait that a clock which was set back did not add to it", () => {
	const day = queueDay();
	day.issue("ho-tich");
	day.wait(40);
	day.issue("ho-tich");
	day.wait(-30);
	const waited = () => {
		const ticket = day.state.tickets.get("phieu-1");
		return ticket && waitedMs(day.state, ticket, notBefore(day.state, day.now()));
	};
	const before = waited();
	day.apply(evacuation);
	expect(waited()).toBe(before);
	day.wait(10);
	day.apply(resume);
	expect(waited()).toBe(before);
});

describe("how long a wait the hall was stopped", () => {
	const at = (time: string) => `2026-11-21T${time}:00.000Z`;
	const ms = (time: string) => Date.parse(at(time));
	const stops = [{ from: at("02:00"), to: at("02:10") }];
	const minutes = (
		since: string,
		until: string,
		stopped: { at: string; reason: "power"; note: null } | null = null,
	) => stoppedMs({ stopped, stops, hours: null, policy: null }, ms(since), ms(until)) / 60_000;

	test.each([
		["whoever waited through it", "01:00", "03:00", 10],
		["whoever came while it lasted", "02:04", "03:00", 6],
		["whoever was called while it lasted", "01:00", "02:03", 3],
		["whoever came afterwards", "02:10", "03:00", 0],
		["whoever was called before", "01:00", "02:00", 0],
	])("%s: from %s to %s it is %d minutes", (_who, since, until, expected) => {
		expect(minutes(since, until)).toBe(expected);
	});

	test("goes on while the hall is stopped", () => {
		const stopped = { at: at("02:50"), reason: "power", note: null } as const;
		expect(minutes("01:00", "03:00", stopped)).toBe(20);
	});
});
