import type { ProcedurePage, ProcedureQuery } from "../protocol/procedures.ts";

/** What the page tells the thread that searches. */
export type Telling =
	/** To load the catalogue with this hash, and to search it from then on. */
	| { load: string }
	/** `field` is an id. */
	| { ask: number; query: ProcedureQuery };

/** What it is told back. */
export type Reply =
	| { loaded: string; tookMs: number }
	| { failed: string }
	/** `tookMs` is what the search took, in the thread. */
	| { answer: number; page: ProcedurePage; tookMs: number };
