import { expect, test } from "vitest";
import { meanOf } from "./quantiles.ts";
import { createRandom } from "./random.ts";
import { createServiceTimes, type ServiceTimes } from "./service-times.ts";

const minute = 60_000;
const nothingSaid = () => null;

function learn(times: ServiceTimes, minutes: readonly number[], more = {}): void {
	for (const one of minutes) {
		const whose = { serviceId: "ho-tich", officer: "lan", priorityClass: null, files: 1 };
		times.learn({ ...whose, ms: one * minute, ...more });
	}
}

/** The mean of what is believed of a service today, minutes. */
function believed(times: ServiceTimes, serviceId = "ho-tich", officer = "lan"): number {
	const holds = times.holdsOf(serviceId) ?? [];
	return (meanOf(holds) / minute) * Math.exp(times.ofOfficer(officer));
}

/** How far what is believed of a service may be off: a standard deviation of logarithms. */
function doubt(times: ServiceTimes, serviceId: string): number {
	const { ofService } = times.draw(400, createRandom(1));
	const drawn = Array.from({ length: 400 }, (_, run) => ofService(run, serviceId));
	return Math.sqrt(meanOf(drawn.map((one) => one ** 2)));
}

test("a service of which nobody said or saw anything is not believed to take any time", () => {
	expect(createServiceTimes(nothingSaid).holdsOf("ho-tich")).toBeNull();
});

test("before anything was seen it is as the office file says", () => {
	expect(believed(createServiceTimes(() => 12))).toBeCloseTo(12, 5);
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
	learn(
		times,
		Array.from({ length: 40 }, () => 5 + 2 * random.next()),
	);
	const before = believed(times);
	learn(times, [95, 180]);
	expect(believed(times)).toBeGreaterThan(before * 0.95);
	expect(believed(times)).toBeLessThan(before * 1.2);
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

test("whether it is the service or its only officer who is slow nobody knows, and the two together are known well", () => {
	const times = createServiceTimes(() => 6);
	learn(times, new Array(80).fill(12));
	expect(believed(times)).toBeCloseTo(12, 0);
	const { ofService, ofOfficer } = times.draw(400, createRandom(1));
	const runs = Array.from({ length: 400 }, (_, run) => run);
	const spread = (of: (run: number) => number) =>
		Math.sqrt(meanOf(runs.map((run) => of(run) ** 2)));
	const both = spread((run) => ofService(run, "ho-tich") + ofOfficer(run, "lan"));
	expect(both).toBeLessThan(0.6 * spread((run) => ofOfficer(run, "lan")));
});

test("those of a class who only fetch something are known to be quick, and the others to be as long as ever", () => {
	const times = createServiceTimes(() => 10);
	for (let at = 0; at < 40; at++) {
		learn(times, [10]);
		learn(times, [2], { priorityClass: "tra-ket-qua" });
	}
	expect(believed(times)).toBeGreaterThan(8);
	expect(believed(times) * Math.exp(times.ofClass("tra-ket-qua"))).toBeLessThan(3.5);
});

test("a day on which all is quick is believed soon, and is nearly forgotten the day after", () => {
	const times = createServiceTimes(() => 10);
	for (let day = 0; day < 5; day++) {
		times.beginDay();
		for (let at = 0; at < 40; at++) learn(times, [10]);
	}
	times.beginDay();
	for (let at = 0; at < 40; at++) learn(times, [6]);
	expect(believed(times)).toBeLessThan(7.2);
	times.beginDay();
	expect(believed(times)).toBeGreaterThan(8.8);
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
	expect(meanOf(times.holdsOf("dat-dai") ?? []) / minute).toBeCloseTo(6, 0);
	expect(doubt(times, "dat-dai")).toBeGreaterThan(1.5 * doubt(times, "ho-tich"));
});

test("how much longer many files take than one is learned, and says nothing of one", () => {
	const times = createServiceTimes(() => 6);
	const before = Math.exp(times.ofFiles(5));
	for (let at = 0; at < 80; at++) {
		learn(times, [6, 6]);
		learn(times, [10], { files: 5 });
	}
	expect(Math.exp(times.ofFiles(5))).toBeLessThan(2.1);
	expect(Math.exp(times.ofFiles(5))).toBeGreaterThan(1.4);
	expect(before).toBeGreaterThan(3);
	expect(times.ofFiles(1)).toBe(0);
	expect(believed(times)).toBeCloseTo(6, 0);
});
