import type { LifeEventFile } from "../catalogue/files.ts";
import type { Fault } from "../protocol/problem.ts";
import { under, unknownName } from "./faults.ts";
import { type Entry, twice } from "./file-rows.ts";
import { shown } from "./plain-words.ts";
import { unknownCode } from "./unknown-code.ts";

/** What is wrong with the events of life beyond the schema of their file: what they name does not exist, or stands there twice. */
export function lifeEventFaults(
	file: LifeEventFile | undefined,
	codes: string[],
	fields: string[],
): Fault[] {
	if (file === undefined) return [];
	const known = { codes: new Set(codes), fields: new Set(fields) };
	const ids = file.events.map(
		({ id }, index): Entry => ({ path: `${under(events, index)}/id`, text: id }),
	);
	return [
		...twice(ids, "an id of its own"),
		...file.events.flatMap((event, index) => {
			const path = under(events, index);
			if (event.procedures === undefined && event.fields === undefined) {
				const allowed = "an event with procedures, fields or both";
				return [{ path, found: shown(event), allowed }];
			}
			const named = entries(`${path}/procedures`, event.procedures ?? []);
			const whole = entries(`${path}/fields`, event.fields ?? []);
			return [
				...named.flatMap((entry) =>
					known.codes.has(entry.text) ? [] : [unknownCode(entry.path, entry.text, codes)],
				),
				...whole.flatMap((entry) =>
					known.fields.has(entry.text) ? [] : [unknownName(entry.path, entry.text, fields)],
				),
				...twice(named, "each procedure once in an event"),
				...twice(whole, "each field once in an event"),
			];
		}),
	];
}

const events = "/life-events.json/events";

function entries(path: string, texts: string[]): Entry[] {
	return texts.map((text, index) => ({ path: under(path, index), text }));
}
