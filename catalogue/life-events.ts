import type { LifeEvent } from "../protocol/procedures.ts";
import type { CatalogueFiles, LifeEventFile } from "./files.ts";

/** An event of life and the codes of what it may need, each once, most needed first. */
export interface ResolvedEvent {
	event: LifeEvent;
	codes: string[];
}

/**
 * The events of a catalogue with the codes they stand for: those they name, in that order, then what the fields they name have beside
 * those, in the field's own order. The loader sees to it that every code and field exists; what does not is left out here.
 */
export function resolveLifeEvents({ lifeEvents, fields }: Held): ResolvedEvent[] {
	const codesOfField = new Map(
		fields.map(({ field, procedures }) => [field.id, procedures.map(({ code }) => code)]),
	);
	const known = new Set([...codesOfField.values()].flat());
	return (lifeEvents?.events ?? []).map((entry) => {
		const codes = codesOf(entry, codesOfField).filter((code) => known.has(code));
		const { id, sign, name, hint } = entry;
		return {
			event: { id, sign, name, ...(hint && { hint }), count: codes.length },
			codes,
		};
	});
}

/** What is asked of a catalogue's files. */
interface Held extends Pick<CatalogueFiles, "lifeEvents"> {
	fields: { field: { id: string }; procedures: { code: string }[] }[];
}

function codesOf(
	{ procedures = [], fields = [] }: LifeEventFile["events"][number],
	codesOfField: Map<string, string[]>,
): string[] {
	const whole = fields.flatMap((field) => codesOfField.get(field) ?? []);
	return [...new Set([...procedures, ...whole])];
}
