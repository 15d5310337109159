import type {
	Rows,
	ServiceRow,
	StaffAsideRow,
	StaffCounterRow,
	StaffPlace,
	StaffRow,
} from "../protocol/live.ts";

/** A service's line: how many wait, and who comes next. */
export interface Line extends ServiceRow {
	next: readonly StaffPlace[];
}

/** Every counter, as people count them: 2 before 10. */
export function countersOf(rows: Rows<StaffRow>): StaffCounterRow[] {
	const counters: StaffCounterRow[] = [];
	for (const row of Object.values(rows)) {
		if (row.kind === "counter") counters.push(row);
	}
	return counters.sort((one, other) => byLabel.compare(one.label, other.label));
}

/** The lines that a counter serves, by their letter. */
export function linesOf(rows: Rows<StaffRow>, counter: StaffCounterRow): Line[] {
	const lines: Line[] = [];
	for (const row of Object.values(rows)) {
		if (row.kind !== "service" || !counter.services.includes(row.id)) continue;
		const line = rows[`line:${row.id}`];
		lines.push({ ...row, next: line?.kind === "line" ? line.next : [] });
	}
	return lines.sort((one, other) => byLabel.compare(one.prefix, other.prefix));
}

/** Who is put aside or missed of the counter's services, whoever it was last the first. */
export function asidesOf(rows: Rows<StaffRow>, counter: StaffCounterRow): StaffAsideRow[] {
	const asides: StaffAsideRow[] = [];
	for (const row of Object.values(rows)) {
		if (row.kind === "aside" && counter.services.includes(row.ticket.serviceId)) asides.push(row);
	}
	return asides.sort((one, other) => (other.since ?? "").localeCompare(one.since ?? ""));
}

export function waitingIn(lines: readonly Line[]): number {
	return lines.reduce((sum, { waiting }) => sum + waiting, 0);
}

/** Whether the officer stands at the counter, working or in a pause. */
export function isHeldBy(counter: StaffCounterRow, username: string): boolean {
	return counter.status !== "closed" && counter.officer?.username === username;
}

/** A counter that was an officer's and is another's now. */
export interface Taken {
	id: string;
	label: string;
	/** Who has it now. */
	name: string;
}

/** Which counters this officer held before and somebody else holds now. One that was merely closed is nobody's. */
export function takenFrom(
	username: string,
	before: readonly StaffCounterRow[],
	now: readonly StaffCounterRow[],
): Taken[] {
	const held = new Set(before.filter((row) => isHeldBy(row, username)).map(({ id }) => id));
	const taken: Taken[] = [];
	for (const row of now) {
		if (!held.has(row.id) || !row.officer || isHeldBy(row, username)) continue;
		taken.push({ id: row.id, label: row.label, name: row.officer.name });
	}
	return taken;
}

/**
 * The counter offered first to somebody who has none yet: the one asked for, one's own, a free one, any.
 * @param askedFor the id that the address names
 */
export function offeredFirst(
	counters: readonly StaffCounterRow[],
	username: string,
	askedFor: string | null,
): StaffCounterRow | null {
	return (
		counters.find(({ id }) => id === askedFor) ??
		counters.find((counter) => isHeldBy(counter, username)) ??
		counters.find(({ officer }) => officer === null) ??
		counters[0] ??
		null
	);
}

const byLabel = new Intl.Collator("vi", { numeric: true });
