import type { Change, Rows, Snapshot } from "../protocol/live.ts";

/** What a screen knows of its view: the rows, and up to which event of which ledger they are right. */
export interface Kept<Row> {
	epoch: string;
	seq: number;
	rows: Rows<Row>;
}

/** A snapshot is the whole truth: whatever was kept before, of this ledger or another, is let go. */
export function takeSnapshot<Row>(snapshot: Snapshot<Row>): Kept<Row> {
	return { epoch: snapshot.epoch, seq: snapshot.seq, rows: snapshot.view };
}

/**
 * Takes a change in. One that is not newer than what is kept has been seen and changes nothing; then the very same
 * object comes back. Without a snapshot there is nothing to change.
 */
export function takeChange<Row>(kept: Kept<Row> | null, change: Change<Row>): Kept<Row> | null {
	if (kept === null || change.seq <= kept.seq) return kept;
	const rows = { ...kept.rows };
	for (const [key, row] of Object.entries(change.set)) {
		if (row === null) delete rows[key];
		else rows[key] = row;
	}
	return { epoch: kept.epoch, seq: change.seq, rows };
}
