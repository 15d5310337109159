import type { OfficeSlide } from "../../protocol/office.ts";
import { pageMs } from "./strip.ts";

/** A slide as a board can show it at once: with as much of its text as is large enough to be read. */
export interface Sight {
	title: string | null;
	text: string | null;
	picture: string | null;
	/** Which part of the text it is, from 0, and of how many. */
	part: number;
	parts: number;
	seconds: number;
}

/** How many letters stand below a title at a readable size; each letter of the title takes the room of so many of them. */
const rooms = {
	wide: { letters: 190, ofTitle: 1.4 },
	tall: { letters: 420, ofTitle: 3 },
};
const leastLetters = 60;

/** A long text is shown in parts, one after the other under the same title; each stays long enough to be read. */
export function sightsOf(
	{ title = null, text = null, picture = null, seconds }: Shown,
	isTall: boolean,
): Sight[] {
	const { letters, ofTitle } = rooms[isTall ? "tall" : "wide"];
	const room = Math.max(
		leastLetters,
		(letters - ofTitle * (title?.length ?? 0)) / (picture === null ? 1 : 2),
	);
	const texts = text === null ? [null] : inParts(text, room);
	return texts.map((one, part) => ({
		title,
		text: one,
		picture,
		part,
		parts: texts.length,
		seconds: texts.length === 1 ? seconds : Math.max(seconds / texts.length, pageMs / 1_000),
	}));
}

type Shown = Pick<OfficeSlide, "seconds"> & {
	title: string | null | undefined;
	text: string | null | undefined;
	picture: string | null | undefined;
};

/** A text in as few parts of at most so many letters as can be, each as long as the others; none ends within a word. */
export function inParts(text: string, most: number): string[] {
	const words = text.split(/\s+/).filter((word) => word !== "");
	const whole = words.join(" ");
	for (let parts = Math.max(1, Math.ceil(whole.length / most)); ; parts++) {
		const cut = evenParts(words, whole.length / parts);
		if (cut.every((part) => part.length <= most) || parts >= words.length) return cut;
	}
}

function evenParts(words: readonly string[], aim: number): string[] {
	const parts: string[] = [];
	let before = 0;
	for (const word of words) {
		const last = parts[parts.length - 1];
		// A word belongs to the part in which its middle lies.
		const at = Math.floor((before + word.length / 2) / aim);
		if (last === undefined || at >= parts.length) parts.push(word);
		else parts[parts.length - 1] = `${last} ${word}`;
		before += word.length + 1;
	}
	return parts;
}
