import type { Bitmap } from "../bitmap.ts";
import type { Drawing } from "../sheet.ts";

/** A paper from top to bottom: pictures that we draw, and QR codes that the printer may draw itself. */
export interface PaperLayout {
	widthDots: number;
	parts: (Drawing | QrPart)[];
}

/** A QR code with error correction M, centred; `moduleDots` is the side of one of its squares. */
export interface QrPart {
	kind: "qr";
	text: string;
	moduleDots: number;
}

/** The office's own picture, ready to be drawn dot for dot; null where it has none. */
export type Logo = Bitmap | null;
