import { encode } from "uqr";
import { type Bitmap, blankBitmap, fillBlack } from "./bitmap.ts";

/** A QR code with error correction M as a picture, centred in `widthDots`; without white above and beneath. A code that is wider throws. */
export function drawQr(text: string, moduleDots: number, widthDots?: number): Bitmap {
	const { size, data } = encode(text, { ecc: "M", border: 0 });
	const side = size * moduleDots;
	const width = widthDots ?? side;
	if (side > width) throw new Error(`a QR code of ${side} dots does not fit into ${width}`);
	const bitmap = blankBitmap(width, side);
	const left = Math.floor((width - side) / 2);
	for (const [row, modules] of data.entries()) {
		for (const [column, black] of modules.entries()) {
			if (!black) continue;
			const [x, y] = [left + column * moduleDots, row * moduleDots];
			fillBlack(bitmap, { x, y, width: moduleDots, height: moduleDots });
		}
	}
	return bitmap;
}
