/** A command that a printer sees when it arrives, before all that waits in its buffer. */
export type RealTimeCommand =
	| { kind: "status"; n: number }
	/** DLE ENQ: 1 goes on after an error, 2 does so without what waits. */
	| { kind: "recover"; n: number }
	| { kind: "clear" };

/** How many bytes the real-time command at the beginning has; null while that is not certain. */
export function realTimeLength(bytes: Uint8Array): number | null {
	const [, second, third] = bytes;
	if (second === undefined || third === undefined) return null;
	if (second !== 0x14) return 3;
	const length = third === 8 ? clear.length : 5;
	return bytes.length < length ? null : length;
}

/** Watches what arrives, byte for byte, for DLE EOT, DLE ENQ and DLE DC4 function 8: also within a picture, as printers do. */
export function realTimeWatch(): (byte: number) => RealTimeCommand | null {
	let seen: number[] = [];
	return (byte) => {
		if (seen.length === 0 && byte !== 0x10) return null;
		seen.push(byte);
		while (seen.length > 0 && !isBeginning(seen)) seen.shift();
		const [, second, third] = seen;
		if (third === undefined) return null;
		if (second === 0x14 && seen.length < clear.length) return null;
		seen = [];
		if (second === 0x04) return { kind: "status", n: third };
		if (second === 0x05) return { kind: "recover", n: third };
		return { kind: "clear" };
	};
}

/** DLE DC4 function 8. */
const clear = [0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];

function isBeginning(seen: readonly number[]): boolean {
	const [first, second] = seen;
	if (first !== 0x10) return false;
	if (second === undefined || second === 0x04 || second === 0x05) return true;
	return seen.every((byte, index) => byte === clear[index]);
}
