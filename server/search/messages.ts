import type { SynonymFile } from "../../catalogue/files.ts";
import type { Searchable } from "../../catalogue/terms.ts";
import type { ProcedureSummary } from "../../protocol/procedures.ts";

/** What the thread that makes the search file is told: procedures in slices and in order, then the rest. */
export type Telling =
	| { procedures: { searchable: Searchable; summary: ProcedureSummary }[] }
	| { words: SynonymFile };

/** The search file, made. */
export interface Made {
	/** SHA-256 of the file's bytes, the first 32 hexadecimal digits: another content has another one. */
	hash: string;
	file: Uint8Array<ArrayBuffer>;
	gzip: Uint8Array<ArrayBuffer>;
	brotli: Uint8Array<ArrayBuffer>;
}
