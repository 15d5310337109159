import { readFileParts, writeFileParts } from "./file-parts.ts";
import type { SynonymFile } from "./files.ts";
import { numbersFromBytes, numbersToBytes } from "./number-bytes.ts";
import type { SearchIndex } from "./search-index.ts";
import { textFromBytes, textToBytes } from "./text-bytes.ts";

/** What a kiosk searches with: the index, and a row of each procedure for when it is found. */
export interface SearchFile {
	index: SearchIndex;
	/** JSON of each procedure's row, made into an object where it is shown: most never are. */
	rows: { text: Uint8Array; begins: Uint32Array };
}

const form = 2;

interface Head {
	codes: string[];
	fieldIds: string[];
	words: SynonymFile;
}

const numberParts = [
	"fieldOf",
	"spread",
	"begins",
	"inProcedure",
	"entries",
	"lengths",
	"nameBegins",
	"nameWords",
	"namePairs",
	"heardWords",
	"heardPairs",
] as const;

/** The file as bytes, which say all that `readSearchFile` needs. Not compressed. */
export function writeSearchFile({ index, rows }: SearchFile): Uint8Array<ArrayBuffer> {
	const { codes, fieldIds, words } = index;
	const head: Head = { codes, fieldIds, words };
	return writeFileParts(form, head, [
		...numberParts.map((name) => ({
			name,
			bytes: numbersToBytes(index[name]),
			count: index[name].length,
		})),
		{ name: "terms", bytes: textToBytes(index.terms.join("\n")), count: index.terms.length },
		{ name: "rowBegins", bytes: numbersToBytes(rows.begins), count: rows.begins.length },
		{ name: "rows", bytes: rows.text, count: 0 },
	]);
}

/** @throws {Error} for bytes of a form that this code does not know */
export function readSearchFile(file: Uint8Array<ArrayBuffer>): SearchFile {
	const { head, part } = readFileParts<Head>(form, file);
	const numbers = (name: string) => {
		const { bytes, count } = part(name);
		return numbersFromBytes(bytes, count);
	};
	const terms = part("terms");
	return {
		index: {
			...head,
			terms: terms.count === 0 ? [] : textFromBytes(terms.bytes).split("\n"),
			fieldOf: numbers("fieldOf"),
			spread: numbers("spread"),
			begins: numbers("begins"),
			inProcedure: numbers("inProcedure"),
			entries: numbers("entries"),
			lengths: numbers("lengths"),
			nameBegins: numbers("nameBegins"),
			nameWords: numbers("nameWords"),
			namePairs: numbers("namePairs"),
			heardWords: numbers("heardWords"),
			heardPairs: numbers("heardPairs"),
		},
		rows: { text: part("rows").bytes, begins: numbers("rowBegins") },
	};
}
