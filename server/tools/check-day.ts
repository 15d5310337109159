import { LedgerDamaged, readDayFile } from "../ledger/day-file.ts";
import type { LedgerRecord } from "../ledger/ledger.ts";
import { evolve } from "../queue/evolve.ts";
import { emptyState, type QueueState } from "../queue/state.ts";
import type { LedgerFolder } from "./ledger-files.ts";

/** How a day's file stands. */
export interface DayCheck {
	events: number;
	tickets: number;
	closed: boolean;
	/** Bytes of the file up to the end of the last whole line. */
	goodBytes: number;
	/** Why the end cannot be read, where that is a write which is under way or was cut short: nothing of it was acknowledged. */
	cutShort: string | null;
	/** What is wrong, naming file and line; null where every acknowledged event is there. */
	damage: string | null;
}

/**
 * Reads a day whole: sums, sequence, forms, and that a queue's events fold. Only the newest day may end in a line that is not whole: the hub
 * mends that end and closes the day before it opens the next.
 */
export async function checkDay(
	file: string,
	folder: LedgerFolder,
	isNewest: boolean,
): Promise<DayCheck> {
	const state = emptyState();
	let misfit: string | null = null;
	let lineNumber = 0;
	let events = 0;
	const lines = readDayFile(file);
	const found = (more: Pick<DayCheck, "goodBytes" | "cutShort" | "damage">): DayCheck => ({
		events,
		tickets: state.tickets.size,
		closed: state.dayClosed,
		...more,
	});
	try {
		for (;;) {
			const step = await lines.next();
			if (!step.done) {
				lineNumber++;
				events += step.value.events.length;
				if (folder === "ledger") {
					misfit ??= fold(state, step.value, `${file}, line ${lineNumber}`);
				}
				continue;
			}
			const { goodBytes, damage } = step.value;
			const end = damage && `${file}, line ${damage.lineNumber}: ${damage.why}`;
			return found({
				goodBytes,
				cutShort: isNewest ? end : null,
				damage: misfit ?? (isNewest ? null : end),
			});
		}
	} catch (error) {
		if (!(error instanceof LedgerDamaged)) throw error;
		return found({ goodBytes: 0, cutShort: null, damage: misfit ?? error.message });
	}
}

/** Folds a line in; says why it does not fit. */
function fold(state: QueueState, { seq, at, events }: LedgerRecord, where: string): string | null {
	try {
		for (const [index, event] of events.entries())
			evolve(state, { ...event, seq: seq + index, at });
		return null;
	} catch (error) {
		return `${where}: the events do not follow from those before (${error instanceof Error ? error.message : String(error)})`;
	}
}
