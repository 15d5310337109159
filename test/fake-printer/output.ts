import type { Bitmap } from "../../printer/bitmap.ts";
import { type DecodedPaper, paperRoll } from "../../printer/paper-decoder.ts";
import type { PaperCommand } from "../../printer/read-command.ts";

/** A paper that came out of a fake printer and was cut off. */
export interface FinishedPaper {
	/** The commands that made it, those asked after its cut among them. */
	readonly bytes: Buffer;
	/** Drawn when it is looked at. */
	readonly picture: Bitmap;
	/** Of the QR codes that the printer itself drew. */
	readonly qrTexts: readonly string[];
	/** In order, also those that this printer does not know and therefore never answered. */
	readonly processIds: readonly string[];
	readonly cuts: DecodedPaper["cuts"];
}

/** Where what is printed comes out. */
export interface Output {
	readonly papers: FinishedPaper[];
	/** Prints; gives back how many rows of paper it took. Throws a `PaperError` for what a printer would clip. */
	print(command: PaperCommand, bytes: Uint8Array): number;
	/** Whether something stands on the paper that is not cut off yet. */
	begun(): boolean;
	/** The uncut paper is torn off: it is a paper without a cut. */
	tearOff(): void;
}

export function createOutput(widthDots: number, feedUnitsPerDot: number): Output {
	const papers: FinishedPaper[] = [];
	let last: Piece | null = null;
	let current = newPiece();

	function newPiece() {
		return { roll: paperRoll(widthDots, feedUnitsPerDot), chunks: [] as Uint8Array[] };
	}

	function finish(): void {
		last = current;
		papers.push(finished(current));
		current = newPiece();
	}

	return {
		papers,
		print(command, bytes) {
			const asks = command.kind === "process-id" || command.kind === "paper-status";
			// A question after the cut belongs to what was cut off.
			const piece = asks && last && current.chunks.length === 0 ? last : current;
			const before = piece.roll.rows();
			piece.chunks.push(bytes.slice());
			piece.roll.carryOut(command, 0);
			const rows = piece.roll.rows() - before;
			if (command.kind === "cut") finish();
			return rows;
		},
		begun: () => current.roll.rows() > 0,
		tearOff() {
			if (current.roll.rows() > 0) finish();
		},
	};
}

type Piece = { roll: ReturnType<typeof paperRoll>; chunks: Uint8Array[] };

function finished({ roll, chunks }: Piece): FinishedPaper {
	return {
		get bytes() {
			return Buffer.concat(chunks);
		},
		get picture() {
			return roll.result().picture;
		},
		get qrTexts() {
			return roll.said().qrTexts;
		},
		get processIds() {
			return roll.said().processIds;
		},
		get cuts() {
			return roll.said().cuts;
		},
	};
}
