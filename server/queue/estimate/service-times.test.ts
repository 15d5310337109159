import { expect, test } from "vitest";
import { meanOf } from "./quantiles.ts";
import { createRandom } from "./random.ts";
import { createServiceTimes, type ServiceTimes } from "./service-times.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const nothingSaid = () => null;

function learn(times: ServiceTimes, minutes: readonly number[], more = {}): void {
	for (const [at, one] of minutes.entries()) {
		times.learn({
			serviceId: "ho-tich",
			officer: "lan",
			files: 1,
			ms: one * minute,
			atMs: at * 10 * minute,
			...more,
		});
	}
}

/** The mean of what is believed of a service the day after, minutes. */
function believed(times: ServiceTimes, serviceId = "ho-tich", officer = "lan"): number {
	const holds = times.beliefOf(serviceId, 3 * day)?.holds ?? [];
	return (meanOf(holds) / minute) * Math.exp(times.speedOf(officer).factor);
}

test("a service of which nobody said or saw anything is not believed to take any time", () => {
	expect(createServiceTimes(nothingSaid).beliefOf("ho-tich", 0)).toBeNull();
});

test("before anything was seen it is as the office file says", () => {
	const times = createServiceTimes(() => 12);
	expect(believed(times)).toBeGreaterThan(10);
	expect(believed(times)).toBeLessThan(14);
});

test("what was seen soon counts more than what the office file says", () => {
	const times = createServiceTimes(() => 30);
	learn(times, new Array(40).fill(6));
	expect(believed(times)).toBeGreaterThan(5.5);
	expect(believed(times)).toBeLessThan(9);
});

test("a finish that was forgotten over lunch does not make everybody wait", () => {
	const times = createServiceTimes(nothingSaid);
	const random = createRandom(1);
	const usual = Array.from({ length: 40 }, () => 5 + 2 * random.next());
	learn(times, usual);
	const before = believed(times);
	learn(times, [95, 180]);
	expect(believed(times)).toBeGreaterThan(before * 0.95);
	expect(believed(times)).toBeLessThan(before * 1.15);
});

test("an officer who is slower than the others is known as that", () => {
	const times = createServiceTimes(() => 6);
	for (let at = 0; at < 60; at++) {
		learn(times, [6], { officer: "lan" });
		learn(times, [9], { officer: "hung" });
	}
	expect(believed(times, "ho-tich", "hung")).toBeGreaterThan(
		believed(times, "ho-tich", "lan") * 1.3,
	);
});

test("ten files of one ticket are not taken for a slow service", () => {
	const times = createServiceTimes(nothingSaid);
	learn(times, new Array(20).fill(6));
	const before = believed(times);
	learn(times, new Array(10).fill(38), { files: 10 });
	expect(believed(times)).toBeLessThan(before * 1.2);
});

test("a service that is new is thought of like the others, with more doubt", () => {
	const times = createServiceTimes(nothingSaid);
	learn(times, new Array(40).fill(6));
	const known = times.beliefOf("ho-tich", 3 * day)?.doubt ?? 0;
	const unknown = times.beliefOf("dat-dai", 3 * day);
	expect(meanOf(unknown?.holds ?? []) / minute).toBeCloseTo(6, 0);
	expect(unknown?.doubt).toBeGreaterThan(2 * known);
});
