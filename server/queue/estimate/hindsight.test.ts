import { expect, test } from "vitest";
import { createHindsight } from "./hindsight.ts";
import { createRandom } from "./random.ts";

const minute = 60_000;
const thought = { lowMs: 10 * minute, middleMs: 15 * minute, highMs: 20 * minute };

test("before anything was seen a range stays nearly as it was thought", () => {
	const { lowMs, middleMs, highMs } = createHindsight().corrector()(thought);
	expect(lowMs / minute).toBeCloseTo(10, 0);
	expect(middleMs / minute).toBeCloseTo(15, 0);
	expect(highMs / minute).toBeCloseTo(20, 0);
});

test("where people have waited longer than was thought, later ranges lie further on", () => {
	const hindsight = createHindsight();
	const random = createRandom(1);
	for (let at = 0; at < 900; at++) hindsight.learn(thought, (17 + 12 * random.next()) * minute);
	const { lowMs, middleMs, highMs } = hindsight.corrector()(thought);
	expect(lowMs / minute).toBeGreaterThan(14);
	expect(middleMs / minute).toBeGreaterThan(20);
	expect(highMs / minute).toBeGreaterThan(25);
	expect(highMs / minute).toBeLessThan(32);
});

test("where ranges were wider than waits differed, later ones are narrower", () => {
	const hindsight = createHindsight();
	const random = createRandom(2);
	for (let at = 0; at < 900; at++) hindsight.learn(thought, (14 + 2 * random.next()) * minute);
	const { lowMs, highMs } = hindsight.corrector()(thought);
	expect((highMs - lowMs) / minute).toBeLessThan(6);
});

test("what was wrong of long waits does not mend short ones", () => {
	const hindsight = createHindsight();
	const long = { lowMs: 40 * minute, middleMs: 50 * minute, highMs: 60 * minute };
	for (let at = 0; at < 900; at++) hindsight.learn(long, 90 * minute);
	const short = { lowMs: minute, middleMs: 3 * minute, highMs: 6 * minute };
	expect(hindsight.corrector()(short).highMs / minute).toBeCloseTo(6, 0);
	expect(hindsight.corrector()(long).highMs / minute).toBeGreaterThan(80);
});
