import { type Line, LinkError } from "../link.ts";

/** What a line hands its bytes to. */
export interface PieceTaker {
	/** Bytes that are handed on at once: few enough to notice that none are taken any more. */
	pieceBytes: number;
	/** How long any more of the bytes may take, milliseconds. */
	stalledMs: number;
	/** Hands a piece on and calls `taken` once it was; where it cannot be, the line is lost. */
	hand(piece: Uint8Array, taken: () => void): void;
	/** None were taken for so long: the line is about to be lost. */
	stalled?(): void;
	close: Line["close"];
}

/** A line over something that takes bytes piece by piece and says by itself what it hears and that it is lost. */
export function pieceLine({ pieceBytes, stalledMs, hand, stalled, close }: PieceTaker): {
	line: Line;
	heard(bytes: Uint8Array): void;
	lost(error: LinkError): void;
} {
	let ended: LinkError | null = null;
	let refuse: (error: LinkError) => void = () => undefined;
	let onBytes: (bytes: Uint8Array) => void = () => undefined;
	let onLost: (error: LinkError) => void = () => undefined;

	function lost(error: LinkError): void {
		if (ended) return;
		ended = error;
		refuse(error);
		onLost(error);
	}

	function writePiece(piece: Uint8Array): Promise<void> {
		return new Promise((resolve, reject) => {
			if (ended) {
				reject(ended);
				return;
			}
			const timer = setTimeout(() => {
				stalled?.();
				lost(new LinkError("timeout", `no byte was taken for ${stalledMs} ms`));
			}, stalledMs);
			refuse = (error) => {
				clearTimeout(timer);
				reject(error);
			};
			hand(piece, () => {
				clearTimeout(timer);
				resolve();
			});
		});
	}

	return {
		line: {
			hears: true,
			async write(bytes) {
				for (let at = 0; at < bytes.length; at += pieceBytes) {
					await writePiece(bytes.subarray(at, at + pieceBytes));
				}
			},
			onBytes(listener) {
				onBytes = listener;
			},
			onLost(listener) {
				onLost = listener;
			},
			async close(how) {
				onLost = () => undefined;
				ended ??= new LinkError("closed", "the line was let go of");
				refuse(ended);
				await close(how);
			},
		},
		heard: (bytes) => onBytes(bytes),
		lost,
	};
}
