import { Worker } from "node:worker_threads";
import { type Catalogue, summaryOf } from "../../catalogue/catalogue.ts";
import { createSearch, type Search } from "../../catalogue/search.ts";
import { readSearchFile } from "../../catalogue/search-file.ts";
import type { Procedure } from "../../protocol/procedures.ts";
import type { CatalogueFilesMade, Made, Telling } from "./messages.ts";

/** The catalogue as kiosks search and show it by themselves, made once in a thread of its own. */
export interface ServedCatalogueFiles {
	/** Null until they are made, and where they could not be. */
	readonly current: CatalogueFilesMade | null;
	/**
	 * When the hub's own search is made, and kiosks' files soon after; begins that where nobody has. Never fails: without
	 * the thread's index the hub makes its own at the first search.
	 */
	ready(): Promise<void>;
	/** The catalogue is another one, of the same procedures: others take them. What is there is served until its own files are made. */
	catalogueChanged(): void;
	close(): Promise<void>;
}

interface CatalogueFilesParts {
	catalogue: Catalogue;
	log: { warn(about: object, message: string): void };
}

/** So many procedures are handed to the thread in one go: less than a millisecond of the hub's own thread. */
const sliceSize = 50;

/** @param workerUrl the thread's own file, built */
export function createServedCatalogueFiles(
	{ catalogue, log }: CatalogueFilesParts,
	workerUrl = new URL("./catalogue-files-worker.js", import.meta.url),
): ServedCatalogueFiles {
	let current: CatalogueFilesMade | null = null;
	let making: Promise<void> | undefined;
	let worker: Worker | undefined;
	let closed = false;
	/** Finds procedures, whoever takes them. */
	let search: Search | undefined;

	return {
		get current() {
			return current;
		},
		ready() {
			making ??= make().catch(warn);
			return making;
		},
		catalogueChanged() {
			if (search) catalogue.useSearch(search);
			if (making) making = making.then(make).catch(warn);
		},
		async close() {
			closed = true;
			await worker?.terminate();
		},
	};

	function warn(error: unknown): void {
		if (!closed)
			log.warn({ err: error }, "kiosks have no catalogue of their own: its files were not made");
	}

	async function make(): Promise<void> {
		// An inherited --import or --input-type would not suit a plain JavaScript file.
		const started = new Worker(workerUrl, { execArgv: [] });
		worker = started;
		started.unref();
		const made = answersOf(started);
		const { procedures, searchables } = catalogue;
		await tellSlices(started, procedures, (slice, from) => ({
			searched: slice.flatMap((procedure, at) => {
				const searchable = searchables[from + at];
				return searchable === undefined ? [] : [told(searchable, summaryOf(procedure))];
			}),
		}));
		tell(started, { words: catalogue.words });
		search = createSearch(readSearchFile(await made.index).index);
		catalogue.useSearch(search);
		void makeRest(started, made.files).catch(warn);
	}

	async function makeRest(started: Worker, made: Promise<CatalogueFilesMade>): Promise<void> {
		await tellSlices(started, catalogue.procedures, (whole) => ({ whole }));
		tell(started, { events: catalogue.resolvedEvents });
		current = await made;
	}
}

function answersOf(worker: Worker) {
	return {
		index: answer(worker, (made) => ("index" in made ? made.index : undefined)),
		files: answer(worker, (made) => ("files" in made ? made.files : undefined)),
	};
}

/** The thread's first message in which there is one; fails with the thread. */
function answer<T>(worker: Worker, of: (made: Made) => T | undefined): Promise<T> {
	const answered = new Promise<T>((done, failed) => {
		worker.on("message", (made: Made) => {
			const found = of(made);
			if (found !== undefined) done(found);
		});
		worker.once("error", failed);
		worker.once("exit", (code) => failed(new Error(`the thread ended (${code})`)));
	});
	// While the thread is told its part; whoever awaits it hears of a failure.
	answered.catch(() => undefined);
	return answered;
}

async function tellSlices(
	worker: Worker,
	procedures: Procedure[],
	tellingOf: (slice: Procedure[], from: number) => Telling,
): Promise<void> {
	for (let from = 0; from < procedures.length; from += sliceSize) {
		tell(worker, tellingOf(procedures.slice(from, from + sliceSize), from));
		await new Promise((next) => setImmediate(next));
	}
}

function tell(worker: Worker, telling: Telling): void {
	worker.postMessage(telling);
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
