import type { FeeCount } from "../catalogue/fee-rules.ts";
import { never } from "./never.ts";

/** What a person has done on the page of a procedure; it stays while they go back and forth, and is gone with them. */
export interface Reading {
	/** The papers that are there already, by their place in the record. */
	ticked: readonly number[];
	/** The parts that were opened. */
	opened: readonly string[];
	/** What was counted for a fee, by the rule's place among the procedure's. */
	counts: { readonly [rule: number]: FeeCount };
}

/** By the procedure's code. */
export type Readings = { readonly [code: string]: Reading };

export type ReadingAction =
	| { type: "paper-ticked"; code: string; paper: number; ticked: boolean }
	| { type: "part-opened"; code: string; part: string; open: boolean }
	| { type: "fee-counted"; code: string; rule: number; count: FeeCount };

/** What comes of an action. The same object comes back where nothing changes. */
export function readingStep(readings: Readings, action: ReadingAction): Readings {
	const before = readingOf(readings, action.code);
	const after = changed(before, action);
	return after === before ? readings : { ...readings, [action.code]: after };
}

/** Of a procedure that nobody has touched: nothing. */
export function readingOf(readings: Readings, code: string): Reading {
	return readings[code] ?? unread;
}

const unread: Reading = { ticked: [], opened: [], counts: {} };

function changed(reading: Reading, action: ReadingAction): Reading {
	switch (action.type) {
		case "paper-ticked": {
			const ticked = withOrWithout(reading.ticked, action.paper, action.ticked);
			return ticked === reading.ticked ? reading : { ...reading, ticked };
		}
		case "part-opened": {
			const opened = withOrWithout(reading.opened, action.part, action.open);
			return opened === reading.opened ? reading : { ...reading, opened };
		}
		case "fee-counted":
			return { ...reading, counts: { ...reading.counts, [action.rule]: action.count } };
		default:
			return never(action);
	}
}

function withOrWithout<T>(all: readonly T[], one: T, wanted: boolean): readonly T[] {
	if (all.includes(one) === wanted) return all;
	return wanted ? [...all, one] : all.filter((other) => other !== one);
}
