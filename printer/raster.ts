import { type Bitmap, blankBitmap, fillBlack, stamp } from "./bitmap.ts";
import { createDrawer, type Drawer } from "./drawer.ts";
import type { Block, Drawing } from "./sheet.ts";
import { type Piece, toSvg, wordBaseline, wordInset } from "./svg.ts";

/** Makes drawings into 1-bit pictures. */
export interface Raster {
	/** Rejects when the worker that draws letters dies, or the raster was closed. */
	draw(drawing: Drawing): Promise<Bitmap>;
	close(): Promise<void>;
}

/** Words of some weeks: two papers of one office have most of theirs in common. */
const keptBytes = 4 * 1024 * 1024;

/**
 * Has every word and every sign drawn once, in a worker thread, keeps the latest of them, and sets papers from them as a printer of
 * old did from type. A word takes resvg some milliseconds, setting a whole ticket less than one.
 */
export function createRaster(drawer: Drawer = createDrawer()): Raster {
	const kept = new Map<string, Bitmap>();
	let bytes = 0;

	/** The pieces of a drawing, by their names. */
	async function piecesOf(blocks: readonly Block[]): Promise<Map<string, Bitmap>> {
		const found = new Map<string, Bitmap>();
		const missing = new Map<string, Piece>();
		for (const { piece } of blocks.flatMap(settings)) {
			const name = nameOf(piece);
			const known = kept.get(name);
			if (known) found.set(name, known);
			else missing.set(name, piece);
		}
		const drawn = await drawer.draw([...missing.values()].map(toSvg));
		for (const [index, name] of [...missing.keys()].entries()) {
			const picture = drawn[index];
			if (picture) found.set(name, picture);
		}
		for (const [name, picture] of found) keep(name, picture);
		return found;
	}

	/** What was used last is let go of last. */
	function keep(name: string, picture: Bitmap): void {
		if (kept.delete(name)) bytes -= picture.rows.length;
		kept.set(name, picture);
		bytes += picture.rows.length;
		for (const [oldest, { rows }] of kept) {
			if (bytes <= keptBytes) return;
			kept.delete(oldest);
			bytes -= rows.length;
		}
	}

	return {
		async draw({ widthDots, heightDots, blocks }) {
			const pieces = await piecesOf(blocks);
			const picture = blankBitmap(widthDots, heightDots);
			for (const block of blocks) {
				if (block.kind === "box") fillBlack(picture, block);
				if (block.kind === "picture") stamp(picture, block);
				for (const { piece, x, y, ink } of settings(block)) {
					const bitmap = pieces.get(nameOf(piece));
					if (bitmap) stamp(picture, { x, y, bitmap }, ink);
				}
			}
			return picture;
		},
		close: () => drawer.close(),
	};
}

/** What a block is set from, and where. */
function settings(block: Block): { piece: Piece; x: number; y: number; ink: "black" | "white" }[] {
	if (block.kind === "sign") {
		const { sign, side, x, y } = block;
		return [{ piece: { kind: "sign", sign, side }, x, y, ink: "black" }];
	}
	if (block.kind !== "text") return [];
	const { size, weight, baseline, white } = block;
	return block.words.map(({ text, x, widthDots }) => ({
		piece: { kind: "word", text, size, weight, widthDots },
		x: x - wordInset(size),
		y: baseline - wordBaseline(size),
		ink: white ? "white" : "black",
	}));
}

function nameOf(piece: Piece): string {
	return piece.kind === "sign"
		? `sign ${piece.side} ${piece.sign}`
		: `${piece.weight} ${piece.size} ${piece.text}`;
}
