/** Chance that is the same for the same seed, on every machine. */
export interface Random {
	/** From 0 up to, but not at, 1. */
	next(): number;
	/** A stream of its own for something named: what is drawn from one never moves what is drawn from another. */
	fork(name: string): Random;
}

/** sfc32 of Chris Doty-Humphrey's PractRand: small, quick, and without a pattern that its tests find. */
export function seeded(seed: string): Random {
	let [a, b, c, d] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
	function next(): number {
		const sum = (((a + b) | 0) + d) | 0;
		d = (d + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + sum;
		return (sum >>> 0) / 2 ** 32;
	}
	for (let round = 0; round < 12; round++) next();
	return { next, fork: (name) => seeded(`${seed}/${name}`) };
}

/** FNV-1a, begun elsewhere for each word of the state, with the last mixing of MurmurHash3. */
function hash(text: string, start: number): number {
	let word = 0x811c9dc5 ^ Math.imul(start, 0x9e3779b1);
	for (let at = 0; at < text.length; at++) {
		word = Math.imul(word ^ text.charCodeAt(at), 0x01000193);
	}
	word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
	word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
	return (word ^ (word >>> 16)) | 0;
}
