import type { ServiceSign } from "../protocol/office.ts";
import { signDrawings } from "../words/sign-drawings.ts";
import { fontFamily, type Weight } from "./font.ts";

/** What is drawn as one small picture and is on many papers alike: a word, or a sign. */
export type Piece =
	| { kind: "word"; text: string; size: number; weight: Weight; widthDots: number }
	| { kind: "sign"; sign: ServiceSign; side: number };

/** A piece as SVG, black on white, one unit a dot; a word begins at `wordInset(size)` and stands on `wordBaseline(size)`. */
export function toSvg(piece: Piece): string {
	return piece.kind === "word" ? wordSvg(piece) : signSvg(piece);
}

/** Room for what leans out of a letter's own width. */
export function wordInset(size: number): number {
	return Math.ceil(size / 8);
}

/** Ế and Ễ reach 1.06 of the size above the line that letters stand on. */
export function wordBaseline(size: number): number {
	return Math.ceil(size * 1.1);
}

/** The dot of Ự and the tail of Q reach 0.25 of the size below that line. */
function wordHeight(size: number): number {
	return wordBaseline(size) + Math.ceil(size * 0.3);
}

function wordSvg({ text, size, weight, widthDots }: Piece & { kind: "word" }): string {
	const inset = wordInset(size);
	const width = Math.ceil(widthDots) + 2 * inset;
	return picture(
		width,
		wordHeight(size),
		`<text x="${inset}" y="${wordBaseline(size)}" font-family="${fontFamily}" font-size="${size}" ` +
			`font-weight="${weight}" xml:space="preserve">${escapeXml(text)}</text>`,
	);
}

function signSvg({ sign, side }: Piece & { kind: "sign" }): string {
	const lines = signDrawings[sign].map(([tag, attributes]) => {
		const said = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
		return `<${tag} ${said.join(" ")}/>`;
	});
	return picture(
		side,
		side,
		`<g transform="scale(${side / 24})" fill="none" stroke="#000" stroke-width="2" ` +
			`stroke-linecap="round" stroke-linejoin="round">${lines.join("")}</g>`,
	);
}

function picture(widthDots: number, heightDots: number, inside: string): string {
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${widthDots}" height="${heightDots}">` +
		`<rect width="${widthDots}" height="${heightDots}" fill="#fff"/>${inside}</svg>`
	);
}

function escapeXml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
