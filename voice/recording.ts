/** One voice, from -1 to 1. */
export interface Recording {
	samples: Float32Array;
	/** Samples a second. */
	rate: number;
}

/** Why a recording cannot be used. */
export type RecordingFault =
	/** There is nothing to be heard. */
	| "silent"
	| "too-quiet"
	/** Its peaks are cut off: the voice was too near, or the level too high. */
	| "clipped"
	/** It is heard from its very beginning or to its very end, so that some of it may be missing. */
	| "cut-off"
	/** Shorter or longer than its words can be. */
	| "too-short"
	| "too-long"
	/** Silence in the midst of the words: two takes, or a hesitation. */
	| "gap"
	/** The room is nearly as loud as the voice. */
	| "noisy";

/** Levels in dB, 0 being full scale; lengths in milliseconds. */
export const limits = {
	/** The room of an office at night has some -60. */
	silentDb: -50,
	/** What is quieter than this must be raised so far that the room is heard with it. */
	tooQuietDb: -42,
	/** So many samples at full scale one after the other are no peak of a voice. */
	clippedRun: 4,
	/** Silence that must stand before and after the words. */
	edgeMs: 30,
	/** The longest silence within a word is the stop of a consonant, some 150 ms. */
	gapMs: 350,
	/** How much louder than the room a voice must be. */
	aboveRoomDb: 20,
	/** A syllable said as fast as people can, and as slowly as anybody listens to. */
	leastWordMs: 70,
	mostWordMs: 1_000,
} as const;

/** What all clips are brought to, so that none stands out from the others; a voice's peaks then stay well below full scale. */
export const levelDb = -20;
const mostPeakDb = -1;

/** The sound is kept with this much around it, which fades in and out: without, words click and their ends are lost. */
const marginBeforeMs = 15;
const marginAfterMs = 40;
const fadeInMs = 5;
const fadeOutMs = 25;

/** Where words are heard in a recording: from one sample up to another. */
export interface Span {
	from: number;
	to: number;
}

/** Where the sound begins and ends, without margins; null where nothing is heard. */
export function soundSpan({ samples, rate }: Recording): Span | null {
	const step = frameSize(rate);
	const levels = frameLevels(samples, step);
	const least = threshold(levels);
	if (least === null) return null;
	const first = levels.findIndex((level) => level >= least);
	let last = levels.length - 1;
	while (last > first && (levels[last] ?? -Infinity) < least) last -= 1;
	return { from: first * step, to: Math.min((last + 1) * step, samples.length) };
}

/**
 * What is wrong with a recording of some words; nothing where it can be used.
 * @param text what is said in it: its words limit how long it may be
 */
export function recordingFaults(recording: Recording, text: string): RecordingFault[] {
	const { samples, rate } = recording;
	const span = soundSpan(recording);
	if (span === null) return ["silent"];
	const step = frameSize(rate);
	const words = text.split(/\s+/).length;
	const soundMs = ((span.to - span.from) / rate) * 1_000;
	const inside = frameLevels(samples.subarray(span.from, span.to), step);
	const edge = (limits.edgeMs / 1_000) * rate;
	const loudness = activeLevel(samples.subarray(span.from, span.to), rate);
	// Where the room is as loud as that, nobody can tell where the word begins and ends.
	if (loudness - room(frameLevels(samples, step)) < limits.aboveRoomDb) return ["noisy"];
	const faults: [RecordingFault, boolean][] = [
		["too-quiet", loudness < limits.tooQuietDb],
		[
			"clipped",
			longestRun(samples, (sample) => Math.abs(sample) >= fullScale) >= limits.clippedRun,
		],
		["cut-off", span.from < edge || span.to > samples.length - edge],
		["too-short", soundMs < words * limits.leastWordMs],
		["too-long", soundMs > (words + 0.5) * limits.mostWordMs],
		["gap", longestSilence(inside, threshold(frameLevels(samples, step)) ?? 0) > limits.gapMs],
	];
	return faults.flatMap(([fault, holds]) => (holds ? [fault] : []));
}

/** The sound alone, its silence cut off and its level that of every other clip. Silence stays what it is. */
export function trimmedAndLevelled(recording: Recording): Recording {
	const { samples, rate } = recording;
	const span = soundSpan(recording);
	if (span === null) return recording;
	const from = Math.max(0, span.from - inSamples(marginBeforeMs, rate));
	const to = Math.min(samples.length, span.to + inSamples(marginAfterMs, rate));
	const gainDb = Math.min(
		levelDb - activeLevel(samples.subarray(span.from, span.to), rate),
		mostPeakDb - peakLevel(samples.subarray(from, to)),
	);
	const gain = 10 ** (gainDb / 20);
	const [fadeIn, fadeOut] = [inSamples(fadeInMs, rate), inSamples(fadeOutMs, rate)];
	const cut = samples.slice(from, to);
	return {
		rate,
		samples: cut.map((sample, at) => {
			const fade = Math.min(1, (at + 1) / fadeIn, (cut.length - at) / fadeOut);
			return sample * gain * fade;
		}),
	};
}

/** The sound with so much of what is around it, as far as there is any: what is kept of a recording that was begun early and ended late. */
export function aroundSound(recording: Recording, ms: number): Recording {
	const { samples, rate } = recording;
	const span = soundSpan(recording);
	if (span === null) return recording;
	const around = inSamples(ms, rate);
	return { rate, samples: samples.slice(Math.max(0, span.from - around), span.to + around) };
}

/** How loud the words are, dB: the mean power of what is within 15 dB of the loudest moment, so that pauses do not count. */
export function activeLevel(samples: Float32Array, rate: number): number {
	const levels = frameLevels(samples, frameSize(rate));
	const loudest = Math.max(...levels);
	const active = levels.filter((level) => level >= loudest - 15);
	const power = active.reduce((sum, level) => sum + 10 ** (level / 10), 0) / active.length;
	return decibels(power);
}

const fullScale = 0.999;

/** 10 ms: short enough to find where a word begins, long enough for two periods of a deep voice. */
function frameSize(rate: number): number {
	return Math.round(rate / 100);
}

function inSamples(ms: number, rate: number): number {
	return Math.round((ms / 1_000) * rate);
}

function frameLevels(samples: Float32Array, step: number): number[] {
	const levels: number[] = [];
	for (let from = 0; from < samples.length; from += step) {
		const frame = samples.subarray(from, from + step);
		levels.push(decibels(frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length));
	}
	return levels;
}

/** From what level on something is a word and not the room; null where there is no word. */
function threshold(levels: readonly number[]): number | null {
	const loudest = Math.max(...levels);
	if (loudest < limits.silentDb) return null;
	const quietest = [...levels].sort((one, other) => one - other)[Math.floor(levels.length / 10)];
	// A word that fills its recording has no quiet part: then its own softest sounds must not be taken for the room.
	return Math.max(loudest - 40, Math.min((quietest ?? -Infinity) + 8, loudest - 20));
}

function longestSilence(levels: readonly number[], least: number): number {
	return longestRun(levels, (level) => level < least) * 10;
}

function longestRun(values: ArrayLike<number>, holds: (value: number) => boolean): number {
	let longest = 0;
	let run = 0;
	for (let at = 0; at < values.length; at += 1) {
		run = holds(values[at] ?? 0) ? run + 1 : 0;
		longest = Math.max(longest, run);
	}
	return longest;
}

/** How loud it is where nobody speaks: the quietest twentieth. */
function room(levels: readonly number[]): number {
	return [...levels].sort((one, other) => one - other)[Math.floor(levels.length / 20)] ?? -Infinity;
}

function peakLevel(samples: Float32Array): number {
	return decibels(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) ** 2);
}

function decibels(power: number): number {
	return power === 0 ? -120 : Math.max(-120, 10 * Math.log10(power));
}
