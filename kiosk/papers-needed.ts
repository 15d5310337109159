import type { ProcedureDocument } from "../protocol/procedures.ts";

/** A paper with its place in the record, by which it is ticked. */
export interface PaperNeeded {
	paper: ProcedureDocument;
	place: number;
}

/** Those that everybody brings, and those that only some do. */
export function papersNeeded(documents: readonly ProcedureDocument[]): {
	everybody: PaperNeeded[];
	some: PaperNeeded[];
} {
	const all = documents.map((paper, place) => ({ paper, place }));
	return {
		everybody: all.filter(({ paper }) => paper.conditional !== true),
		some: all.filter(({ paper }) => paper.conditional === true),
	};
}

/**
 * How many of those that everybody brings are there. `complete` says nothing of the others: whether they are needed only
 * the person knows. Where there are none that everybody brings, nothing is ever complete.
 */
export function papersReady(
	documents: readonly ProcedureDocument[],
	ticked: readonly number[],
): { have: number; of: number; complete: boolean } {
	const { everybody } = papersNeeded(documents);
	const have = everybody.filter(({ place }) => ticked.includes(place)).length;
	const of = everybody.length;
	return { have, of, complete: of > 0 && have === of };
}
