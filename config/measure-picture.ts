import { crc32 } from "node:zlib";
import { kindOfPicture } from "./picture-file.ts";

export interface MeasuredPicture {
	kind: "png" | "jpg";
	widthPx: number;
	heightPx: number;
}

/** `other`: it begins as neither. `cut-short`: its end or a part of it is missing. `unshowable`: a kind of JPEG that browsers do not draw. */
export type NoPicture = "other" | "cut-short" | "unshowable";

/**
 * How large a picture is, where all of its parts are there as far as can be seen without drawing it: what a browser would show half of, or not at all, is none.
 * Nothing is unpacked, so that no picture takes more time or memory than its own bytes.
 */
export function measurePicture(bytes: Buffer): MeasuredPicture | NoPicture {
	switch (kindOfPicture(bytes)) {
		case "png":
			return measurePng(bytes);
		case "jpg":
			return measureJpeg(bytes);
		case null:
			return "other";
	}
}

/** ISO/IEC 15948, 5.3: length, type, data and CRC-32 of each chunk, from IHDR with width and height to IEND. */
function measurePng(bytes: Buffer): MeasuredPicture | NoPicture {
	let size: MeasuredPicture | null = null;
	let hasData = false;
	for (let at = 8; at + 12 <= bytes.length; ) {
		const end = at + 12 + bytes.readUInt32BE(at);
		if (end > bytes.length) return "cut-short";
		const type = bytes.toString("latin1", at + 4, at + 8);
		if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return "cut-short";
		if (size === null) {
			if (type !== "IHDR" || end - at !== 25) return "cut-short";
			const [widthPx, heightPx] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
			size = { kind: "png", widthPx, heightPx };
		}
		if (type === "IDAT") hasData = true;
		if (type === "IEND") return hasData ? size : "cut-short";
		at = end;
	}
	return "cut-short";
}

/**
 * ITU-T T.81, B.1 and B.2: segments up to the scan, of which SOF has the size. Only what every browser draws is taken: baseline, extended and progressive
 * of 8 bits with Huffman codes (SOF0 to SOF2).
 */
function measureJpeg(bytes: Buffer): MeasuredPicture | NoPicture {
	let size: MeasuredPicture | null = null;
	for (let at = 2; at + 4 <= bytes.length; ) {
		if (bytes[at] !== 0xff) return "cut-short";
		const marker = bytes[at + 1] ?? 0;
		// Any number of 0xFF may fill the space before a marker.
		if (marker === 0xff) {
			at++;
			continue;
		}
		const length = bytes.readUInt16BE(at + 2);
		if (length < 2 || at + 2 + length > bytes.length) return "cut-short";
		if (isStartOfFrame(marker)) {
			if (marker > 0xc2 || length < 8 || bytes[at + 4] !== 8) return "unshowable";
			const [heightPx, widthPx] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
			size = { kind: "jpg", widthPx, heightPx };
		}
		// What a camera adds after the end does no harm; a picture that is cut short has no end.
		if (marker === startOfScan) {
			const hasEnd = bytes.indexOf(endOfImage, at + 2 + length) !== -1;
			return size && hasEnd ? size : "cut-short";
		}
		at += 2 + length;
	}
	return "cut-short";
}

const startOfScan = 0xda;
const endOfImage = Buffer.from([0xff, 0xd9]);

/** SOF0 to SOF15, without DHT, JPG and DAC, which stand between them. */
function isStartOfFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
