import type { Recording } from "./recording.ts";

/** A recording as a WAV file: one channel, 16 bits a sample (RIFF, format 1). */
export function wavOf({ samples, rate }: Recording): Uint8Array<ArrayBuffer> {
	const headerBytes = 44;
	const bytes = new Uint8Array(headerBytes + 2 * samples.length);
	const view = new DataView(bytes.buffer);
	const write = (text: string, at: number) => {
		for (let index = 0; index < text.length; index += 1) {
			bytes[at + index] = text.charCodeAt(index);
		}
	};
	write("RIFF", 0);
	view.setUint32(4, bytes.length - 8, true);
	write("WAVEfmt ", 8);
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, rate, true);
	view.setUint32(28, 2 * rate, true);
	view.setUint16(32, 2, true);
	view.setUint16(34, 16, true);
	write("data", 36);
	view.setUint32(40, 2 * samples.length, true);
	for (let at = 0; at < samples.length; at += 1) {
		const sample = Math.max(-1, Math.min(1, samples[at] ?? 0));
		view.setInt16(headerBytes + 2 * at, Math.round(sample * 32_767), true);
	}
	return bytes;
}
