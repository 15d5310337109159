import { readFile, stat } from "node:fs/promises";
import { decode } from "fast-png";
import { type Bitmap, blankBitmap, fillBlack } from "./bitmap.ts";

/** Reads logos, and reads one again only after its file has changed. */
export interface Logos {
	/** Null where the file is gone or cannot be read: no paper fails for its ornament. */
	of(file: string): Promise<Bitmap | null>;
}

export function createLogos(onUnreadable: (file: string, error: unknown) => void): Logos {
	const read = new Map<string, { modifiedMs: number | null; picture: Bitmap | null }>();
	return {
		async of(file) {
			let modifiedMs: number | null = null;
			const known = read.get(file);
			try {
				modifiedMs = (await stat(file)).mtimeMs;
				if (known?.modifiedMs === modifiedMs) return known.picture;
				const picture = blackOf(await readFile(file));
				read.set(file, { modifiedMs, picture });
				return picture;
			} catch (error) {
				// Said once, not with every ticket.
				if (known?.picture !== null || known.modifiedMs !== modifiedMs) onUnreadable(file, error);
				read.set(file, { modifiedMs, picture: null });
				return null;
			}
		},
	};
}

/** A PNG dot for dot: black is what is darker than half on white paper. Throws where it is none. */
export function blackOf(png: Uint8Array): Bitmap {
	const { width, height, depth, channels, data, palette } = decode(png);
	const most = 2 ** depth - 1;
	const samplesARow = Math.ceil((width * channels * Math.min(depth, 8)) / 8);
	const picture = blankBitmap(width, height);

	/** A sample of one or two bytes stands by itself; smaller ones share a byte, the highest bits first. */
	function sample(x: number, y: number, channel: number): number {
		const index = x * channels + channel;
		if (depth >= 8) return data[y * width * channels + index] ?? 0;
		const byte = data[y * samplesARow + ((index * depth) >> 3)] ?? 0;
		return (byte >> (8 - depth - ((index * depth) & 7))) & most;
	}

	function isDark(x: number, y: number): boolean {
		const samples = palette
			? (palette[sample(x, y, 0)] ?? []).map((value) => value / 255)
			: Array.from({ length: channels }, (_, channel) => sample(x, y, channel) / most);
		const [first = 1, second = first, third = first, fourth = 1] = samples;
		// Grey alone, or with how much of it is seen; else red, green, blue, and perhaps that.
		const [light, seen] =
			samples.length < 3
				? [first, samples[1] ?? 1]
				: [0.299 * first + 0.587 * second + 0.114 * third, fourth];
		return 1 - seen * (1 - light) < 0.5;
	}

	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			if (isDark(x, y)) fillBlack(picture, { x, y, width: 1, height: 1 });
		}
	}
	return picture;
}
