import { type Bitmap, isBlack, rowBytes } from "./bitmap.ts";

/**
 * The picture without the beginnings of real-time commands (DLE EOT, DLE ENQ, DLE DC4: `10 04`, `10 05`, `10 14`) within its
 * rows. Printers look for these in all that comes in, pictures too, as Epson's reference warns: one there would be answered, end
 * an error, or clear the buffer. The single dot that makes the byte `10` is widened by the dot beside it, on the side where the
 * strokes above and below have more; a dot less could break a stroke. Where no such pair is, the picture itself is given back.
 */
export function withoutRealTime(bitmap: Bitmap): Bitmap {
	const stride = rowBytes(bitmap.widthDots);
	let rows: Uint8Array | null = null;
	for (let at = 0; at + 1 < bitmap.rows.length; at++) {
		if ((at + 1) % stride === 0 || !beginsRealTime(bitmap.rows, at)) continue;
		rows ??= bitmap.rows.slice();
		const [x, y] = [8 * (at % stride) + 3, Math.floor(at / stride)];
		const beside = (column: number) =>
			Number(isBlack(bitmap, column, y - 1)) + Number(isBlack(bitmap, column, y + 1));
		rows[at] = beside(x - 1) > beside(x + 1) ? 0x30 : 0x18;
	}
	return rows ? { ...bitmap, rows } : bitmap;
}

/** Whether a real-time command begins at the byte. Such a pair across two rows is to be parted by ending the band between. */
export function beginsRealTime(bytes: Uint8Array, at: number): boolean {
	const next = bytes[at + 1];
	return bytes[at] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14);
}
