import type { Alert } from "./alerts.ts";

/** One struck tone: it is loudest at once and fades. */
export interface Tone {
	hz: number;
	/** After the chime begins. */
	atS: number;
	lastsS: number;
	/** Of what the phone gives, 0 to 1. */
	loudness: number;
}

/** A call: three tones upwards, three times, to be heard in a hall. */
const call = [0, 2.4, 4.8].flatMap((roundS) =>
	[784, 988, 1175].map(
		(hz, at): Tone => ({ hz, atS: roundS + at * 0.35, lastsS: 1.4, loudness: 0.9 }),
	),
);

/** Soon: two tones, softer, once. Also what is heard where somebody turns the sound on. */
const soon = [659, 880].map((hz, at): Tone => ({ hz, atS: at * 0.3, lastsS: 1.1, loudness: 0.35 }));

export const chimes: Record<Alert, readonly Tone[]> = { called: call, soon };

/** Vibration as the browser takes it: ms on, ms off, in turn. */
export const pulses: Record<Alert, number[]> = {
	called: [600, 200, 600, 200, 600, 400, 600, 200, 600, 200, 600],
	soon: [250],
};

/** How long a chime is heard. */
export function lengthS(tones: readonly Tone[]): number {
	return Math.max(0, ...tones.map(({ atS, lastsS }) => atS + lastsS));
}

/**
 * Plays tones that Web Audio makes itself, so there is no file to wait for. Each has a soft overtone: small loudspeakers give little of the
 * tone itself.
 * @param to what it is heard through
 */
export function play(context: BaseAudioContext, to: AudioNode, tones: readonly Tone[]): void {
	const beginS = context.currentTime + 0.02;
	for (const { hz, atS, lastsS, loudness } of tones) {
		for (const [over, share] of overtones) {
			const gain = context.createGain();
			const fromS = beginS + atS;
			gain.gain.setValueAtTime(0, fromS);
			gain.gain.linearRampToValueAtTime(loudness * share, fromS + 0.01);
			gain.gain.exponentialRampToValueAtTime(0.001, fromS + lastsS);
			gain.connect(to);
			const tone = context.createOscillator();
			tone.frequency.value = hz * over;
			tone.connect(gain);
			tone.start(fromS);
			tone.stop(fromS + lastsS);
		}
	}
}

const overtones = [
	[1, 0.6],
	[2, 0.25],
	[3, 0.1],
] as const;
