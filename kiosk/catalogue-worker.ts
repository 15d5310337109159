import { type ProcedureFile, readProcedureFile } from "../catalogue/procedure-file.ts";
import { rowAt } from "../catalogue/rows.ts";
import { createSearch, type Search } from "../catalogue/search.ts";
import { readSearchFile, type SearchFile } from "../catalogue/search-file.ts";
import type { ProcedurePage, ProcedureQuery } from "../protocol/procedures.ts";
import { catalogueFiles, type Reply, type Telling } from "./catalogue-messages.ts";

/** The thread that holds the catalogue and searches it, so that a finger on a key waits for nothing. */
let here: Held | null = null;

interface Held {
	hash: string;
	file: SearchFile;
	search: Search;
	/** Null until it is here, a moment after the rest. */
	whole: ProcedureFile | null;
	/** Where a code stands in the catalogue's order. */
	placeOf: Map<string, number>;
}

self.addEventListener("message", ({ data }: MessageEvent<Telling>) => {
	if ("load" in data) void load(data.load);
	else if ("query" in data.of) answer(data.ask, data.of.query);
	else tell({ answer: data.ask, procedure: procedureOf(data.of.code) });
});

async function load(hash: string): Promise<void> {
	const paths = catalogueFiles(hash);
	try {
		if (here?.hash !== hash) {
			const bytes = await fetched(paths.search);
			const beganMs = performance.now();
			here = held(hash, bytes);
			tell({ searchLoaded: hash, tookMs: performance.now() - beganMs });
		}
		const bytes = await fetched(paths.procedures);
		const beganMs = performance.now();
		here.whole = readProcedureFile(bytes);
		const events = here.whole.events.map(({ event }) => event);
		tell({ allLoaded: hash, events, tookMs: performance.now() - beganMs });
	} catch {
		tell({ failed: hash });
	}
}

async function fetched(path: string): Promise<Uint8Array<ArrayBuffer>> {
	const response = await fetch(path);
	if (!response.ok) throw new Error(`${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
}

function held(hash: string, bytes: Uint8Array<ArrayBuffer>): Held {
	const file = readSearchFile(bytes);
	const search = createSearch(file.index);
	// The first search is slow while its code is new to the machine: nobody waits for this one.
	search("dang ky khai si", { most: 10 });
	const placeOf = new Map(file.index.codes.map((code, place) => [code, place]));
	return { hash, file, search, whole: null, placeOf };
}

function answer(question: number, query: ProcedureQuery): void {
	const beganMs = performance.now();
	const found = here === null ? null : pageOf(here, query);
	tell({ answer: question, found, tookMs: performance.now() - beganMs });
}

function procedureOf(code: string) {
	const place = here?.placeOf.get(code);
	return place === undefined ? null : (here?.whole?.at(place) ?? null);
}

/** As `Catalogue.page` does on the hub; null where that knows more. */
function pageOf(
	from: Held,
	{ q = "", field, event, limit = 20, offset = 0 }: ProcedureQuery,
): ProcedurePage | null {
	const { file, search } = from;
	const asked = q.trim();
	const found =
		event !== undefined
			? asked === "" && field === undefined
				? ofEvent(from, event)
				: null
			: asked === ""
				? inField(file, field)
				: search(q, { ...(field !== undefined && { fieldId: field }), most: offset + limit });
	if (found === null) return null;
	const shown = found.procedures.slice(offset, offset + limit);
	return { total: found.total, items: shown.map((place) => rowAt(file.rows, place)) };
}

function ofEvent({ whole, placeOf }: Held, eventId: string) {
	const codes = whole?.events.find(({ event }) => event.id === eventId)?.codes;
	if (codes === undefined) return null;
	return { total: codes.length, procedures: codes.flatMap((code) => placeOf.get(code) ?? []) };
}

function inField({ index }: SearchFile, field: string | undefined) {
	const wanted = field === undefined ? null : index.fieldIds.indexOf(field);
	const procedures: number[] = [];
	index.fieldOf.forEach((one, place) => {
		if (wanted === null || one === wanted) procedures.push(place);
	});
	return { total: procedures.length, procedures };
}

function tell(reply: Reply): void {
	self.postMessage(reply);
}
