import type { Playing } from "./player.ts";

interface SoundNode {
	connect(to: unknown): unknown;
	disconnect(): void;
}

interface SoundSource<Buffer> extends SoundNode {
	buffer: Buffer | null;
	start(atS: number): void;
	stop(): void;
	addEventListener(type: "ended", listener: () => void): void;
}

/** What is needed of an `AudioContext`. */
export interface SoundContext<Buffer> {
	readonly currentTime: number;
	readonly destination: unknown;
	createGain(): SoundNode & { readonly gain: { value: number } };
	createBufferSource(): SoundSource<Buffer>;
}

/** Room to put all clips of a call on the context's clock before the first of them begins. */
const leadS = 0.08;

/** A decoded clip, and how long it is quiet after it. */
interface Sound<Buffer> {
	buffer: Buffer;
	pauseS: number;
}

/**
 * Plays sounds one after the other, each on its sample.
 * @param volume 0 to 100
 */
export function playBuffers<Buffer extends { readonly duration: number }>(
	context: SoundContext<Buffer>,
	sounds: readonly Sound<Buffer>[],
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
	let isOver = false;
	sources[sources.length - 1]?.addEventListener("ended", () => {
		// A source that is stopped has ended as well.
		if (isOver) return;
		release();
		onEnded();
	});
	return {
		durationMs: (leadS + atS - beginS) * 1_000,
		stop() {
			release();
			for (const source of sources) source.stop();
		},
	};

	/** What stays connected is kept by the browser for good. */
	function release(): void {
		isOver = true;
		for (const source of sources) source.disconnect();
		gain.disconnect();
	}
}
