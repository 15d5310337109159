import type { Names } from "../protocol/office.ts";
import type {
	Field,
	Procedure,
	ProcedurePage,
	ProcedureQuery,
	ProcedureSummary,
} from "../protocol/procedures.ts";
import { feeInBrief } from "./fees.ts";
import type { CatalogueFiles, FieldFile } from "./files.ts";
import { fold } from "./fold.ts";
import { createSearch, type Search } from "./search.ts";

/** Which fields, and which single procedures against their field, a service of the office takes. */
export interface ServedBy {
	id: string;
	fields: string[];
	procedures?: string[];
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
	/** By its code, with the dot. */
	find(code: string): Procedure | undefined;
	/** The index is made at the first search: some tenths of a second for a commune. */
	search: Search;
	/**
	 * One page of a list: best first with `q`, in the catalogue's order without. `field` is a field's id or its name in either language,
	 * accents and case aside; one that does not exist has no procedures. `limit` is 20 and `offset` 0 unless given.
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
	const fields = files.fields.map((file) => fieldOf(file, serviceOfField));
	let index: Search | undefined;
	const search: Search = (query, options) => {
		index ??= createSearch(
			files.fields.flatMap(({ field, procedures: records }) =>
				records.map((record) => ({ record, field })),
			),
			files.words,
		);
		return index(query, options);
	};

	return {
		title: files.head.title,
		caution: files.head.caution,
		asOf: files.head.asOf,
		count: procedures.length,
		procedures,
		fields,
		find: (code) => byCode.get(code),
		search,
		page({ q = "", field, limit = 20, offset = 0 }) {
			const all = chosen(q, field);
			return { total: all.length, items: all.slice(offset, offset + limit).map(summaryOf) };
		},
	};

	function chosen(q: string, field: string | undefined): Procedure[] {
		const fieldId = field === undefined ? undefined : idOfField(field);
		if (field !== undefined && fieldId === undefined) return [];
		if (q.trim() === "") {
			return fieldId === undefined
				? procedures
				: procedures.filter((procedure) => procedure.fieldId === fieldId);
		}
		return search(q, fieldId === undefined ? {} : { fieldId }).flatMap(
			(code) => byCode.get(code) ?? [],
		);
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
function summaryOf(procedure: Procedure): ProcedureSummary {
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

function fieldOf({ field, procedures }: FieldFile, serviceOfField: Map<string, string>): Field {
	const serviceId = serviceOfField.get(field.id);
	if (serviceId === undefined) throw new Error(`no service takes field ${field.id}`);
	return { ...field, serviceId, count: procedures.length };
}
