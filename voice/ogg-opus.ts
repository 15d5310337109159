/** Opus counts its samples 48,000 a second, whatever it was made of (RFC 7845, 4). */
const samplesPerMs = 48;
const pageHeaderBytes = 27;

/**
 * How long an Ogg Opus file is heard, milliseconds; null where it is none, is damaged or was cut short. The form is that of RFC 3533 (pages)
 * and RFC 7845 (identification header, pre-skip, granule position).
 */
export function opusDurationMs(bytes: Uint8Array): number | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let preSkip: number | null = null;
	let at = 0;
	while (at + pageHeaderBytes <= bytes.length) {
		if (text(bytes, at, 4) !== "OggS") return null;
		const segments = view.getUint8(at + 26);
		const body = at + pageHeaderBytes + segments;
		const lacing = bytes.subarray(at + pageHeaderBytes, body);
		const end = body + lacing.reduce((sum, length) => sum + length, 0);
		if (end > bytes.length || lacing.length < segments) return null;
		if (checksum(bytes.subarray(at, end)) !== view.getUint32(at + 22, true)) return null;
		if (preSkip === null) {
			if (end - body < 19 || text(bytes, body, 8) !== "OpusHead") return null;
			preSkip = view.getUint16(body + 10, true);
		}
		const isLast = (view.getUint8(at + 5) & 4) !== 0;
		if (isLast) {
			const granule = view.getUint32(at + 6, true) + view.getUint32(at + 10, true) * 2 ** 32;
			return end === bytes.length ? (granule - preSkip) / samplesPerMs : null;
		}
		at = end;
	}
	return null;
}

/** Ogg's CRC-32: of the page with its own four bytes taken for zero, not reflected, polynomial 04c11db7. */
function checksum(page: Uint8Array): number {
	let sum = 0;
	for (let at = 0; at < page.length; at += 1) {
		const byte = at >= 22 && at < 26 ? 0 : (page[at] ?? 0);
		sum = (sum << 8) ^ (byteSums[(sum >>> 24) ^ byte] ?? 0);
	}
	return sum >>> 0;
}

const byteSums = Array.from({ length: 256 }, (_, byte) => {
	let sum = byte << 24;
	for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
	return sum;
});

function text(bytes: Uint8Array, at: number, length: number): string {
	return String.fromCharCode(...bytes.subarray(at, at + length));
}
