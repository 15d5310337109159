import { expect, test } from "vitest";
import { playBuffers, type SoundContext } from "./play-buffers.ts";

/** The browser's sound as far as it is asked here, with an account of what is connected. */
function fakeSound() {
	const connected = new Set<object>();
	const started: { atS: number; endsS: number; end: () => void }[] = [];
	const gains: { value: number }[] = [];
	const node = () => {
		const one = {
			connect: () => connected.add(one),
			disconnect: () => void connected.delete(one),
		};
		return one;
	};
	const context: SoundContext<{ duration: number }> = {
		currentTime: 10,
		destination: {},
		createGain() {
			const gain = { value: 1 };
			gains.push(gain);
			return Object.assign(node(), { gain });
		},
		createBufferSource() {
			const listeners: (() => void)[] = [];
			const end = () => {
				for (const listener of listeners) listener();
			};
			const buffer: { duration: number } | null = null;
			const source = Object.assign(node(), {
				buffer,
				addEventListener: (_type: "ended", listener: () => void) => void listeners.push(listener),
				start(this: { buffer: { duration: number } | null }, atS: number) {
					started.push({ atS, endsS: atS + (this.buffer?.duration ?? 0), end });
				},
				stop: end,
			});
			return source;
		},
	};
	return { context, connected, started, gains };
}

const clip = (duration: number, pauseS = 0) => ({ buffer: { duration }, pauseS });

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
		last?.end();
		started.length = 0;
	}
	expect(ended).toBe(9_000);
	expect(connected.size).toBe(0);
});
