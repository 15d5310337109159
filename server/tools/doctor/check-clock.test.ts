import { expect, test } from "vitest";
import { checkClock, checkTimeKeeping, chronySaid, timedatectlSaid } from "./check-clock.ts";
import { saidOf } from "./said-of.ts";

const time = {
	now: Date.parse("2026-11-21T01:00:00Z"),
	officeZone: "Asia/Ho_Chi_Minh",
	machineZone: "Asia/Bangkok",
	newestDay: "2026-11-20",
	judged: "right" as const,
	builtAt: Date.parse("2026-11-01"),
};

test("a clock is told as the office's clocks show it, and zones that show the same are the same", () => {
	expect(checkClock(time).map(saidOf)).toEqual(["ok 2026-11-21 08:00 (Asia/Ho_Chi_Minh)"]);
	expect(checkClock({ ...time, machineZone: "UTC" }).map(saidOf)).toEqual([
		expect.stringMatching(/^note .*timedatectl set-timezone Asia\/Ho_Chi_Minh$/),
	]);
});

test("a clock that is behind the ledger or the program is wrong, one that leaps ahead is noted", () => {
	expect(checkClock({ ...time, judged: "behind", newestDay: "2027-01-02" }).map(saidOf)).toEqual([
		expect.stringMatching(/^wrong .*but the ledger has 2027-01-02/),
	]);
	expect(checkClock({ ...time, now: Date.parse("2020-01-01T00:00:00Z") }).map(saidOf)).toEqual([
		expect.stringMatching(/^wrong 2020-01-01 .*before this program was built/),
	]);
	expect(checkClock({ ...time, judged: "held" }).map(saidOf)).toEqual([
		expect.stringMatching(/^note .*a supervisor says so/),
	]);
});

test("who keeps the clock right is asked in each one's own words", () => {
	expect(timedatectlSaid("Timezone=UTC\nNTP=no\nNTPSynchronized=no\n")).toEqual({
		by: "timedatectl",
		isKept: false,
	});
	expect(timedatectlSaid("")).toBeNull();
	expect(chronySaid("Stratum : 3\nLeap status     : Normal\n")).toEqual({
		by: "chrony",
		isKept: true,
	});
	expect(chronySaid("Leap status     : Not synchronised\n")).toEqual({
		by: "chrony",
		isKept: false,
	});
	expect(chronySaid("506 Cannot talk to daemon\n")).toBeNull();
	expect(checkTimeKeeping({ by: "chrony", isKept: true }).state).toBe("ok");
	expect(checkTimeKeeping({ by: "chrony", isKept: false }).state).toBe("note");
	expect(checkTimeKeeping(null).state).toBe("ok");
});
