import { expect, test } from "vitest";
import { playBuffers, type SoundContext } from "./play-buffers.ts";

/** The browser's sound as far as it is asked here, with an account of what is connected. */
function fakeSound() {
	const connected = new Set<object>();
	const started: { atS: number; endsS: number; ended: () => void }[] = [];
	const gains: { value: number }[] = [];
	const node = () => {
		const one = {
			connect: () => connected.add(one),
			disconnect: () => connected.delete(one),
		};
		return one;
	};
	const sound = {
		currentTime: 10,
		destination: {},
		createGain() {
			const gain = { value: 1 };
			gains.push(gain);
			return Object.assign(node(), { gain });
		},
		createBufferSource() {
			const source = Object.assign(node(), {
				buffer: { duration: 0 },
				onended: null as (() => void) | null,
				start(atS: number) {
					const endsS = atS + source.buffer.duration;
					started.push({ atS, endsS, ended: () => source.onended?.() });
				},
				stop: () => undefined,
			});
			return source;
		},
	};
	// The few calls that are made stand for the browser's hundreds.
	const context: unknown = sound;
	return { context: context as SoundContext, connected, started, gains };
}

const clip = (duration: number, pauseS = 0) => ({ buffer: { duration } as AudioBuffer, pauseS });

test("each clip begins where the one before it and its pause have ended, to the sample", () => {
	const { context, started } = fakeSound();
	const { durationMs } = playBuffers(
		context,
		[clip(1, 0.25), clip(0.5), clip(0.25, 0.125)],
		50,
		() => undefined,
	);
	const [first, second, third] = started;
	expect(first?.atS).toBeGreaterThan(10);
	expect(second?.atS).toBe((first?.endsS ?? 0) + 0.25);
	expect(third?.atS).toBe(second?.endsS);
	expect(durationMs).toBeCloseTo(2_125 + ((first?.atS ?? 0) - 10) * 1_000);
});

test("half the volume is a quarter of the amplitude", () => {
	const { context, gains } = fakeSound();
	playBuffers(context, [clip(1)], 50, () => undefined);
	expect(gains).toEqual([{ value: 0.25 }]);
});

test("ten thousand calls leave nothing connected, neither those that end nor those that are ended", () => {
	const { context, connected, started } = fakeSound();
	let ended = 0;
	for (let count = 0; count < 10_000; count += 1) {
		const playing = playBuffers(context, [clip(1), clip(1), clip(1)], 80, () => {
			ended += 1;
		});
		const last = started.at(-1);
		if (count % 10 === 0) playing.stop();
		last?.ended();
		started.length = 0;
	}
	expect(ended).toBe(9_000);
	expect(connected.size).toBe(0);
});
