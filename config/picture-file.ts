import { readFileSync } from "node:fs";

/** The bytes of a picture that an office file names, or, in words, why they cannot be had. */
export function pictureBytes(file: string): Buffer | string {
	try {
		return readFileSync(file);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
		return code === "ENOENT" ? "which is not there" : `which cannot be read (${code})`;
	}
}

/** Whether they begin as a PNG does (ISO/IEC 15948, 5.2). */
export function beginsAsPng(bytes: Buffer): boolean {
	return bytes.length >= 8 && bytes.readBigUInt64BE(0) === 0x89504e470d0a1a0an;
}

/** What a picture is by its first bytes; of a JPEG SOI and the marker after it (ITU-T T.81). */
export function kindOfPicture(bytes: Buffer): "png" | "jpg" | null {
	if (beginsAsPng(bytes)) return "png";
	if (bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return "jpg";
	return null;
}
