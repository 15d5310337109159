import jsqr from "jsqr";
import { type Bitmap, isBlack } from "./bitmap.ts";

/** For tests: the text of the QR code on a picture, read from its dots as a phone reads it; undefined where there is none. */
export function readQr(picture: Bitmap): string | undefined {
	const { widthDots, heightDots } = picture;
	const rgba = new Uint8ClampedArray(4 * widthDots * heightDots).fill(255);
	for (let y = 0; y < heightDots; y++) {
		for (let x = 0; x < widthDots; x++) {
			const dot = 4 * (y * widthDots + x);
			if (isBlack(picture, x, y)) rgba.fill(0, dot, dot + 3);
		}
	}
	return jsqr.default(rgba, widthDots, heightDots)?.data;
}
