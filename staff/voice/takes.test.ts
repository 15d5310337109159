import { expect, test } from "vitest";
import { clipsOf } from "../../voice/clips.ts";
import { isGood, nextToRecord, phrasesOf, type Take, takeOf } from "./takes.ts";

const rate = 48_000;
/** So many seconds of quiet, of voice, and of quiet. */
function said(before: number, voice: number, after: number) {
	const samples = new Float32Array((before + voice + after) * rate);
	for (let at = before * rate; at < (before + voice) * rate; at += 1) {
		samples[at] = 0.3 * Math.sin((2 * Math.PI * 200 * at) / rate);
	}
	return { samples, rate };
}
const good: Take = takeOf("ba", said(1, 0.4, 1));
const bad: Take = takeOf("ba", said(0, 0.4, 1));

test("every clip but the chime is read", () => {
	expect(phrasesOf("vi").map(({ name }) => name)).toEqual(clipsOf("vi").slice(1));
	expect(phrasesOf("en")).toContainEqual({ name: "number-3", text: "three" });
});

test("a take is kept with a quarter of a second around it; one that was cut off says so", () => {
	expect(good.durationMs).toBeCloseTo(900, -1);
	expect([isGood(good), isGood(bad), isGood(undefined)]).toEqual([true, false, false]);
	expect(bad.faults).toEqual(["cut-off"]);
});

test("the next phrase is the next one that cannot be used yet, and after the last begins again", () => {
	const phrases = ["một", "hai", "ba", "bốn"].map((name) => ({ name, text: name }));
	const takes = new Map([
		["hai", good],
		["ba", bad],
	]);
	expect(nextToRecord(phrases, takes, "một")).toBe("ba");
	expect(nextToRecord(phrases, takes, "ba")).toBe("bốn");
	expect(nextToRecord(phrases, takes, "bốn")).toBe("một");
	const all = new Map(phrases.map(({ name }) => [name, good]));
	expect(nextToRecord(phrases, all, "bốn")).toBe("một");
});
