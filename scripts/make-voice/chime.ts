import type { Recording } from "../../voice/recording.ts";

/** Two soft notes, a falling third (E5, C5): heard through a hall's voices, and no alarm. */
const notes = [
	{ hz: 659.26, atMs: 0 },
	{ hz: 523.25, atMs: 320 },
];
/** A struck bar: partials as amplitudes of the note and how fast they die away. */
const partials = [
	{ ratio: 1, amplitude: 1, halfMs: 170 },
	{ ratio: 2, amplitude: 0.22, halfMs: 90 },
	{ ratio: 3.93, amplitude: 0.06, halfMs: 35 },
];
const lengthMs = 1_150;
const attackMs = 6;
/** It is to be heard before words of -20 dB, not above them. */
const peak = 0.32;

export function synthesizeChime(rate: number): Recording {
	const samples = new Float32Array(Math.round((lengthMs / 1_000) * rate));
	for (const { hz, atMs } of notes) {
		for (const { ratio, amplitude, halfMs } of partials) {
			const from = Math.round((atMs / 1_000) * rate);
			for (let at = from; at < samples.length; at += 1) {
				const ms = ((at - from) / rate) * 1_000;
				const envelope = Math.min(1, ms / attackMs) * 0.5 ** (ms / halfMs);
				const wave = Math.sin((2 * Math.PI * hz * ratio * ms) / 1_000);
				samples[at] = (samples[at] ?? 0) + amplitude * envelope * wave;
			}
		}
	}
	const most = samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
	return { rate, samples: samples.map((sample) => (sample / most) * peak) };
}
