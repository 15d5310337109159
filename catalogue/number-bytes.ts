/**
 * Whole numbers as bytes: each as its difference from the one before it (zigzag, so that small ones of either sign stay small), seven bits
 * a byte and the eighth for "more follows" (LEB128, as in DWARF 7.6). What climbs slowly or repeats is short, and packs well.
 * @param numbers of at most 31 bits
 */
export function numbersToBytes(numbers: Uint32Array): Uint8Array {
	const bytes = new Uint8Array(numbers.length * 5);
	let end = 0;
	let before = 0;
	for (const number of numbers) {
		const step = number - before;
		before = number;
		let left = ((step << 1) ^ (step >> 31)) >>> 0;
		while (left > 0x7f) {
			bytes[end++] = (left & 0x7f) | 0x80;
			left >>>= 7;
		}
		bytes[end++] = left;
	}
	return bytes.slice(0, end);
}

/** @param count how many numbers there are to be */
export function numbersFromBytes(bytes: Uint8Array, count: number): Uint32Array {
	const numbers = new Uint32Array(count);
	let at = 0;
	let before = 0;
	for (let place = 0; place < count; place++) {
		let zigzag = 0;
		let shift = 0;
		let byte = 0;
		do {
			byte = bytes[at++] ?? 0;
			zigzag |= (byte & 0x7f) << shift;
			shift += 7;
		} while (byte > 0x7f);
		before += (zigzag >>> 1) ^ -(zigzag & 1);
		numbers[place] = before;
	}
	return numbers;
}
