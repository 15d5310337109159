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

/** Goes up when the form of the bytes changes, so that nobody reads a form that they do not know. */
const form = 1;

/** What stands before the parts. The file is these as JSON after their length in 4 bytes, then the parts one after the other. */
interface Head {
	form: number;
	codes: string[];
	fieldIds: string[];
	words: SynonymFile;
	/** Of each part how many bytes it is, and of how many numbers. */
	parts: { name: string; bytes: number; count: number }[];
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
	const parts = [
		...numberParts.map((name) => ({
			name: String(name),
			bytes: numbersToBytes(index[name]),
			count: index[name].length,
		})),
		{ name: "terms", bytes: textToBytes(index.terms.join("\n")), count: index.terms.length },
		{ name: "rowBegins", bytes: numbersToBytes(rows.begins), count: rows.begins.length },
		{ name: "rows", bytes: rows.text, count: 0 },
	];
	const head: Head = {
		form,
		codes: index.codes,
		fieldIds: index.fieldIds,
		words: index.words,
		parts: parts.map(({ name, bytes, count }) => ({ name, bytes: bytes.length, count })),
	};
	const headBytes = textToBytes(JSON.stringify(head));
	const file = new Uint8Array(
		parts.reduce((length, { bytes }) => length + bytes.length, 4 + headBytes.length),
	);
	new DataView(file.buffer).setUint32(0, headBytes.length);
	file.set(headBytes, 4);
	let end = 4 + headBytes.length;
	for (const { bytes } of parts) {
		file.set(bytes, end);
		end += bytes.length;
	}
	return file;
}

/** @throws {Error} for bytes of a form that this code does not know */
export function readSearchFile(file: Uint8Array<ArrayBuffer>): SearchFile {
	const headLength = new DataView(file.buffer, file.byteOffset).getUint32(0);
	const head: Head = JSON.parse(textFromBytes(file.subarray(4, 4 + headLength)));
	if (head.form !== form) throw new Error(`a search file of form ${head.form}, not ${form}`);
	let end = 4 + headLength;
	const parts = new Map(
		head.parts.map(({ name, bytes, count }) => {
			const begin = end;
			end += bytes;
			return [name, { bytes: file.subarray(begin, end), count }] as const;
		}),
	);
	const numbers = (name: string) => {
		const { bytes, count } = parts.get(name) ?? nothing;
		return numbersFromBytes(bytes, count);
	};
	const { bytes: terms, count: termCount } = parts.get("terms") ?? nothing;
	return {
		index: {
			codes: head.codes,
			fieldIds: head.fieldIds,
			words: head.words,
			terms: termCount === 0 ? [] : textFromBytes(terms).split("\n"),
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
		rows: { text: (parts.get("rows") ?? nothing).bytes, begins: numbers("rowBegins") },
	};
}

const nothing = { bytes: new Uint8Array(), count: 0 };
