import type { ServiceSign } from "../protocol/office.ts";
import type { Bitmap } from "./bitmap.ts";
import type { Measure, Weight } from "./font.ts";
import { wrap } from "./wrap.ts";

/** Something drawn at a place; all measures in whole dots from the top left corner. A later one lies on those before it. */
export type Block =
	| TextBlock
	| { kind: "box"; x: number; y: number; width: number; height: number }
	| { kind: "sign"; sign: ServiceSign; x: number; y: number; side: number }
	| { kind: "picture"; x: number; y: number; bitmap: Bitmap };

export interface TextBlock {
	kind: "text";
	/** The line, and the words that it is set from. */
	text: string;
	words: { text: string; x: number; widthDots: number }[];
	/** What letters stand on. */
	baseline: number;
	size: number;
	weight: Weight;
	white: boolean;
}

/** A picture to be drawn. */
export interface Drawing {
	kind: "drawing";
	widthDots: number;
	heightDots: number;
	blocks: Block[];
}

export interface TextStyle {
	/** Several: the first that takes no more than `within` lines, else the last. */
	size: number | readonly number[];
	/** Three unless said otherwise. */
	within?: number;
	weight: Weight;
	/** What needs more lines ends in "…". */
	maxLines: number;
	/** Centred, its lines evened out, unless said otherwise. */
	align?: "left" | undefined;
	/** Left free at the beginning of each line. */
	indentDots?: number;
}

/** A column of lines that grows downwards. */
export interface Sheet {
	/** Dots between the margins. */
	contentDots: number;
	/** How far down it goes so far. */
	height(): number;
	space(dots: number): void;
	/** Wrapped to the width; an empty text takes no room. */
	text(text: string, style: TextStyle): void;
	/** One line, as large as the width lets it be. */
	fitted(text: string, style: { sizeMax: number; weight: Weight }): void;
	/** White on a black band; nothing where all of the lines are empty. */
	banner(lines: readonly { text: string; style: TextStyle }[]): void;
	rule(): void;
	/** Lays blocks down where it is, `x` counted from the paper's left edge and `y` from here. It grows only by `space`. */
	put(...blocks: Block[]): void;
	/** A sign with lines at its right, together in the middle; beneath it where they are many, so that they need not be narrow. */
	beside(
		sign: ServiceSign,
		side: number,
		fill: (room: Sheet, align: TextStyle["align"]) => void,
	): void;
	drawing(): Drawing;
}

/** Ế and Ễ reach 1.06 of the size above the baseline, the dot of Ự and the tail of Q 0.25 below it. */
const ascent = 1.07;
const linePitch = 1.34;
/** Digits and capitals without marks. */
const capHeight = 0.714;
const bannerPadding = 14;
const ruleDots = 3;
const besideGap = 20;
/** How many times as high as the sign the lines beside it may be. */
const mostBeside = 2;

export function sheet(widthDots: number, marginDots: number, measure: Measure): Sheet {
	const blocks: Block[] = [];
	const contentDots = widthDots - 2 * marginDots;
	let y = 0;

	function lines(text: string, style: TextStyle, room: number) {
		const { size, weight, maxLines, within = 3 } = style;
		const shape = style.align === "left" && style.within === undefined ? "full" : "even";
		let last: { size: number; lines: string[] } = { size: 0, lines: [] };
		for (const tried of typeof size === "number" ? [size] : size) {
			last = {
				size: tried,
				lines: wrap(text, (line) => measure(line, tried, weight), room, maxLines, shape),
			};
			if (last.lines.length <= within) break;
		}
		return last;
	}

	function set(
		text: string,
		{ size, weight }: { size: number; weight: Weight },
		{ align, indentDots = 0 }: Pick<TextStyle, "align" | "indentDots">,
		baseline: number,
		white: boolean,
	): TextBlock {
		const free = contentDots - indentDots - measure(text, size, weight);
		const left = marginDots + indentDots + (align === "left" ? 0 : free / 2);
		const words: TextBlock["words"] = [];
		for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
			const x = Math.round(left + measure(text.slice(0, index), size, weight));
			words.push({ text: word, x, widthDots: measure(word, size, weight) });
		}
		return { kind: "text", text, words, baseline, size, weight, white };
	}

	function place(text: string, style: TextStyle, padding: number, white: boolean): void {
		const room = contentDots - (style.indentDots ?? 0) - 2 * padding;
		const laid = lines(text, style, room);
		for (const line of laid.lines) {
			const { size } = laid;
			const baseline = Math.round(y + size * ascent);
			blocks.push(set(line, { size, weight: style.weight }, style, baseline, white));
			y += Math.round(size * linePitch);
		}
	}

	return {
		contentDots,
		height: () => y,
		space(dots) {
			y += dots;
		},
		text(text, style) {
			place(text, style, 0, false);
		},
		fitted(text, { sizeMax, weight }) {
			const wanted = (contentDots * sizeMax) / measure(text, sizeMax, weight);
			const size = Math.floor(Math.min(sizeMax, wanted));
			const baseline = Math.round(y + size * capHeight);
			blocks.push(set(text, { size, weight }, {}, baseline, false));
			y = baseline;
		},
		banner(said) {
			const top = y;
			const behind = blocks.length;
			y += bannerPadding / 2;
			for (const { text, style } of said) place(text, style, bannerPadding, true);
			if (blocks.length === behind) {
				y = top;
				return;
			}
			y += bannerPadding / 2;
			const band = { x: marginDots, y: top, width: contentDots, height: y - top };
			blocks.splice(behind, 0, { kind: "box", ...band });
		},
		rule() {
			blocks.push({ kind: "box", x: marginDots, y, width: contentDots, height: ruleDots });
			y += ruleDots;
		},
		put(...laid) {
			for (const block of laid) blocks.push(moved(block, 0, y));
		},
		beside(sign, side, fill) {
			const column = sheet(contentDots - side - besideGap, 0, measure);
			fill(column, "left");
			const { heightDots, blocks: beside } = column.drawing();
			if (heightDots > mostBeside * side) {
				blocks.push({ kind: "sign", sign, x: Math.floor((widthDots - side) / 2), y, side });
				y += side + besideGap / 2;
				fill(this, undefined);
				return;
			}
			const used = Math.max(0, ...beside.map(rightOf));
			const left = marginDots + Math.floor((column.contentDots - used) / 2);
			const height = Math.max(side, heightDots);
			const middle = (dots: number) => y + Math.floor((height - dots) / 2);
			blocks.push({ kind: "sign", sign, x: left, y: middle(side), side });
			for (const block of beside) {
				blocks.push(moved(block, left + side + besideGap, middle(heightDots)));
			}
			y += height;
		},
		drawing: () => ({ kind: "drawing", widthDots, heightDots: Math.ceil(y), blocks }),
	};
}

function moved(block: Block, x: number, y: number): Block {
	if (block.kind !== "text") return { ...block, x: block.x + x, y: block.y + y };
	const words = block.words.map((word) => ({ ...word, x: word.x + x }));
	return { ...block, words, baseline: block.baseline + y };
}

function rightOf(block: Block): number {
	if (block.kind !== "text") return 0;
	return Math.max(0, ...block.words.map(({ x, widthDots }) => Math.ceil(x + widthDots)));
}
