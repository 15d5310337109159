/** What a printer said, as it stands in its bytes. */
export type Reply =
	/** The answer to DLE EOT. Which of the four it answers is known by who asked: `realTimeSaid`. */
	| { kind: "real-time"; byte: number }
	/** Automatic status (ASB, GS a): how the printer is altogether. */
	| { kind: "automatic"; said: Said }
	/** The answer to GS r 1. */
	| { kind: "paper"; low: boolean; out: boolean }
	/** All that came before the process ID is done (GS ( H). */
	| { kind: "process-id"; id: string }
	/** What was not printed yet is thrown away (DLE DC4, function 8). */
	| { kind: "cleared" };

/** What of a printer's state a reply speaks of; what it says nothing of is not there. */
export interface Said {
	offline?: boolean;
	coverOpen?: boolean;
	paperOut?: boolean;
	paperLow?: boolean;
	cutter?: boolean;
	/** Any other error. */
	error?: boolean;
}

export interface ReplyReader {
	/** The replies that these bytes complete. What is none is passed over. */
	read(bytes: Uint8Array): Reply[];
}

/**
 * Finds the replies in all that a printer sends, however it is cut into pieces. All bits that Epson's "ESC/POS Command Reference for TM
 * Printers" calls fixed are checked, which keeps the kinds apart:
 *
 * - DLE EOT: one byte, `0··1··10`
 * - automatic status: `0··1··00` and three bytes `0··0····`
 * - GS r 1: one byte `0··0····`; the two bits of each sensor are alike
 * - GS ( H: `37 22`, four bytes from 20 to 7E, `00`; DLE DC4 function 8: `37 25 00`
 * - XON and XOFF (`11`, `13`) may stand anywhere, also within a reply
 *
 * A reply that breaks off is lost, and what was read of it is never taken for another: its bytes would look like paper that is there.
 */
export function createReplyReader(): ReplyReader {
	/** The beginning of a reply of several bytes. */
	let begun: number[] = [];

	function take(byte: number): Reply[] {
		if (byte === xon || byte === xoff) return [];
		if (begun.length > 0) return goOn(byte);
		if (byte === blockHeader || isAutomaticStart(byte)) {
			begun = [byte];
			return [];
		}
		if ((byte & 0b1001_0011) === 0b0001_0010) return [{ kind: "real-time", byte }];
		return isPaper(byte) ? [{ kind: "paper", low: (byte & 3) !== 0, out: (byte & 12) !== 0 }] : [];
	}

	function goOn(byte: number): Reply[] {
		const read = [...begun, byte];
		for (const candidate of [read, ...laterBlocks(read)]) {
			const whole = candidate[0] === blockHeader ? blockOf(candidate) : automaticOf(candidate);
			if (whole === "broken") continue;
			begun = whole === "half" ? candidate : [];
			return whole === "half" ? [] : [whole];
		}
		// What was read is lost, but the byte that broke it may begin another.
		begun = [];
		return take(byte);
	}

	return { read: (bytes) => [...bytes].flatMap(take) };
}

/**
 * What the answer to DLE EOT n says. Of n = 2 only the good side of the cover and an error are sure: that printing was
 * not stopped for want of paper does not mean that there is paper. The cause of an error is in n = 3.
 */
export function realTimeSaid(n: 1 | 2 | 3 | 4, byte: number): Said {
	const bit = (index: number) => (byte & (1 << index)) !== 0;
	switch (n) {
		case 1:
			return { offline: bit(3) };
		case 2:
			return { coverOpen: bit(2), error: bit(6), ...(bit(5) && { paperOut: true }) };
		case 3:
			return { cutter: bit(3), error: bit(2) || bit(5) || bit(6) };
		case 4:
			return { paperLow: bit(2) || bit(3), paperOut: bit(5) || bit(6) };
	}
}

const xon = 0x11;
const xoff = 0x13;
const blockHeader = 0x37;
const processIdBlock = 0x22;
const clearedBlock = 0x25;

function isAutomaticStart(byte: number): boolean {
	return (byte & 0b1001_0011) === 0b0001_0000;
}

function isPaper(byte: number): boolean {
	const [low, out] = [byte & 3, (byte >> 2) & 3];
	return (byte & 0b1001_0000) === 0 && (low === 0 || low === 3) && (out === 0 || out === 3);
}

function automaticOf(bytes: readonly number[]): Reply | "half" | "broken" {
	const [first = 0, second = 0, third = 0] = bytes;
	if (bytes.slice(1).some((byte) => (byte & 0b1001_0000) !== 0)) return "broken";
	if (bytes.length < 4) return "half";
	return {
		kind: "automatic",
		said: {
			offline: (first & 0x08) !== 0,
			coverOpen: (first & 0x20) !== 0,
			paperLow: (third & 0x03) !== 0,
			paperOut: (third & 0x0c) !== 0,
			cutter: (second & 0x08) !== 0,
			error: (second & 0x64) !== 0,
		},
	};
}

/** Where a block broke off, the header of the next may stand among what was read of it. */
function laterBlocks(bytes: readonly number[]): number[][] {
	return bytes.flatMap((byte, at) =>
		at > 0 && byte === blockHeader && bytes[0] === blockHeader ? [bytes.slice(at)] : [],
	);
}

function blockOf(bytes: readonly number[]): Reply | "half" | "broken" {
	const [, identifier, ...rest] = bytes;
	if (identifier === undefined) return "half";
	if (identifier === clearedBlock) {
		if (rest.length === 0) return "half";
		return rest[0] === 0 ? { kind: "cleared" } : "broken";
	}
	if (identifier !== processIdBlock) return "broken";
	const id = rest.slice(0, 4);
	if (id.some((byte) => byte < 0x20 || byte > 0x7e)) return "broken";
	if (rest.length < 5) return "half";
	return rest[4] === 0 ? { kind: "process-id", id: String.fromCharCode(...id) } : "broken";
}
