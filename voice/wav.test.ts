import { expect, test } from "vitest";
import { wavOf } from "./wav.ts";

test("a WAV file says how long it is and how fast, and holds its samples, the loudest at full scale", () => {
	const file = wavOf({ samples: Float32Array.of(0, 1, -1, 0.5, 7), rate: 48_000 });
	const view = new DataView(file.buffer);
	const text = (from: number, to: number) => String.fromCharCode(...file.subarray(from, to));
	expect([text(0, 4), text(8, 16), text(36, 40)]).toEqual(["RIFF", "WAVEfmt ", "data"]);
	expect(view.getUint32(4, true)).toBe(file.length - 8);
	// Samples as they are, one channel, 16 bits each.
	expect([20, 22, 34].map((at) => view.getUint16(at, true))).toEqual([1, 1, 16]);
	expect([24, 28, 40].map((at) => view.getUint32(at, true))).toEqual([48_000, 96_000, 10]);
	const samples = [0, 1, 2, 3, 4].map((at) => view.getInt16(44 + 2 * at, true));
	expect(samples).toEqual([0, 32_767, -32_767, 16_384, 32_767]);
});
