import type { Stopped } from "../../protocol/hall.ts";
import type {
	BoardCounterRow,
	BoardRow,
	CallRow,
	HallRow,
	Rows,
	ServiceRow,
} from "../../protocol/live.ts";
import type { Setup } from "./setup.ts";

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
	/** Today's hours where they are not the usual ones. */
	hours: HallRow["hours"];
}

/** @param zone what the board is for; null for all counters, or all services */
export function boardView(
	rows: Rows<BoardRow>,
	zone: Pick<Setup, "counters" | "services">,
): BoardView {
	const view: BoardView = { calls: [], counters: [], services: [], stopped: null, hours: null };
	const isFor = ({ id }: { id: string }, ids: ReadonlySet<string> | null) => ids?.has(id) ?? true;
	for (const row of Object.values(rows)) {
		if (row.kind === "call") {
			if (isFor(row.counter, zone.counters)) view.calls.push(row);
		} else if (row.kind === "counter") {
			if (isFor(row, zone.counters)) view.counters.push(row);
		} else if (row.kind === "service") {
			if (isFor(row, zone.services)) view.services.push(row);
		} else {
			view.stopped = row.stopped;
			view.hours = row.hours;
		}
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

/** Tells whether a number is called to a counter and nobody has come yet. */
export function isWaitedFor(counters: readonly BoardCounterRow[]): (number: string) => boolean {
	return (number) =>
		counters.some(({ current }) => current?.number === number && current.state === "called");
}

const byLabel = new Intl.Collator("vi", { numeric: true });
