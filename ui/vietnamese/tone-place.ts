import type { Letter } from "./letters.ts";
import { partsOf } from "./syllable.ts";

/** Where oa, oe and uy without a final consonant bear their tone: hòa, thúy (old), or hoà, thuý (new). */
export type ToneStyle = "old" | "new";

/**
 * The letter that bears the tone; -1 where there is no vowel. The vowel that has a mark, the last of them (thuở, đường,
 * chuyện); else the one before a final consonant (hoàn), else the middle one of three (ngoài); else the first of two,
 * and the second of oa, oe and uy in the new style. Both styles: https://vi.wikipedia.org/wiki/Quy_tắc_đặt_dấu_thanh_trong_tiếng_Việt.
 */
export function toneAt(letters: readonly Letter[], style: ToneStyle): number {
	const { onset, coda } = partsOf(letters);
	const vowels = letters.slice(onset, coda);
	const marked = vowels.map(({ mark }) => mark !== null).lastIndexOf(true);
	if (marked !== -1) return onset + marked;
	if (vowels.length < 2) return onset + vowels.length - 1;
	if (coda < letters.length) return coda - 1;
	if (vowels.length > 2) return onset + 1;
	const pair = vowels.map(({ plain }) => plain).join("");
	// These stand in no word as they are: the second one is about to get its mark (iê, uê, uô, yê).
	const isSecond =
		/^(?:ie|ue|uo|ye)$/.test(pair) || (style === "new" && /^(?:oa|oe|uy)$/.test(pair));
	return onset + (isSecond ? 1 : 0);
}
