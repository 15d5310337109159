import type { ProcedureSummary } from "../protocol/procedures.ts";
import type { SearchFile } from "./search-file.ts";
import { textFromBytes, textToBytes } from "./text-bytes.ts";

/** Rows of procedures as a search file holds them. */
export function packRows(summaries: readonly ProcedureSummary[]): SearchFile["rows"] {
	const texts = summaries.map((summary) => textToBytes(JSON.stringify(summary)));
	const begins = new Uint32Array(texts.length + 1);
	texts.forEach((text, at) => {
		begins[at + 1] = (begins[at] ?? 0) + text.length;
	});
	const text = new Uint8Array(begins[texts.length] ?? 0);
	texts.forEach((bytes, at) => {
		text.set(bytes, begins[at]);
	});
	return { text, begins };
}

/** The row at a place, which must be one. */
export function rowAt({ text, begins }: SearchFile["rows"], place: number): ProcedureSummary {
	return JSON.parse(textFromBytes(text.subarray(begins[place], begins[place + 1])));
}
