import { type ReadonlySignal, signal } from "@preact/signals";

/** What was done last and can still be undone, on the page's own clock. */
export interface Undoable {
	/** "gọi A012". */
	what: string;
	endsAtMs: number;
}

/** One text, read once and written at each change. */
export interface KeptUndo {
	read(): string | null;
	keep(text: string | null): void;
}

export interface UndoOfferOptions {
	/** For how long the hub sets back what was done last. */
	undoMs: () => number;
	/** Milliseconds of a steady clock. */
	nowMs: () => number;
	/** Where it outlives a reload of the page; nowhere, unless given. */
	kept?: KeptUndo | undefined;
}

export interface UndoOffer {
	undoable: ReadonlySignal<Undoable | null>;
	/** From the press on: what the hub did it did later, so it is never offered longer than it holds. */
	offer(what: string, pressedAtMs: number): void;
	/** It was undone. */
	forget(): void;
	/** Nobody listens any more; a page that is loaded anew in those seconds goes on with it. */
	stop(): void;
}

export function keepUndoOffer({ undoMs, nowMs, kept }: UndoOfferOptions): UndoOffer {
	const undoable = signal<Undoable | null>(null);
	let ends: ReturnType<typeof setTimeout> | undefined;
	const [what, endsAt] = undoIn(kept?.read() ?? null);
	const leftMs = endsAt - Date.now();
	if (leftMs > 0 && leftMs <= undoMs()) show(what, leftMs);
	return {
		undoable,
		offer(what, pressedAtMs) {
			const leftMs = pressedAtMs + undoMs() - nowMs();
			kept?.keep(JSON.stringify([what, Date.now() + leftMs]));
			show(what, leftMs);
		},
		forget,
		stop() {
			clearTimeout(ends);
		},
	};

	function show(what: string, leftMs: number): void {
		undoable.value = { what, endsAtMs: nowMs() + leftMs };
		clearTimeout(ends);
		ends = setTimeout(forget, leftMs);
	}

	function forget(): void {
		clearTimeout(ends);
		kept?.keep(null);
		undoable.value = null;
	}
}

/** What was done, and until when by the calendar clock it can be undone; that is long over where nothing is kept. */
function undoIn(text: string | null): [string, number] {
	const nothing: [string, number] = ["", 0];
	try {
		const read: unknown = JSON.parse(text ?? "null");
		if (!Array.isArray(read)) return nothing;
		const [what, endsAt]: unknown[] = read;
		return typeof what === "string" && typeof endsAt === "number" ? [what, endsAt] : nothing;
	} catch {
		return nothing;
	}
}
