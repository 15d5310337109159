import type { Stopped } from "../../protocol/hall.ts";
import type { BoardCounterRow, BoardRow, CallRow, Rows, ServiceRow } from "../../protocol/live.ts";

/** What the board shows, in the order it shows it. */
export interface BoardView {
	/** Newest first. */
	calls: CallRow[];
	/** As people count them: 2 before 10. */
	counters: BoardCounterRow[];
	/** By their letter. */
	services: ServiceRow[];
	/** Why nobody is called and no number is given; null while all goes on. */
	stopped: Stopped | null;
}

export function boardView(rows: Rows<BoardRow>): BoardView {
	const view: BoardView = { calls: [], counters: [], services: [], stopped: null };
	for (const row of Object.values(rows)) {
		if (row.kind === "call") view.calls.push(row);
		else if (row.kind === "counter") view.counters.push(row);
		else if (row.kind === "service") view.services.push(row);
		else view.stopped = row.stopped;
	}
	view.calls.sort((one, other) => other.calledSeq - one.calledSeq);
	view.counters.sort((one, other) => byLabel.compare(one.label, other.label));
	view.services.sort((one, other) => byLabel.compare(one.prefix, other.prefix));
	return view;
}

/** Tells whether a number is called to a counter or served there now. */
export function isAtCounter(counters: readonly BoardCounterRow[]): (number: string) => boolean {
	const numbers = new Set(counters.map(({ current }) => current?.number));
	return (number) => numbers.has(number);
}

const byLabel = new Intl.Collator("vi", { numeric: true });
