import type { SynonymFile } from "../../catalogue/files.ts";
import type { ResolvedEvent } from "../../catalogue/life-events.ts";
import type { Searchable } from "../../catalogue/terms.ts";
import type { Procedure, ProcedureSummary } from "../../protocol/procedures.ts";

/** What the thread that makes kiosks' files is told: what is searched in slices and in order, then the rest, then the same of what is shown. */
export type Telling =
	| { searched: { searchable: Searchable; summary: ProcedureSummary }[] }
	| { words: SynonymFile }
	| { whole: Procedure[] }
	| { events: ResolvedEvent[] };

/** What it has made: first what the hub itself searches with, then all that kiosks are given. */
export type Made = { index: Uint8Array<ArrayBuffer> } | { files: CatalogueFilesMade };

export interface CatalogueFilesMade {
	/** SHA-256 of both files' bytes, the first 32 hexadecimal digits: another content has another one. */
	hash: string;
	/** What a kiosk searches with. */
	search: Packed;
	/** Every procedure whole. */
	procedures: Packed;
}

/** A file as it crosses the wire. */
export interface Packed {
	gzip: Uint8Array<ArrayBuffer>;
	brotli: Uint8Array<ArrayBuffer>;
}
