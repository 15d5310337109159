import { type ReadonlySignal, signal } from "@preact/signals";

/** What was done last and can still be undone, on the page's own clock. */
export interface Undoable {
	/** "gọi A012". */
	what: string;
	/** As the hub numbers it, so that nothing else is undone; null where it has not said. */
	act: number | null;
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
	offer(what: string, act: number | null, pressedAtMs: number): void;
	/** It was undone, or cannot be any more. */
	forget(): void;
	/** Nobody listens any more; a page that is loaded anew in those seconds goes on with it. */
	stop(): void;
}

export function keepUndoOffer({ undoMs, nowMs, kept }: UndoOfferOptions): UndoOffer {
	const undoable = signal<Undoable | null>(null);
	let ends: ReturnType<typeof setTimeout> | undefined;
	const before = undoIn(kept?.read() ?? null);
	const leftMs = before === null ? 0 : before.endsAt - Date.now();
	if (before !== null && leftMs > 0 && leftMs <= undoMs()) show(before.what, before.act, leftMs);
	return {
		undoable,
		offer(what, act, pressedAtMs) {
			const leftMs = pressedAtMs + undoMs() - nowMs();
			kept?.keep(JSON.stringify({ what, act, endsAt: Date.now() + leftMs }));
			show(what, act, leftMs);
		},
		forget,
		stop() {
			clearTimeout(ends);
		},
	};

	function show(what: string, act: number | null, leftMs: number): void {
		undoable.value = { what, act, endsAtMs: nowMs() + leftMs };
		clearTimeout(ends);
		ends = setTimeout(forget, leftMs);
	}

	function forget(): void {
		clearTimeout(ends);
		kept?.keep(null);
		undoable.value = null;
	}
}

/** What was done, and until when by the calendar clock it can be undone; null where nothing of that kind is kept. */
function undoIn(text: string | null): { what: string; act: number | null; endsAt: number } | null {
	try {
		const read: unknown = JSON.parse(text ?? "null");
		if (typeof read !== "object" || read === null) return null;
		if (!("what" in read && "act" in read && "endsAt" in read)) return null;
		const { what, act, endsAt } = read;
		if (typeof what !== "string" || typeof endsAt !== "number") return null;
		return { what, act: typeof act === "number" ? act : null, endsAt };
	} catch {
		return null;
	}
}
