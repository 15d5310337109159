import type { Measure, Weight } from "./font.ts";
import { wrap } from "./wrap.ts";

/** Something drawn at a place; all measures in dots from the top left corner. */
export type Block =
	| {
			kind: "text";
			text: string;
			/** The middle of the line, and the line that letters stand on. */
			x: number;
			baseline: number;
			size: number;
			weight: Weight;
			white: boolean;
	  }
	| { kind: "box"; x: number; y: number; width: number; height: number; radius: number };

/** A picture to be drawn. */
export interface Drawing {
	kind: "drawing";
	widthDots: number;
	heightDots: number;
	blocks: Block[];
}

interface TextStyle {
	/** Several: the first that takes no more than three lines, else the last. */
	size: number | readonly number[];
	weight: Weight;
	maxLines: number;
}

/** A column of centred lines that grows downwards. */
export interface Sheet {
	space(dots: number): void;
	/** Wrapped to the width; an empty text takes no room. */
	text(text: string, style: TextStyle): void;
	/** One line, as large as the width lets it be. */
	fitted(text: string, style: { sizeMax: number; weight: Weight }): void;
	/** White on a black band. */
	banner(text: string, style: TextStyle): void;
	rule(): void;
	drawing(): Drawing;
}

/** Ế and Ễ reach 1.06 of the size above the baseline, the dot of Ự and the tail of Q 0.25 below it. */
const ascent = 1.07;
const linePitch = 1.34;
/** Digits and capitals without marks. */
const capHeight = 0.714;
const bannerPadding = 14;
const ruleDots = 2;

export function sheet(widthDots: number, marginDots: number, measure: Measure): Sheet {
	const blocks: Block[] = [];
	const contentDots = widthDots - 2 * marginDots;
	const middle = widthDots / 2;
	let y = 0;

	function lines(text: string, { size, weight, maxLines }: TextStyle, room: number) {
		let last: { size: number; lines: string[] } = { size: 0, lines: [] };
		for (const tried of typeof size === "number" ? [size] : size) {
			last = {
				size: tried,
				lines: wrap(text, (line) => measure(line, tried, weight), room, maxLines),
			};
			if (last.lines.length <= 3) break;
		}
		return last;
	}

	function place(text: string, style: TextStyle, room: number, white: boolean): void {
		const laid = lines(text, style, room);
		for (const line of laid.lines) {
			blocks.push({
				kind: "text",
				text: line,
				x: middle,
				baseline: Math.round(y + laid.size * ascent),
				size: laid.size,
				weight: style.weight,
				white,
			});
			y += Math.round(laid.size * linePitch);
		}
	}

	return {
		space(dots) {
			y += dots;
		},
		text(text, style) {
			place(text, style, contentDots, false);
		},
		fitted(text, { sizeMax, weight }) {
			const size = Math.floor(
				Math.min(sizeMax, (contentDots * sizeMax) / measure(text, sizeMax, weight)),
			);
			const baseline = Math.round(y + size * capHeight);
			blocks.push({ kind: "text", text, x: middle, baseline, size, weight, white: false });
			y = baseline;
		},
		banner(text, style) {
			const top = y;
			const behind = blocks.length;
			y += bannerPadding / 2;
			place(text, style, contentDots - 2 * bannerPadding, true);
			y += bannerPadding / 2;
			blocks.splice(behind, 0, {
				kind: "box",
				x: marginDots,
				y: top,
				width: contentDots,
				height: y - top,
				radius: 10,
			});
			y += 6;
		},
		rule() {
			blocks.push({
				kind: "box",
				x: marginDots,
				y,
				width: contentDots,
				height: ruleDots,
				radius: 0,
			});
			y += ruleDots;
		},
		drawing: () => ({ kind: "drawing", widthDots, heightDots: Math.ceil(y), blocks }),
	};
}
