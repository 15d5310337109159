import { encode as encodeQr } from "uqr";
import type { Language, Names } from "../../protocol/office.ts";
import { demoMark } from "../../words/demo-mark.ts";
import { paperWords } from "../../words/paper.ts";
import type { OfficePaper } from "../paper.ts";
import type { Sheet, TextStyle } from "../sheet.ts";
import { printable } from "../wrap.ts";
import type { Logo, QrPart } from "./parts.ts";
import { maxLines, type Sizes } from "./sizes.ts";

type PaperWords = (typeof paperWords)[Language];

/** What a paper says in its own language and, where the office has both, what it says beneath in the other. */
export interface Speech {
	language: Language;
	words: PaperWords;
	/** Null in an office of one language. */
	other: PaperWords | null;
	/** A name in both languages; the second is empty where there is none, or where it is the same. */
	both(names: Names): [first: string, second: string];
}

/** A language that the office does not have is not printed. */
export function speechOf({
	language,
	languages,
}: Pick<OfficePaper, "language" | "languages">): Speech {
	const first = languages.includes(language) ? language : (languages[0] ?? language);
	const second = languages.find((one) => one !== first);
	return {
		language: first,
		words: paperWords[first],
		other: second === undefined ? null : paperWords[second],
		both(names) {
			const said = printable(names[first]);
			const beneath = second === undefined ? "" : printable(names[second]);
			return [said, beneath === said ? "" : beneath];
		},
	};
}

/** A line in the paper's language and, small beneath it, the same in the other one. */
export function pair(
	on: Sheet,
	sizes: Sizes,
	{ words, other }: Speech,
	say: (words: PaperWords) => string,
	style: Partial<TextStyle> = {},
): void {
	on.text(say(words), { size: sizes.body, weight: 800, maxLines: 3, ...style });
	if (other) {
		on.text(say(other), { ...style, size: sizes.small, weight: 600, maxLines: 3 });
	}
}

/** The office's picture, its name, and its own lines. */
export function drawOffice(
	on: Sheet,
	sizes: Sizes,
	paper: OfficePaper,
	{ both }: Speech,
	logo: Logo,
	widthDots: number,
): void {
	on.space(8);
	if (paper.isDemo) drawDemo(on, sizes);
	if (logo) {
		const x = Math.floor((widthDots - logo.widthDots) / 2);
		on.put({ kind: "picture", x, y: 0, bitmap: logo });
		on.space(logo.heightDots + 10);
	}
	const [name, otherName] = both(paper.office);
	on.text(name, { size: sizes.body, weight: 800, maxLines });
	on.text(otherName, { size: sizes.small, weight: 600, maxLines });
	drawOwnLines(on, sizes, paper.header, both);
	on.space(14);
	on.rule();
}

/** Above all else and in both languages, whichever the office has: whoever finds the paper is not to take it for a number. */
function drawDemo(on: Sheet, sizes: Sizes): void {
	const maxLines = 3;
	const [title = "", worth = ""] = demoMark.vi.split(" – ");
	on.banner([
		{ text: capitals(title, "vi"), style: { size: sizes.strong, weight: 800, maxLines } },
		{ text: worth, style: { size: sizes.body, weight: 800, maxLines } },
		{ text: demoMark.en, style: { size: sizes.small, weight: 600, maxLines } },
	]);
	on.space(12);
}

/** Lines of the office's own, in both languages. */
export function drawOwnLines(
	on: Sheet,
	sizes: Sizes,
	names: Names | undefined,
	both: Speech["both"],
): void {
	if (!names) return;
	for (const line of both(names)) on.text(line, { size: sizes.small, weight: 600, maxLines });
}

/** Upper case as the language has it. */
export function capitals(text: string, language: Language): string {
	return text.toLocaleUpperCase(language);
}

const maxQrModuleDots = 6;
const minQrModuleDots = 3;
/** ISO/IEC 18004: four modules of white on every side. */
const quietModules = 4;

/** A QR code as large as does good, with the white that must be above and beneath it. */
export function qrFor(text: string, widthDots: number): { part: QrPart; quietDots: number } {
	const modules = encodeQr(text, { ecc: "M", border: 0 }).size;
	const fitting = Math.floor((widthDots * 0.6) / modules);
	const moduleDots = Math.max(minQrModuleDots, Math.min(maxQrModuleDots, fitting));
	return { part: { kind: "qr", text, moduleDots }, quietDots: quietModules * moduleDots };
}
