import type { Names, ServiceSign } from "../protocol/office.ts";
import type {
	Field,
	LifeEvent,
	Procedure,
	ProcedurePage,
	ProcedureQuery,
	ProcedureSummary,
} from "../protocol/procedures.ts";
import { feeInBrief } from "./fees.ts";
import type { CatalogueFiles, FieldFile, SynonymFile } from "./files.ts";
import { fold } from "./fold.ts";
import { type ResolvedEvent, resolveLifeEvents } from "./life-events.ts";
import { createSearch, type Search } from "./search.ts";
import { buildSearchIndex } from "./search-index.ts";
import type { Searchable } from "./terms.ts";

/** Which fields, and which single procedures against their field, a service of the office takes. */
export interface ServedBy {
	id: string;
	fields: string[];
	procedures?: string[];
	sign?: ServiceSign;
}

export interface Catalogue {
	title: Names;
	caution: Names;
	/** The newest date of the data, YYYY-MM-DD. */
	asOf: string;
	count: number;
	/** Every procedure in the catalogue's own order. */
	procedures: Procedure[];
	fields: Field[];
	/** In the order in which they are shown; none where the catalogue has no such file. */
	lifeEvents: LifeEvent[];
	/** The same with the codes they stand for. */
	resolvedEvents: ResolvedEvent[];
	/** By its code, with the dot. */
	find(code: string): Procedure | undefined;
	/** Codes, best first. `fieldId` leaves the procedures of one field. */
	search(query: string, options?: { fieldId?: string }): string[];
	/** What the search knows of each procedure, in the same order, and of everyday words. */
	searchables: Searchable[];
	words: SynonymFile;
	/** Takes a search over an index made elsewhere; without one, it is made at the first search, which takes some tenths of a second. */
	useSearch(search: Search): void;
	/**
	 * One page of a list: best first with `q`, in the catalogue's order without. `field` is a field's id or its name in either language,
	 * accents and case aside; `event` is an event of life by its id, whose
	 * procedures come in the order in which they are needed. What does not exist has no procedures. `limit` is 20 and `offset` 0 unless given.
	 */
	page(query: ProcedureQuery): ProcedurePage;
}

/**
 * Puts a catalogue together with the services of an office. Every field must lead to a service, which the loader of the office file sees
 * to; a procedure that leads nowhere throws.
 */
export function createCatalogue(files: CatalogueFiles, services: ServedBy[]): Catalogue {
	const serviceOfField = new Map(
		services.flatMap(({ id, fields }) => fields.map((field) => [field, id] as const)),
	);
	const serviceOfCode = new Map(
		services.flatMap(({ id, procedures = [] }) => procedures.map((code) => [code, id] as const)),
	);
	const procedures = files.fields.flatMap((file) =>
		file.procedures.map((record): Procedure => {
			const serviceId = serviceOfCode.get(record.code) ?? serviceOfField.get(file.field.id);
			if (serviceId === undefined) throw new Error(`no service takes procedure ${record.code}`);
			return {
				...record,
				official: isOfficial(record.code),
				field: file.field.name,
				fieldEn: file.field.nameEn,
				fieldId: file.field.id,
				serviceId,
			};
		}),
	);
	const byCode = new Map(procedures.map((procedure) => [procedure.code, procedure]));
	const serviceById = new Map(services.map((service) => [service.id, service]));
	const fields = files.fields.map((file) => fieldOf(file, serviceOfField, serviceById));
	const events = resolveLifeEvents(files);
	const codesOfEvent = new Map(events.map(({ event, codes }) => [event.id, codes]));
	const byField = new Map(
		fields.map(({ id }) => [id, procedures.filter(({ fieldId }) => fieldId === id)]),
	);
	const searchables = files.fields.flatMap(({ field, procedures: records }) =>
		records.map((record) => ({ record, field })),
	);
	let made: Search | undefined;
	const search: Search = (query, options) => {
		made ??= createSearch(buildSearchIndex(searchables, files.words));
		return made(query, options);
	};

	return {
		title: files.head.title,
		caution: files.head.caution,
		asOf: files.head.asOf,
		count: procedures.length,
		procedures,
		fields,
		lifeEvents: events.map(({ event }) => event),
		resolvedEvents: events,
		find: (code) => byCode.get(code),
		search: (query, options) => inOrder(search(query, options).procedures).map(({ code }) => code),
		searchables,
		words: files.words,
		useSearch(ready) {
			made = ready;
		},
		page({ q = "", field, event, limit = 20, offset = 0 }) {
			const fieldId = field === undefined ? undefined : idOfField(field);
			if (field !== undefined && fieldId === undefined) return { total: 0, items: [] };
			const only = fieldId === undefined ? {} : { fieldId };
			if (event !== undefined) {
				const all = ofEvent(event, q, fieldId);
				return { total: all.length, items: all.slice(offset, offset + limit).map(summaryOf) };
			}
			if (q.trim() !== "") {
				const found = search(q, { ...only, most: offset + limit });
				const items = inOrder(found.procedures.slice(offset)).map(summaryOf);
				return { total: found.total, items };
			}
			const all = fieldId === undefined ? procedures : (byField.get(fieldId) ?? []);
			return { total: all.length, items: all.slice(offset, offset + limit).map(summaryOf) };
		},
	};

	function inOrder(numbers: number[]): Procedure[] {
		return numbers.flatMap((number) => procedures[number] ?? []);
	}

	/** In the event's own order, or, where something is looked for, the best of it first. */
	function ofEvent(event: string, q: string, fieldId: string | undefined): Procedure[] {
		const codes = codesOfEvent.get(event) ?? [];
		if (q.trim() !== "") {
			const wanted = new Set(codes);
			const found = search(q, fieldId === undefined ? {} : { fieldId });
			return inOrder(found.procedures).filter(({ code }) => wanted.has(code));
		}
		return codes
			.flatMap((code) => byCode.get(code) ?? [])
			.filter((procedure) => fieldId === undefined || procedure.fieldId === fieldId);
	}

	function idOfField(idOrName: string): string | undefined {
		const folded = fold(idOrName);
		return fields.find(
			({ id, name, nameEn }) => id === idOrName || fold(name) === folded || fold(nameEn) === folded,
		)?.id;
	}
}

/** Whether a code is the national one and not the office's own. */
function isOfficial(code: string): boolean {
	return /^[0-9]\.[0-9]{6}$/.test(code);
}

/** What a list shows of a procedure. */
export function summaryOf(procedure: Procedure): ProcedureSummary {
	const { code, official, name, nameShort, nameEn, field, fieldEn, fieldId, serviceId } = procedure;
	return {
		code,
		official,
		name,
		nameShort,
		nameEn,
		field,
		fieldEn,
		fieldId,
		feeStatus: procedure.feeStatus,
		feeText: procedure.feeText,
		fee: feeInBrief(procedure),
		timesText: procedure.times.text,
		times: procedure.times,
		serviceId,
	};
}

function fieldOf(
	{ field, procedures }: FieldFile,
	serviceOfField: Map<string, string>,
	serviceById: Map<string, ServedBy>,
): Field {
	const serviceId = serviceOfField.get(field.id);
	if (serviceId === undefined) throw new Error(`no service takes field ${field.id}`);
	const sign = field.sign ?? serviceById.get(serviceId)?.sign ?? "document";
	return { ...field, sign, serviceId, count: procedures.length };
}
