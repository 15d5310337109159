import type { Procedure } from "../protocol/procedures.ts";
import { readFileParts, writeFileParts } from "./file-parts.ts";
import type { ResolvedEvent } from "./life-events.ts";
import { numbersFromBytes, numbersToBytes } from "./number-bytes.ts";
import { textFromBytes, textToBytes } from "./text-bytes.ts";

/** Every procedure whole, and the events of life: what a kiosk shows while its hub is away. */
export interface ProcedureFile {
	/** The procedure at a place of the catalogue's own order, made into an object where it is shown: most never are. */
	at(place: number): Procedure | undefined;
	events: ResolvedEvent[];
}

const form = 1;

interface Head {
	keys: string[];
	events: ResolvedEvent[];
}

/**
 * The file as bytes. Procedures share steps, papers, channels and laws: each value of a property stands there once, as
 * JSON, those of one property together, and a procedure is one number a property, 0 for none.
 */
export function writeProcedureFile(
	procedures: readonly Procedure[],
	events: ResolvedEvent[],
): Uint8Array<ArrayBuffer> {
	const keys = [...new Set(procedures.flatMap((procedure) => Object.keys(procedure)))];
	const properties = procedures.map(
		(procedure) => new Map<string, unknown>(Object.entries(procedure)),
	);
	const texts: string[] = [];
	const columns = keys.map((key) => {
		const places = new Map<string, number>();
		return Uint32Array.from(properties, (of) => {
			const value = of.get(key);
			if (value === undefined) return 0;
			const text = JSON.stringify(value);
			const known = places.get(text);
			if (known !== undefined) return known;
			texts.push(text);
			places.set(text, texts.length);
			return texts.length;
		});
	});
	const values = texts.map(textToBytes);
	const head: Head = { keys, events };
	return writeFileParts(form, head, [
		...columns.map((column, at) => ({
			name: keys[at] ?? "",
			bytes: numbersToBytes(column),
			count: column.length,
		})),
		{
			name: lengthsPart,
			bytes: numbersToBytes(Uint32Array.from(values, ({ length }) => length)),
			count: values.length,
		},
		{ name: valuesPart, bytes: joined(values), count: values.length },
	]);
}

/** @throws {Error} for bytes of a form that this code does not know */
export function readProcedureFile(file: Uint8Array<ArrayBuffer>): ProcedureFile {
	const { head, part } = readFileParts<Head>(form, file);
	const numbers = (name: string) => {
		const { bytes, count } = part(name);
		return numbersFromBytes(bytes, count);
	};
	const columns = head.keys.map((key) => [key, numbers(key)] as const);
	const lengths = numbers(lengthsPart);
	const begins = new Uint32Array(lengths.length + 1);
	for (const [at, length] of lengths.entries()) begins[at + 1] = (begins[at] ?? 0) + length;
	const { bytes } = part(valuesPart);
	const count = columns[0]?.[1].length ?? 0;
	return {
		events: head.events,
		at(place) {
			if (place < 0 || place >= count) return undefined;
			const fields = columns.flatMap(([key, column]) => {
				const value = column[place] ?? 0;
				if (value === 0) return [];
				return [
					`${JSON.stringify(key)}:${textFromBytes(bytes.subarray(begins[value - 1], begins[value]))}`,
				];
			});
			return JSON.parse(`{${fields.join(",")}}`);
		},
	};
}

/** No property is called so. */
const lengthsPart = "/lengths";
const valuesPart = "/values";

function joined(all: Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(all.reduce((length, one) => length + one.length, 0));
	let end = 0;
	for (const one of all) {
		bytes.set(one, end);
		end += one.length;
	}
	return bytes;
}
