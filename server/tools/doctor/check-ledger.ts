import type { DayCheck } from "../check-day.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

export interface Ledger {
	/** Of the office file. */
	office: string;
	/** Of which offices there is a ledger in DATA_DIR. */
	offices: readonly string[];
	/** How many days the office has. */
	days: number;
	/** The newest of them. */
	newest: { day: string; check: DayCheck } | null;
	/** Whether a hub runs, which may be writing just now. */
	hubRuns: boolean;
	/** Documents that are no JSON: the hub does not start on them. */
	damaged: readonly string[];
}

export function checkLedger({ office, offices, days, newest, hubRuns, damaged }: Ledger): Finding {
	const about = "ledger";
	if (damaged.length > 0) {
		return wrong(
			about,
			`damaged: ${damaged.join(", ")}; the hub does not start on it`,
			'bring it back from a backup: docs/OPERATING.md, "The hub does not start"',
		);
	}
	if (newest === null) {
		if (offices.length === 0) return ok(about, "no day yet");
		return note(
			about,
			`none of ${office}, but of ${offices.join(", ")}`,
			"see that OFFICE_FILE and DATA_DIR belong together; where both are right, nothing has to be done",
		);
	}
	const { day, check } = newest;
	if (check.damage !== null) {
		return wrong(
			about,
			`the newest day cannot be read: ${check.damage}`,
			check.damage.endsWith("Run the version of the hub that wrote it.")
				? 'that version, or a restore of what was saved before it: docs/INSTALLING.md, "Going back a version"'
				: 'npm run ledger -- verify tells which days; docs/OPERATING.md, "Damage", what to do',
		);
	}
	const counted = `${days} ${days === 1 ? "day" : "days"}, the newest ${day}: ${check.tickets} numbers`;
	if (check.cutShort !== null && !hubRuns) {
		return note(
			about,
			`${counted}; its end is not whole: ${check.cutShort}`,
			"nothing: a power cut interrupted a write that nobody had been answered; the hub cuts it off at its next start",
		);
	}
	return ok(about, `${counted}, every line whole`);
}
