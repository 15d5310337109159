import { Worker } from "node:worker_threads";
import { type Catalogue, summaryOf } from "../../catalogue/catalogue.ts";
import { createSearch } from "../../catalogue/search.ts";
import { readSearchFile } from "../../catalogue/search-file.ts";
import type { Made, Telling } from "./messages.ts";

/** The catalogue as kiosks search it by themselves, made once in a thread of its own. */
export interface ServedSearchFile {
	/** Null until it is made, and where it could not be. */
	readonly current: ServedFile | null;
	/**
	 * When it is made, and the hub's own search with it; begins that where nobody has. Never fails: without the thread's index the
	 * hub makes its own at the first search.
	 */
	ready(): Promise<void>;
	close(): Promise<void>;
}

/** Compressed as it goes out. */
export interface ServedFile {
	hash: string;
	gzip: Uint8Array;
	brotli: Uint8Array;
}

interface SearchFileParts {
	catalogue: Catalogue;
	log: { warn(about: object, message: string): void };
}

/** So many procedures are handed to the thread in one go: less than a millisecond of the hub's own thread. */
const sliceSize = 50;

/** @param workerUrl the thread's own file, built */
export function createServedSearchFile(
	{ catalogue, log }: SearchFileParts,
	workerUrl = new URL("./search-file-worker.js", import.meta.url),
): ServedSearchFile {
	let current: ServedFile | null = null;
	let making: Promise<void> | undefined;
	let worker: Worker | undefined;

	return {
		get current() {
			return current;
		},
		ready() {
			making ??= make().catch((error: unknown) =>
				log.warn({ err: error }, "kiosks cannot search by themselves: no search file was made"),
			);
			return making;
		},
		async close() {
			await worker?.terminate();
		},
	};

	async function make(): Promise<void> {
		// An inherited --import or --input-type would not suit a plain JavaScript file.
		const started = new Worker(workerUrl, { execArgv: [] });
		worker = started;
		started.unref();
		const made = new Promise<Made>((done, failed) => {
			started.once("message", done);
			started.once("error", failed);
			started.once("exit", (code) => failed(new Error(`the thread ended (${code})`)));
		});
		// While it is told its part; whoever awaits it below hears of a failure.
		made.catch(() => undefined);
		const tell = (telling: Telling) => started.postMessage(telling);
		const { procedures, searchables } = catalogue;
		for (let from = 0; from < procedures.length; from += sliceSize) {
			const slice = procedures.slice(from, from + sliceSize).flatMap((procedure, at) => {
				const searchable = searchables[from + at];
				return searchable === undefined ? [] : [told(searchable, summaryOf(procedure))];
			});
			tell({ procedures: slice });
			await new Promise((next) => setImmediate(next));
		}
		tell({ words: catalogue.words });
		const { hash, file, gzip, brotli } = await made;
		catalogue.useSearch(createSearch(readSearchFile(file).index));
		current = { hash, gzip, brotli };
	}
}

/** Of a record what is searched: all of it would take the hub's own thread much longer to hand over. */
function told(
	{ record, field }: Catalogue["searchables"][number],
	summary: ReturnType<typeof summaryOf>,
) {
	const { code, name, nameShort, nameEn, result, keywords, forms } = record;
	return {
		searchable: { record: { code, name, nameShort, nameEn, result, keywords, forms }, field },
		summary,
	};
}
