import { fontFamily } from "./font.ts";
import type { Block, Drawing } from "./sheet.ts";

/** A drawing as SVG: black on white, one unit a dot. */
export function toSvg({ widthDots, heightDots, blocks }: Drawing): string {
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${widthDots}" height="${heightDots}">`,
		`<rect width="${widthDots}" height="${heightDots}" fill="#fff"/>`,
		...blocks.map(blockSvg),
		"</svg>",
	].join("\n");
}

function blockSvg(block: Block): string {
	if (block.kind === "box") {
		const { x, y, width, height, radius } = block;
		return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
	}
	const { text, x, baseline, size, weight, white } = block;
	return (
		`<text x="${x}" y="${baseline}" font-family="${fontFamily}" font-size="${size}" ` +
		`font-weight="${weight}" text-anchor="middle" fill="${white ? "#fff" : "#000"}">` +
		`${escapeXml(text)}</text>`
	);
}

function escapeXml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
