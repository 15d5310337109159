import { rowAt } from "../catalogue/rows.ts";
import { createSearch, type Search } from "../catalogue/search.ts";
import { readSearchFile, type SearchFile } from "../catalogue/search-file.ts";
import type { ProcedurePage, ProcedureQuery } from "../protocol/procedures.ts";
import type { Reply, Telling } from "./own-search-messages.ts";

/** The thread that searches, so that a finger on a key waits for nothing. */
let here: { file: SearchFile; search: Search } | null = null;

self.addEventListener("message", ({ data }: MessageEvent<Telling>) => {
	if ("load" in data) void load(data.load);
	else answer(data.ask, data.query);
});

async function load(hash: string): Promise<void> {
	try {
		const response = await fetch(`/api/catalogue/${encodeURIComponent(hash)}`);
		if (!response.ok) throw new Error(`${response.status}`);
		const bytes = new Uint8Array(await response.arrayBuffer());
		const beganMs = performance.now();
		const file = readSearchFile(bytes);
		here = { file, search: createSearch(file.index) };
		// The first search is slow while its code is new to the machine: nobody waits for this one.
		here.search("dang ky khai si", { most: 10 });
		tell({ loaded: hash, tookMs: performance.now() - beganMs });
	} catch {
		tell({ failed: hash });
	}
}

function answer(question: number, query: ProcedureQuery): void {
	if (here === null) return;
	const beganMs = performance.now();
	const page = pageOf(here, query);
	tell({ answer: question, page, tookMs: performance.now() - beganMs });
}

/** As `Catalogue.page` does on the hub. */
function pageOf(
	{ file, search }: { file: SearchFile; search: Search },
	{ q = "", field, limit = 20, offset = 0 }: ProcedureQuery,
): ProcedurePage {
	const { total, procedures } =
		q.trim() === ""
			? inField(file, field)
			: search(q, { ...(field !== undefined && { fieldId: field }), most: offset + limit });
	const shown = procedures.slice(offset, offset + limit);
	return { total, items: shown.map((place) => rowAt(file.rows, place)) };
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
