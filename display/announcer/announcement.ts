import type { Language, Region } from "../../protocol/office.ts";
import {
	type ClipName,
	chime,
	clipTexts,
	type EnglishClip,
	type VietnameseClip,
} from "../../voice/clips.ts";
import { type LabelPart, readLabel } from "./label.ts";
import { digitClip, englishNumber, mostRead, vietnameseNumber } from "./numerals.ts";

/** A call as it is announced. */
export interface SpokenCall {
	/** As it stands on the ticket: "A012". */
	number: string;
	/** As it stands over the counter: "3", but also "3A" or "VIP". */
	counterLabel: string;
	/** 1 the first time. */
	callCount: number;
	/** Whether nobody calls this number again. */
	isLast?: boolean;
}

/** The clips of a call in one language, the chime first: "Xin mời số thứ tự / A / không một hai, / đến quầy số / ba". */
export function announcement(call: SpokenCall, language: Language, region: Region): ClipName[] {
	return [chime, ...(language === "vi" ? inVietnamese(call, region) : inEnglish(call))];
}

function inVietnamese(call: SpokenCall, region: Region): VietnameseClip[] {
	const parts = readLabel(call.counterLabel);
	const number = (value: number) => vietnameseNumber(value, region);
	return [opening(call), ...oneByOne(call.number), ...counter()];

	function counter(): VietnameseClip[] {
		if (parts === null) return ["to-counter-on-board"];
		// "quầy số ba", but "quầy vê i pê".
		const to = parts[0]?.kind === "digits" ? "to-counter-number" : "to-counter";
		return [to, ...parts.flatMap((part) => read(part, number))];
	}
}

function inEnglish(call: SpokenCall): EnglishClip[] {
	const parts = readLabel(call.counterLabel);
	return [
		opening(call),
		...oneByOne(call.number),
		...(parts === null
			? (["to-counter-on-board"] as const)
			: (["to-counter", ...parts.flatMap((part) => read(part, englishNumber))] as const)),
	];
}

function opening({ callCount, isLast }: SpokenCall): "ticket" | "ticket-again" | "ticket-last" {
	if (isLast === true) return "ticket-last";
	return callCount > 1 ? "ticket-again" : "ticket";
}

/** The number of a ticket is compared with paper, sign by sign, and so it is read. */
function oneByOne(number: string): (VietnameseClip & EnglishClip)[] {
	return Array.from(number.toUpperCase()).flatMap((sign) =>
		/[0-9]/.test(sign) ? [digitClip(Number(sign))] : letterClip(sign),
	);
}

function read<Clip extends ClipName>(
	part: LabelPart,
	asNumber: (value: number) => Clip[],
): (Clip | (VietnameseClip & EnglishClip))[] {
	if (part.kind === "letter") return letterClip(part.letter);
	const { digits } = part;
	const isNumber = !/^0./.test(digits) && Number(digits) <= mostRead;
	return isNumber ? asNumber(Number(digits)) : oneByOne(digits);
}

/** None for what is no letter from A to Z. */
function letterClip(letter: string): (VietnameseClip & EnglishClip)[] {
	const name = `letter-${letter.toLowerCase()}`;
	return isInBoth(name) ? [name] : [];
}

function isInBoth(name: string): name is VietnameseClip & EnglishClip {
	return name in clipTexts.vi && name in clipTexts.en;
}
