import type { Region } from "../../protocol/office.ts";
import type { EnglishClip, VietnameseClip } from "../../voice/clips.ts";

/** What is read as a number; beyond it, digit by digit. */
export const mostRead = 9_999;

const digitClips = [
	"number-0",
	"number-1",
	"number-2",
	"number-3",
	"number-4",
	"number-5",
	"number-6",
	"number-7",
	"number-8",
	"number-9",
] as const satisfies readonly VietnameseClip[] & readonly EnglishClip[];

/** A digit by itself, the same in both languages. @param digit 0 to 9 */
export function digitClip(digit: number): (typeof digitClips)[number] {
	const clip = digitClips[digit];
	if (clip === undefined) throw new RangeError(`${digit} is no digit`);
	return clip;
}

/**
 * A whole number as the school book reads it: 21 hai mươi mốt, 24 hai mươi tư, 15 mười lăm, 104 một trăm linh bốn.
 * @param value 0 to 9999
 */
export function vietnameseNumber(value: number, region: Region): VietnameseClip[] {
	if (value < 100) return belowHundred(value);
	if (value < 1_000) return hundreds(value, region);
	const rest = value % 1_000;
	return [
		digitClip(Math.floor(value / 1_000)),
		region === "north" ? "thousand-north" : "thousand-south",
		// The place of the hundreds is read also where it is empty: một nghìn không trăm linh một.
		...(rest === 0 ? [] : hundreds(rest, region)),
	];
}

function hundreds(value: number, region: Region): VietnameseClip[] {
	const rest = value % 100;
	const hundred: VietnameseClip[] = [digitClip(Math.floor(value / 100)), "hundred"];
	if (rest === 0) return hundred;
	if (rest >= 10) return [...hundred, ...belowHundred(rest)];
	return [...hundred, region === "north" ? "and-north" : "and-south", digitClip(rest)];
}

function belowHundred(value: number): VietnameseClip[] {
	const [tens, units] = [Math.floor(value / 10), value % 10];
	if (tens === 0) return [digitClip(units)];
	const last: VietnameseClip[] =
		units === 0
			? []
			: units === 5
				? ["five-after-ten"]
				: units === 1 && tens > 1
					? ["one-after-tens"]
					: units === 4 && tens > 1
						? ["four-after-tens"]
						: [digitClip(units)];
	return tens === 1 ? ["number-10", ...last] : [digitClip(tens), "tens", ...last];
}

const englishTeens = [
	"number-10",
	"number-11",
	"number-12",
	"number-13",
	"number-14",
	"number-15",
	"number-16",
	"number-17",
	"number-18",
	"number-19",
] as const satisfies readonly EnglishClip[];
const englishTens = [
	"number-20",
	"number-30",
	"number-40",
	"number-50",
	"number-60",
	"number-70",
	"number-80",
	"number-90",
] as const satisfies readonly EnglishClip[];

/** A whole number as the British say it: 101 one hundred and one. @param value 0 to 9999 */
export function englishNumber(value: number): EnglishClip[] {
	if (value >= 1_000) {
		const rest = value % 1_000;
		return [digitClip(Math.floor(value / 1_000)), "thousand", ...joined(rest)];
	}
	if (value >= 100) {
		return [digitClip(Math.floor(value / 100)), "hundred", ...joined(value % 100)];
	}
	const [tens, units] = [Math.floor(value / 10), value % 10];
	if (tens === 0) return [digitClip(units)];
	const teen = tens === 1 ? englishTeens[units] : undefined;
	if (teen) return [teen];
	const ten = englishTens[tens - 2];
	return [...(ten ? [ten] : []), ...(units === 0 ? [] : [digitClip(units)])];
}

function joined(rest: number): EnglishClip[] {
	if (rest === 0) return [];
	return rest < 100 ? ["and", ...englishNumber(rest)] : englishNumber(rest);
}
