/** The printer's answer to GS r 1. */
export interface PaperReply {
	out: boolean;
	nearEnd: boolean;
}

/**
 * Finds the answer to GS r 1 among all that a printer has sent; null while there is none. What stands before `asked`, the
 * count of bytes that had come when the question went out, cannot be the answer.
 *
 * Epson's command reference: the answer is one byte with bits 4 and 7 off, bits 0 and 1 on when the roll is near its end, bits
 * 2 and 3 on when it has ended. Automatic status (ASB) may come between when a switch on the printer turns it on: four bytes,
 * the first with bit 4 on and bits 0, 1 and 7 off. XON and XOFF (0x11, 0x13) have bit 4 on and bit 0 on.
 */
export function findPaperReply(received: Uint8Array, asked = 0): PaperReply | null {
	let at = 0;
	while (at < received.length) {
		const byte = received[at] ?? 0;
		if ((byte & 0b1001_0011) === 0b0001_0000) {
			at += 4;
		} else if (at >= asked && (byte & 0b1001_0000) === 0) {
			return { out: (byte & 0b0000_1100) === 0b1100, nearEnd: (byte & 0b11) === 0b11 };
		} else {
			at += 1;
		}
	}
	return null;
}
