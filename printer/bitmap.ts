import { decode, encode } from "fast-png";

/** A 1-bit picture: rows from the top, each padded to whole bytes; 1 is black, the left dot is the highest bit. */
export interface Bitmap {
	widthDots: number;
	heightDots: number;
	rows: Uint8Array;
}

/** Bytes of one row. */
export function rowBytes(widthDots: number): number {
	return Math.ceil(widthDots / 8);
}

/** A white picture. */
export function blankBitmap(widthDots: number, heightDots: number): Bitmap {
	return { widthDots, heightDots, rows: new Uint8Array(rowBytes(widthDots) * heightDots) };
}

/** Whether the dot is black; outside the picture none is. */
export function isBlack({ widthDots, heightDots, rows }: Bitmap, x: number, y: number): boolean {
	if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return false;
	return ((rows[y * rowBytes(widthDots) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Blackens a rectangle; what lies outside the picture is left out. */
export function fillBlack(
	bitmap: Bitmap,
	area: { x: number; y: number; width: number; height: number },
): void {
	const stride = rowBytes(bitmap.widthDots);
	const right = Math.min(area.x + area.width, bitmap.widthDots);
	const bottom = Math.min(area.y + area.height, bitmap.heightDots);
	for (let y = Math.max(area.y, 0); y < bottom; y++) {
		for (let x = Math.max(area.x, 0); x < right; x++) {
			const at = y * stride + (x >> 3);
			bitmap.rows[at] = (bitmap.rows[at] ?? 0) | (0x80 >> (x & 7));
		}
	}
}

/**
 * Lays a picture onto another one with its top left dot at (x, y): its black becomes `ink`, its white leaves what was there.
 * What falls outside is left out.
 */
export function stamp(
	onto: Bitmap,
	{ x, y, bitmap }: { x: number; y: number; bitmap: Bitmap },
	ink: "black" | "white" = "black",
): void {
	const [from, to] = [rowBytes(bitmap.widthDots), rowBytes(onto.widthDots)];
	const shift = x & 7;
	// Dots in the padding of a row would be none of the picture's.
	const lastByte = (0xff << (to * 8 - onto.widthDots)) & 0xff;
	const top = Math.max(0, -y);
	const bottom = Math.min(bitmap.heightDots, onto.heightDots - y);

	function blacken(row: number, column: number, dots: number): void {
		if (dots === 0 || column < 0 || column >= to) return;
		const at = row * to + column;
		const within = column === to - 1 ? dots & lastByte : dots;
		onto.rows[at] =
			ink === "black" ? (onto.rows[at] ?? 0) | within : (onto.rows[at] ?? 0) & ~within;
	}

	for (let row = top; row < bottom; row++) {
		for (let byte = 0; byte < from; byte++) {
			const dots = bitmap.rows[row * from + byte] ?? 0;
			if (dots === 0) continue;
			const column = (x >> 3) + byte;
			blacken(y + row, column, dots >> shift);
			blacken(y + row, column + 1, (dots << (8 - shift)) & 0xff);
		}
	}
}

/** The smallest rectangle around all black; null when blank. `right` and `bottom` are the first dots outside it. */
export function inkBounds(
	bitmap: Bitmap,
): { left: number; top: number; right: number; bottom: number } | null {
	let bounds: { left: number; top: number; right: number; bottom: number } | null = null;
	for (let y = 0; y < bitmap.heightDots; y++) {
		for (let x = 0; x < bitmap.widthDots; x++) {
			if (!isBlack(bitmap, x, y)) continue;
			bounds ??= { left: x, top: y, right: x + 1, bottom: y + 1 };
			bounds.left = Math.min(bounds.left, x);
			bounds.right = Math.max(bounds.right, x + 1);
			bounds.bottom = y + 1;
		}
	}
	return bounds;
}

/** As PNG, 1 bit a dot. The picture must have at least one row. */
export function toPng(bitmap: Bitmap): Uint8Array {
	return encode({
		width: bitmap.widthDots,
		height: bitmap.heightDots,
		depth: 1,
		channels: 1,
		// In a PNG a 1 is white.
		data: bitmap.rows.map((byte) => byte ^ 0xff),
	});
}

/** Reads back what `toPng` wrote; throws on any other kind of PNG. */
export function fromPng(png: Uint8Array): Bitmap {
	const { width, height, depth, channels, data } = decode(png);
	if (depth !== 1 || channels !== 1) throw new Error("not a 1-bit picture");
	return {
		widthDots: width,
		heightDots: height,
		rows: Uint8Array.from(data, (byte) => byte ^ 0xff),
	};
}
