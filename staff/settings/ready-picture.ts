import { slidePictureLimits } from "../../protocol/slide-pictures.ts";

/** A file as the hub takes it: as it was chosen wherever it may be sent so, else drawn anew, smaller. */
export interface ReadyPicture {
	file: Blob;
	/** Its size where it was made smaller; null where it is as it was. */
	shrunkTo: { widthPx: number; heightPx: number } | null;
}

/**
 * What a phone's camera makes is larger than any board can show, and what is neither PNG nor JPEG not every board can: both are drawn anew as JPEG.
 * @returns null where the browser can make no picture of it
 */
export async function readyPicture(file: Blob): Promise<ReadyPicture | null> {
	const bitmap = await createImageBitmap(file).catch(() => null);
	if (bitmap === null) return null;
	try {
		const { bytes, sidePx } = slidePictureLimits;
		const isOne = file.type === "image/png" || file.type === "image/jpeg";
		const longerPx = Math.max(bitmap.width, bitmap.height);
		if (isOne && file.size <= bytes && longerPx <= sidePx) return { file, shrunkTo: null };
		for (const mostPx of longestSidesPx) {
			const scale = Math.min(1, mostPx / longerPx);
			const widthPx = Math.max(1, Math.round(bitmap.width * scale));
			const heightPx = Math.max(1, Math.round(bitmap.height * scale));
			const drawn = await jpegOf(bitmap, widthPx, heightPx);
			if (drawn && drawn.size <= bytes) return { file: drawn, shrunkTo: { widthPx, heightPx } };
		}
		return null;
	} finally {
		bitmap.close();
	}
}

/** Of a panel of 4K, of one between, and of Full HD: the first that the bytes have room for. */
const longestSidesPx = [3840, 2560, 1920];

function jpegOf(bitmap: ImageBitmap, widthPx: number, heightPx: number): Promise<Blob | null> {
	const canvas = document.createElement("canvas");
	canvas.width = widthPx;
	canvas.height = heightPx;
	const pen = canvas.getContext("2d");
	if (pen === null) return Promise.resolve(null);
	// JPEG has no transparency: what was seen through is white, as on paper.
	pen.fillStyle = "#fff";
	pen.fillRect(0, 0, widthPx, heightPx);
	pen.imageSmoothingQuality = "high";
	pen.drawImage(bitmap, 0, 0, widthPx, heightPx);
	return new Promise((drawn) => canvas.toBlob(drawn, "image/jpeg", 0.88));
}
