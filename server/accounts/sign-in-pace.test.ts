import { describe, expect, test } from "vitest";
import { createSignInPace, type SignInPace, type Whence } from "./sign-in-pace.ts";

const stranger: Whence = { address: "192.168.1.20", knownBrowser: null };

function paceAt(clock: { now: number }): SignInPace {
	return createSignInPace(() => clock.now);
}

/** Tries once and says how long it has to wait; 0 where it was let through. */
function tried(
	pace: SignInPace,
	how: "right" | "wrong" | "unchecked",
	username = "lan",
	whence = stranger,
): number {
	const attempt = pace.begin(username, whence);
	if ("waitMs" in attempt) return attempt.waitMs;
	attempt.ended(how);
	return 0;
}

function failTimes(pace: SignInPace, times: number, username = "lan", whence = stranger): void {
	for (let time = 0; time < times; time++) tried(pace, "wrong", username, whence);
}

describe("an account", () => {
	test("waits from the sixth failure on, twice as long each time, never longer than a quarter of an hour", () => {
		const clock = { now: 0 };
		const pace = paceAt(clock);
		failTimes(pace, 5);
		const waits: number[] = [];
		for (let time = 0; time < 12; time++) {
			const waitMs = tried(pace, "wrong");
			waits.push(waitMs / 1000);
			clock.now += waitMs - 1;
			expect(tried(pace, "right")).toBe(1);
			clock.now += 1;
			tried(pace, "wrong");
		}
		expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
	});

	test("that nobody has waits like one that somebody has", () => {
		const pace = paceAt({ now: 0 });
		failTimes(pace, 5, "khong-co");
		failTimes(pace, 5, "lan");
		expect(tried(pace, "wrong", "khong-co")).toBe(tried(pace, "wrong", "lan"));
	});

	test("is free again with the right password, or after a day", () => {
		const clock = { now: 0 };
		const pace = paceAt(clock);
		failTimes(pace, 4);
		tried(pace, "right");
		failTimes(pace, 4);
		expect(tried(pace, "right")).toBe(0);
		failTimes(pace, 6);
		clock.now += 24 * 60 * 60_000;
		failTimes(pace, 4);
		expect(tried(pace, "right")).toBe(0);
	});

	test("is not slowed by tries that were never checked", () => {
		const pace = paceAt({ now: 0 });
		for (let time = 0; time < 20; time++) expect(tried(pace, "unchecked")).toBe(0);
	});

	test("is tried by no more than ten at once, and by one where it is slowed", () => {
		const clock = { now: 0 };
		const pace = paceAt(clock);
		const atOnce = Array.from({ length: 100 }, () => pace.begin("lan", stranger));
		const begun = atOnce.filter((attempt) => "ended" in attempt);
		expect(begun).toHaveLength(10);
		for (const attempt of begun) attempt.ended("wrong");
		clock.now += 60 * 60_000;
		const slowed = Array.from({ length: 100 }, () => pace.begin("lan", stranger));
		expect(slowed.filter((attempt) => "ended" in attempt)).toHaveLength(1);
	});

	test("is told of once until it fails again", () => {
		const clock = { now: 0 };
		const pace = paceAt(clock);
		failTimes(pace, 5);
		const news = () => {
			const attempt = pace.begin("lan", stranger);
			return "isNews" in attempt && attempt.isNews;
		};
		expect([news(), news()]).toEqual([true, false]);
		clock.now += 1_000;
		failTimes(pace, 1);
		expect([news(), news()]).toEqual([true, false]);
	});
});

describe("an address", () => {
	test("lets an office mistype: fifty failures of many people slow nobody, the next wait", () => {
		const pace = paceAt({ now: 0 });
		for (let person = 0; person < 50; person++) {
			expect(tried(pace, "wrong", `can-bo-${person}`)).toBe(0);
		}
		expect(tried(pace, "wrong", "lan")).toBe(1_000);
		expect(tried(pace, "wrong", "lan", { ...stranger, address: "192.168.1.21" })).toBe(0);
	});

	test("is not cleared by one right password among guesses", () => {
		const pace = paceAt({ now: 0 });
		for (let person = 0; person < 50; person++) tried(pace, "wrong", `can-bo-${person}`);
		const other = { ...stranger, address: "192.168.1.21" };
		tried(pace, "right", "mai", other);
		for (let person = 0; person < 50; person++) tried(pace, "wrong", `nguoi-${person}`, other);
		expect(tried(pace, "right", "mai", other)).toBe(1_000);
	});

	test.each([
		["2001:db8:1:2::7", "2001:db8:1:2:aaaa::9"],
		["fd00::1:2:3:4:5", "fd00:0:0:1:9:9:9:9"],
	])("of IPv6 counts as its network: %s and %s", (one, other) => {
		const pace = paceAt({ now: 0 });
		for (let person = 0; person < 50; person++) {
			tried(pace, "wrong", `can-bo-${person}`, { address: one, knownBrowser: null });
		}
		expect(tried(pace, "wrong", "lan", { address: other, knownBrowser: null })).toBe(1_000);
		expect(tried(pace, "wrong", "lan", { address: "2001:db8:9:9::1", knownBrowser: null })).toBe(0);
	});
});

describe("a browser that has been signed in as the account", () => {
	const known: Whence = { ...stranger, knownBrowser: "trinh-duyet-1" };

	test("is never slowed by others' failures, of the account or from its address", () => {
		const pace = paceAt({ now: 0 });
		failTimes(pace, 10);
		for (let person = 0; person < 60; person++) tried(pace, "wrong", `can-bo-${person}`);
		expect(tried(pace, "right")).toBeGreaterThan(0);
		expect(tried(pace, "right", "lan", known)).toBe(0);
	});

	test("is slowed by its own", () => {
		const pace = paceAt({ now: 0 });
		failTimes(pace, 5, "lan", known);
		expect(tried(pace, "right", "lan", known)).toBe(1_000);
		expect(tried(pace, "right")).toBe(0);
	});
});

test("what is remembered is bounded: ten thousand names later the first is forgotten", () => {
	const clock = { now: 0 };
	const pace = paceAt(clock);
	failTimes(pace, 6);
	for (let name = 0; name < 10_000; name++) {
		const address = `10.0.${name % 250}.${Math.floor(name / 250)}`;
		tried(pace, "wrong", `ten-${name}`, { address, knownBrowser: null });
	}
	expect(tried(pace, "right")).toBe(0);
});

test("a clock that was set back keeps nobody out for longer than the delay", () => {
	const clock = { now: 10 * 60 * 60_000 };
	const pace = paceAt(clock);
	failTimes(pace, 5);
	clock.now = 0;
	expect(tried(pace, "right")).toBe(1_000);
});
