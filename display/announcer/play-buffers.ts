import type { Playing } from "./player.ts";

/** What is needed of the browser's sound. */
export type SoundContext = Pick<
	AudioContext,
	"createGain" | "createBufferSource" | "currentTime" | "destination"
>;

/** Room to put all clips of a call on the context's clock before the first of them begins. */
const leadS = 0.08;

/** A decoded clip, and how long it is quiet after it. */
interface Sound {
	buffer: AudioBuffer;
	pauseS: number;
}

/**
 * Plays sounds one after the other, each on its sample.
 * @param volume 0 to 100
 */
export function playBuffers(
	context: SoundContext,
	sounds: readonly Sound[],
	volume: number,
	onEnded: () => void,
): Playing {
	const gain = context.createGain();
	// Loudness is heard by its power: half the volume is then about half as loud.
	gain.gain.value = (volume / 100) ** 2;
	gain.connect(context.destination);
	const beginS = context.currentTime + leadS;
	let atS = beginS;
	const sources = sounds.map(({ buffer, pauseS }) => {
		const source = context.createBufferSource();
		source.buffer = buffer;
		source.connect(gain);
		source.start(atS);
		atS += buffer.duration + pauseS;
		return source;
	});
	const last = sources[sources.length - 1];
	if (last) {
		last.onended = () => {
			release();
			onEnded();
		};
	}
	return {
		durationMs: (leadS + atS - beginS) * 1_000,
		stop() {
			if (last) last.onended = null;
			for (const source of sources) source.stop();
			release();
		},
	};

	/** What stays connected is kept by the browser for good. */
	function release(): void {
		for (const source of sources) source.disconnect();
		gain.disconnect();
	}
}
