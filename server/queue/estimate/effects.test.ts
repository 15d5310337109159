import { expect, test } from "vitest";
import { createEffects } from "./effects.ts";
import { meanOf } from "./quantiles.ts";
import { createRandom } from "./random.ts";

const lasting = (mean: number, variance: number) => ({ mean, variance, isOfDay: false });
const ofDay = (variance: number) => ({ mean: 0, variance, isOfDay: true });

/** The variance of what is drawn. */
function variance(effects: ReturnType<typeof createEffects>, ...keys: string[]): number {
	const draw = effects.draw(2_000, createRandom(3));
	const drawn = Array.from({ length: 2_000 }, (_, run) =>
		keys.reduce((sum, key) => sum + draw(run, key), 0),
	);
	return meanOf(drawn.map((one) => one ** 2));
}

test("one alone is believed as two normal laws make it: each weighs as much as it is sure", () => {
	const effects = createEffects();
	effects.add("ho-tich", lasting(1, 0.2));
	effects.learn(["ho-tich"], 0.6, 0.1);
	expect(effects.sumOf(["ho-tich"])).toBeCloseTo(1 + (0.6 * 0.2) / 0.3, 10);
	expect(variance(effects, "ho-tich")).toBeCloseTo((0.2 * 0.1) / 0.3, 2);
	effects.learn(["ho-tich"], 0, 0.1);
	expect(effects.sumOf(["ho-tich"])).toBeCloseTo(1.4, 10);
});

test("what was seen of two together is shared as each may be off, and where one is seen alone the other is known better", () => {
	const effects = createEffects();
	effects.add("ho-tich", lasting(0, 0.3));
	effects.add("lan", lasting(0, 0.1));
	effects.learn(["ho-tich", "lan"], 0.8, 0.4);
	expect(effects.sumOf(["ho-tich"])).toBeCloseTo(0.3, 10);
	expect(effects.sumOf(["lan"])).toBeCloseTo(0.1, 10);
	for (let at = 0; at < 200; at++) {
		effects.learn(["ho-tich", "lan"], 0.8 - effects.sumOf(["ho-tich", "lan"]), 0.4);
	}
	expect(variance(effects, "ho-tich", "lan")).toBeLessThan(0.3 * variance(effects, "lan"));
	for (let at = 0; at < 200; at++) effects.learn(["lan"], 0.5 - effects.sumOf(["lan"]), 0.4);
	expect(effects.sumOf(["lan"])).toBeCloseTo(0.5, 1);
	expect(effects.sumOf(["ho-tich"])).toBeCloseTo(0.3, 1);
});

test("what was of one day is forgotten with it, and what lasts is not", () => {
	const effects = createEffects();
	effects.add("ho-tich", lasting(0, 0.01));
	effects.add("today", ofDay(0.04));
	for (let at = 0; at < 50; at++) effects.learn(["ho-tich", "today"], 0.1, 0.4);
	const before = effects.sumOf(["ho-tich"]);
	expect(effects.sumOf(["today"])).toBeGreaterThan(before);
	effects.beginDay();
	expect(effects.sumOf(["today"])).toBe(0);
	expect(effects.sumOf(["ho-tich"])).toBe(before);
	expect(variance(effects, "today")).toBeCloseTo(0.04, 2);
});

test("while nothing was seen of it, what is believed beforehand may change", () => {
	const effects = createEffects();
	effects.add("ho-tich", lasting(1, 0.2));
	effects.add("ho-tich", lasting(2, 0.2));
	expect(effects.sumOf(["ho-tich"])).toBe(2);
	effects.learn(["ho-tich"], 0.3, 0.1);
	effects.add("ho-tich", lasting(5, 0.2));
	expect(effects.sumOf(["ho-tich"])).toBeCloseTo(2.2, 10);
});

test("after thousands of looks at many together nothing is negative that cannot be", () => {
	const effects = createEffects();
	const random = createRandom(5);
	const services = Array.from({ length: 12 }, (_, at) => `dich-vu-${at}`);
	const officers = Array.from({ length: 8 }, (_, at) => `can-bo-${at}`);
	for (const key of services) effects.add(key, lasting(0, 0.1));
	for (const key of officers) effects.add(key, lasting(0, 0.04));
	for (let at = 0; at < 5_000; at++) {
		const keys = [services[random.below(12)] ?? "", officers[random.below(8)] ?? ""];
		effects.learn(keys, random.next() - 0.5 - effects.sumOf(keys), 0.3);
		if (at % 250 === 0) effects.beginDay();
	}
	for (const key of [...services, ...officers]) {
		expect(Math.abs(effects.sumOf([key]))).toBeLessThan(0.3);
		expect(variance(effects, key)).toBeGreaterThan(0);
		expect(variance(effects, key)).toBeLessThan(0.05);
	}
});
