import { wordsOf } from "./fold.ts";

/**
 * Mends what is written as it is spoken: "tam chu" for "tạm trú", "xang tên" for "sang tên". Only words, or two words together, that
 * nobody ever wrote are changed; undefined where nothing was.
 * @param texts everything there is to find
 */
export function soundAlike(texts: string[]): (words: string[]) => string[] | undefined {
	const known = new Set<string>();
	const bySound = new Map<string, string[]>();
	for (const text of texts) {
		const words = wordsOf(text);
		words.forEach((word, at) => {
			learn([word]);
			const next = words[at + 1];
			if (next !== undefined) learn([word, next]);
		});
	}

	return (words) => {
		const mended = [...words];
		for (let at = 0; at < mended.length; at++) {
			for (const length of [2, 1]) {
				const part = mended.slice(at, at + length);
				if (part.length < length || known.has(part.join(" "))) continue;
				const meant = bySound.get(soundOf(part));
				if (meant) mended.splice(at, length, ...meant);
			}
		}
		return mended.some((word, at) => word !== words[at]) ? mended : undefined;
	};

	function learn(part: string[]): void {
		const written = part.join(" ");
		if (known.has(written)) return;
		known.add(written);
		const sound = soundOf(part);
		if (!bySound.has(sound)) bySound.set(sound, part);
	}
}

/** Letters that regions of Vietnam pronounce alike, and the two ways to spell one sound. */
function soundOf(words: string[]): string {
	return words
		.map((word) =>
			word
				.replace(/^tr/, "ch")
				.replace(/^x/, "s")
				.replace(/^(gi|r|d)(?=[aeiouy])/, "z")
				.replace(/^ngh/, "ng")
				.replace(/^gh/, "g")
				.replace(/^k(?=[eiy])/, "c")
				.replace(/^ph/, "f")
				.replace(/^l/, "n")
				.replace(/y$/, "i")
				.replace(/ch$/, "c")
				.replace(/t$/, "c")
				.replace(/n[gh]$/, "n"),
		)
		.join(" ");
}
