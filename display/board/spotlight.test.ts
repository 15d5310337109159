import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	dark,
	keepOpen,
	type LitCall,
	light,
	litMs,
	mostWaiting,
	type Spotlight,
	sharedLitMs,
	turn,
	turnsAt,
} from "./spotlight.ts";

function call(number: string, callCount = 1): LitCall {
	return { number, counterId: "quay-3", counterLabel: "3", callCount, isLast: false };
}

/** Lets the clock run to the end and tells who was lit, in order. */
function show(spotlight: Spotlight): LitCall[] {
	const lit: LitCall[] = [];
	let at = spotlight;
	for (let due = turnsAt(at); due !== null; due = turnsAt(at)) {
		if (at.now) lit.push(at.now.call);
		at = turn(at, due);
	}
	return lit;
}

describe("the spotlight", () => {
	it("lights a call at once, for 20 s, then goes dark", () => {
		const lit = light(dark, call("A012"), 1_000);
		expect(lit.now?.call.number).toBe("A012");
		expect(turn(lit, 1_000 + litMs - 1)).toBe(lit);
		expect(turn(lit, 1_000 + litMs)).toEqual(dark);
	});

	it("lets go of calls that are over, and lights the next that is not", () => {
		let spotlight = light(dark, call("A012"), 0);
		for (const number of ["B003", "C101"]) spotlight = light(spotlight, call(number), 1);
		const onlyLast = keepOpen(spotlight, (number) => number === "C101", 5);
		expect(onlyLast).toEqual({ now: { call: call("C101"), sinceMs: 5 }, next: [] });
		expect(keepOpen(onlyLast, () => false, 6)).toEqual(dark);
		expect(keepOpen(spotlight, () => true, 7)).toBe(spotlight);
	});

	it("gives each of several calls of the same second a turn, in the order they came", () => {
		let spotlight = dark;
		for (const [index, number] of ["A012", "B003", "C101", "A013"].entries()) {
			spotlight = light(spotlight, call(number), index * 100);
		}
		expect(spotlight.now?.call.number).toBe("A012");
		expect(turn(spotlight, sharedLitMs).now?.call.number).toBe("B003");
		expect(show(spotlight).map((lit) => lit.number)).toEqual(["A012", "B003", "C101", "A013"]);
	});

	it("lights at once a call that comes when the one before has been lit long enough", () => {
		const lit = light(dark, call("A012"), 0);
		const both = light(lit, call("B003"), sharedLitMs + 1);
		expect(both.now?.call.number).toBe("A012");
		expect(turnsAt(both)).toBe(sharedLitMs);
		expect(turn(both, sharedLitMs + 1).now).toEqual({
			call: call("B003"),
			sinceMs: sharedLitMs + 1,
		});
	});

	it("begins the turn of a lit number anew when it is called again", () => {
		const lit = light(dark, call("A012"), 0);
		const again = light(lit, call("A012", 2), 9_000);
		expect(again).toEqual({ now: { call: call("A012", 2), sinceMs: 9_000 }, next: [] });
	});

	it("does not double a number that waits for its turn", () => {
		const waiting = light(light(dark, call("A012"), 0), call("B003"), 10);
		const again = light(waiting, call("B003", 2), 20);
		expect(again.next).toEqual([call("B003", 2)]);
	});

	it("lights a number again that was lit before", () => {
		const over = turn(light(dark, call("A012"), 0), litMs);
		expect(light(over, call("A012", 2), litMs + 5).now?.call).toEqual(call("A012", 2));
	});

	it("never keeps more than a hall of counters waiting, and keeps the newest", () => {
		let spotlight = dark;
		for (let index = 0; index < 60; index++) {
			spotlight = light(spotlight, call(`A${index}`), 1);
		}
		expect(spotlight.next).toHaveLength(mostWaiting);
		expect(spotlight.next.at(-1)?.number).toBe("A59");
	});

	it("always comes to an end, and lights every number called as long as few wait", () => {
		const calls = fc.array(
			fc.record({
				number: fc.constantFrom("A001", "A002", "B001", "C001"),
				afterMs: fc.nat(30_000),
			}),
			{ maxLength: 30 },
		);
		fc.assert(
			fc.property(calls, (list) => {
				let spotlight = dark;
				let nowMs = 0;
				const seen = new Set<string>();
				for (const { number, afterMs } of list) {
					nowMs += afterMs;
					for (
						let due = turnsAt(spotlight);
						due !== null && due <= nowMs;
						due = turnsAt(spotlight)
					) {
						spotlight = turn(spotlight, due);
						if (spotlight.now) seen.add(spotlight.now.call.number);
					}
					spotlight = light(spotlight, call(number), nowMs);
					if (spotlight.now) seen.add(spotlight.now.call.number);
				}
				for (const lit of show(spotlight)) seen.add(lit.number);
				expect([...seen].sort()).toEqual([...new Set(list.map(({ number }) => number))].sort());
			}),
		);
	});
});
