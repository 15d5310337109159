import { effect } from "@preact/signals";
import type { ProcedurePage, ProcedureQuery, ProcedureSummary } from "../protocol/procedures.ts";
import { type Answer, api } from "../ui/api.ts";
import { office } from "./office.ts";
import type { Reply, Telling } from "./own-search-messages.ts";
import { screen } from "./store.ts";

/** A thread that has not answered by then will not. */
const patienceMs = 1_500;
const retryMs = 5_000;

const waiting = new Map<number, (page: ProcedurePage | null) => void>();
let worker: Worker | null = null;
let loadedHash: string | null = null;
let askedHash: string | null = null;
let questions = 0;
let shownBefore = new Map<string, ProcedureSummary>();

/** Whether the kiosk finds by itself, and at once. */
export function searchesItself(): boolean {
	return loadedHash !== null;
}

/**
 * A page of procedures: the kiosk's own where it has the catalogue and the question is one it understands, the hub's elsewhere.
 * @param path `/api/procedures?...`, as the hub takes it
 */
export async function askForProcedures(path: string): Promise<Answer<ProcedurePage>> {
	const query = searchesItself() ? queryOf(path) : null;
	const page = query === null ? null : await own(query);
	if (page !== null) return { ok: true, status: 200, value: page };
	return api<ProcedurePage>("GET", path);
}

// The first one is loaded as soon as the hub names it; another one while nobody is at the kiosk.
effect(() => {
	const hash = office.value?.catalogue.hash ?? null;
	const isFree = loadedHash === null || screen.value.name === "start";
	if (hash !== null && isFree) load(hash);
});

function load(hash: string): void {
	if (hash === loadedHash || hash === askedHash) return;
	askedHash = hash;
	worker ??= start();
	if (worker === null) return;
	tell(worker, { load: hash });
}

/** Null in a browser that has no such threads: the hub is asked there. */
function start(): Worker | null {
	try {
		const started = new Worker(new URL("./search-worker.ts", import.meta.url));
		started.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
			if (started === worker) hear(data);
		});
		started.addEventListener("error", () => {
			if (started === worker) lost(started);
		});
		return started;
	} catch {
		return null;
	}
}

function hear(reply: Reply): void {
	if ("answer" in reply) {
		mark("search", reply.tookMs);
		settle(reply.answer, withKnown(reply.page));
	} else if ("loaded" in reply) {
		mark("search-loaded", reply.tookMs);
		loadedHash = reply.loaded;
		shownBefore.clear();
		askedHash = null;
	} else loadLater();
}

/** The rows that were there before are the same objects, which the screen need not draw anew. */
function withKnown({ total, items }: ProcedurePage): ProcedurePage {
	const page = { total, items: items.map((item) => shownBefore.get(item.code) ?? item) };
	shownBefore = new Map(page.items.map((item) => [item.code, item]));
	return page;
}

function lost(which: Worker): void {
	which.terminate();
	worker = null;
	loadedHash = null;
	for (const question of [...waiting.keys()]) settle(question, null);
	loadLater();
}

function loadLater(): void {
	setTimeout(() => {
		askedHash = null;
		const hash = office.value?.catalogue.hash ?? null;
		if (hash !== null) load(hash);
	}, retryMs);
}

function own(query: ProcedureQuery): Promise<ProcedurePage | null> {
	const to = worker;
	if (to === null) return Promise.resolve(null);
	const question = ++questions;
	return new Promise((answered) => {
		const timer = setTimeout(() => settle(question, null), patienceMs);
		waiting.set(question, (page) => {
			clearTimeout(timer);
			answered(page);
		});
		tell(to, { ask: question, query });
	});
}

function settle(question: number, page: ProcedurePage | null): void {
	waiting.get(question)?.(page);
	waiting.delete(question);
}

/** Seen by whoever looks at the page with a browser's own tools, and by the bench; the last one is enough. */
function mark(name: string, tookMs: number): void {
	performance.clearMarks(name);
	performance.mark(name, { detail: tookMs });
}

/** What is asked, where the thread understands all of it; `field` as an id. */
function queryOf(path: string): ProcedureQuery | null {
	const params = new URLSearchParams(path.slice(path.indexOf("?") + 1));
	const query: ProcedureQuery = {};
	for (const [name, value] of params) {
		if (name === "q" || name === "field") query[name] = value;
		else if (name === "limit" || name === "offset") query[name] = Number(value);
		else return null;
	}
	return query;
}

function tell(to: Worker, telling: Telling): void {
	to.postMessage(telling);
}
