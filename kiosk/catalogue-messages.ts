import type {
	LifeEvent,
	Procedure,
	ProcedurePage,
	ProcedureQuery,
} from "../protocol/procedures.ts";

/** Where the hub has what is searched, and every procedure whole, of the catalogue with this hash. */
export function catalogueFiles(hash: string): { search: string; procedures: string } {
	const search = `/api/catalogue/${encodeURIComponent(hash)}`;
	return { search, procedures: `${search}/procedures` };
}

/** What the page tells the thread that holds the catalogue. */
export type Telling =
	/** To load the catalogue with this hash, and to answer from it from then on. */
	{ load: string } | { ask: number; of: Question };

/** `field` is an id. */
export type Question = { query: ProcedureQuery } | { code: string };

/** What it is told back. */
export type Reply =
	/** What is searched with is here; `tookMs` is what taking it in took, in the thread. */
	| { searchLoaded: string; tookMs: number }
	/** Every procedure is here, whole, and the events of life. */
	| { allLoaded: string; events: LifeEvent[]; tookMs: number }
	| { failed: string }
	/** `tookMs` is what finding it took, in the thread. Null: it does not know, and the hub may. */
	| { answer: number; found: ProcedurePage | null; tookMs: number }
	| { answer: number; procedure: Procedure | null };
