import { describe, expect, test } from "vitest";
import {
	activeLevel,
	aroundSound,
	levelDb,
	type Recording,
	recordingFaults,
	soundSpan,
	trimmedAndLevelled,
} from "./recording.ts";

const rate = 48_000;

/** A recording in parts: a voice of 150 Hz at a peak, or nothing but the room. */
function recording(...parts: { ms: number; peak?: number }[]): Recording {
	const samples = parts.flatMap(({ ms, peak = 0 }) =>
		Array.from({ length: (ms / 1_000) * rate }, (_, at) => {
			const voice = Math.sin((2 * Math.PI * 150 * at) / rate);
			const overtone = Math.sin((2 * Math.PI * 1_200 * at) / rate);
			return peak * (0.7 * voice + 0.3 * overtone);
		}),
	);
	return { samples: Float32Array.from(samples), rate };
}

/** A room in which it is never quite silent, always the same. */
function inRoom({ samples }: Recording, peak: number): Recording {
	let seed = 7;
	const noise = () => {
		seed = (seed * 16_807) % 2_147_483_647;
		return (seed / 2_147_483_647 - 0.5) * 2 * peak;
	};
	return { samples: samples.map((sample) => sample + noise()), rate };
}

const silence = { ms: 300 };
const word = { ms: 400, peak: 0.3 };

describe("a recording", () => {
	test("of a word with silence around it can be used", () => {
		expect(recordingFaults(recording(silence, word, silence), "ba")).toEqual([]);
		expect(recordingFaults(inRoom(recording(silence, word, silence), 0.003), "ba")).toEqual([]);
	});

	test.each<[string, Recording, string, string]>([
		["silent", recording({ ms: 900 }), "ba", "silent"],
		["of the room alone", inRoom(recording({ ms: 900 }), 0.002), "ba", "silent"],
		["too quiet", recording(silence, { ms: 400, peak: 0.008 }, silence), "ba", "too-quiet"],
		[
			"distorted",
			{
				rate,
				samples: recording(silence, { ms: 400, peak: 2 }, silence).samples.map((sample) =>
					Math.max(-1, Math.min(1, sample)),
				),
			},
			"ba",
			"clipped",
		],
		["begun in the midst of the word", recording(word, silence), "ba", "cut-off"],
		["ended in the midst of the word", recording(silence, word), "ba", "cut-off"],
		["a click", recording(silence, { ms: 40, peak: 0.3 }, silence), "ba", "too-short"],
		[
			"a word for a sentence",
			recording(silence, word, silence),
			"Xin mời lại số thứ tự nhé",
			"too-short",
		],
		[
			"a sentence for a word",
			recording(silence, { ms: 1_900, peak: 0.3 }, silence),
			"ba",
			"too-long",
		],
		["two takes", recording(silence, word, { ms: 450 }, word, silence), "số ba", "gap"],
		["in a loud room", inRoom(recording(silence, word, silence), 0.05), "ba", "noisy"],
	])("that is %s is refused", (_, made, text, fault) => {
		expect(recordingFaults(made, text)).toContain(fault);
	});

	test("may hold the stop of a consonant, which is no gap", () => {
		const stop = recording(silence, word, { ms: 180 }, word, silence);
		expect(recordingFaults(stop, "vê kép")).toEqual([]);
	});
});

describe("a clip made of a recording", () => {
	test("begins and ends with its word, whatever was around it", () => {
		const made = trimmedAndLevelled(inRoom(recording({ ms: 1_200 }, word, { ms: 700 }), 0.002));
		expect((made.samples.length / rate) * 1_000).toBeCloseTo(400 + 15 + 40, -1);
		expect(Math.abs(made.samples[0] ?? 1)).toBeLessThan(0.001);
		expect(Math.abs(made.samples.at(-1) ?? 1)).toBeLessThan(0.001);
	});

	test.each([0.02, 0.1, 0.5, 0.9])("is as loud as every other, said with a peak of %s", (peak) => {
		const { samples } = trimmedAndLevelled(recording(silence, { ms: 400, peak }, silence));
		expect(Math.abs(activeLevel(samples, rate) - levelDb)).toBeLessThan(0.5);
	});

	test("is never raised to where it distorts", () => {
		// A knock: nearly all peak.
		const samples = new Float32Array(rate);
		samples.fill(0.004, 20_000, 30_000);
		for (let at = 20_000; at < 30_000; at += 2) samples[at] = -0.004;
		samples[25_000] = 0.9;
		const clip = trimmedAndLevelled({ samples, rate });
		expect(clip.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeLessThan(
			0.9,
		);
	});

	test("is kept with a little of its silence, so that it can be judged again", () => {
		const kept = aroundSound(recording({ ms: 3_000 }, word, { ms: 2_000 }), 250);
		expect((kept.samples.length / rate) * 1_000).toBe(900);
		expect(recordingFaults(kept, "ba")).toEqual([]);
		expect(aroundSound(recording(silence, word), 250).samples).toHaveLength(0.65 * rate);
	});

	test("of silence is silence", () => {
		const nothing = recording({ ms: 500 });
		expect(soundSpan(nothing)).toBeNull();
		expect(trimmedAndLevelled(nothing)).toBe(nothing);
	});
});
