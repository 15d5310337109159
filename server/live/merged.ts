import type { Change, ChangeType } from "../../protocol/live.ts";

/** Changes that carry nothing but rows: nobody chimes or flashes at each of them, so that many may come as one. */
const carriesRowsAlone: ReadonlySet<ChangeType> = new Set(["issued", "moved-up"]);

/**
 * Puts a change behind those that wait, as one with the last of them where both carry nothing but rows and are of one
 * type. Rows are absolute, so the later one wins; everything else stays a change of its own, in order.
 */
export function addMerged(waiting: Change[], change: Change): void {
	const last = waiting.at(-1);
	if (last?.type === change.type && carriesRowsAlone.has(change.type)) {
		waiting[waiting.length - 1] = joined(last, change);
	} else addOneACommand(waiting, change);
}

/** The same where each command stays a change of its own: a call that ended the service of the one before is one. */
export function addOneACommand(waiting: Change[], change: Change): void {
	const last = waiting.at(-1);
	const endsTheOneBefore =
		last?.type === "finished" && change.type === "called" && last.seq + 1 === change.seq;
	if (endsTheOneBefore && last.at === change.at) waiting[waiting.length - 1] = joined(last, change);
	else waiting.push(change);
}

function joined(earlier: Change, later: Change): Change {
	return { ...later, set: { ...earlier.set, ...later.set } };
}
