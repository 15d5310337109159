import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type {
	LifeEvent,
	LifeEventList,
	Procedure,
	ProcedurePage,
	ProcedureQuery,
	ProcedureSummary,
} from "../protocol/procedures.ts";
import { type Answer, api } from "../ui/api.ts";
import type { Question, Reply, Telling } from "./catalogue-messages.ts";
import { office } from "./office.ts";
import { screen } from "./store.ts";

/** A thread that has not answered by then will not. */
const patienceMs = 1_500;
const retryMs = 5_000;

/** The answer to a question: what is asked for, or null where only the hub may know. */
type Told = ProcedurePage | Procedure | null;

const waiting = new Map<number, (told: Told) => void>();
/** Null until they are here. */
let events: LifeEvent[] | null = null;
let worker: Worker | null = null;
const whole = signal<string | null>(null);
/** The catalogue that is searched. */
let searchedHash: string | null = null;
let askedHash: string | null = null;
let questions = 0;
let shownBefore = new Map<string, ProcedureSummary>();

/** The hash of the catalogue that is all here; null until one is. */
export const catalogueInUse: ReadonlySignal<string | null> = whole;

/** Whether the kiosk finds by itself, and at once. */
export function searchesItself(): boolean {
	return searchedHash !== null;
}

/**
 * A page of procedures: the kiosk's own where it has the catalogue and the question is one it understands, the hub's elsewhere.
 * @param path `/api/procedures?...`, as the hub takes it
 */
export async function askForProcedures(path: string): Promise<Answer<ProcedurePage>> {
	const query = searchesItself() ? queryOf(path) : null;
	const told = query === null ? null : await own({ query });
	if (told !== null && "items" in told) return { ok: true, status: 200, value: told };
	return api<ProcedurePage>("GET", path);
}

/**
 * One procedure, whole: the kiosk's own where it has it, the hub's elsewhere.
 * @param path `/api/procedures/CODE`, as the hub takes it
 */
export async function askForProcedure(path: string): Promise<Answer<Procedure>> {
	const code = decodeURIComponent(path.slice(path.lastIndexOf("/") + 1));
	const told = whole.value === null ? null : await own({ code });
	if (told !== null && "code" in told) return { ok: true, status: 200, value: told };
	return api<Procedure>("GET", path);
}

/** The events of life: the kiosk's own where it has them, the hub's elsewhere. */
export async function askForLifeEvents(path: string): Promise<Answer<LifeEventList>> {
	if (events === null) return api<LifeEventList>("GET", path);
	return { ok: true, status: 200, value: { total: events.length, items: events } };
}

// The first one is loaded as soon as the hub names it; another one while nobody is at the kiosk.
effect(() => {
	const hash = office.value?.catalogue.hash ?? null;
	const isFree = searchedHash === null || screen.value.name === "start";
	if (hash !== null && isFree) load(hash);
});

function load(hash: string): void {
	if (hash === whole.peek() || hash === askedHash) return;
	askedHash = hash;
	worker ??= start();
	if (worker === null) return;
	tell(worker, { load: hash });
}

/** Null in a browser that has no such threads: the hub is asked there. */
function start(): Worker | null {
	try {
		const started = new Worker(new URL("./catalogue-worker.ts", import.meta.url));
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
	if ("found" in reply) {
		mark("search", reply.tookMs);
		settle(reply.answer, reply.found === null ? null : withKnown(reply.found));
	} else if ("answer" in reply) {
		settle(reply.answer, reply.procedure);
	} else if ("searchLoaded" in reply) {
		mark("search-loaded", reply.tookMs);
		searchedHash = reply.searchLoaded;
		whole.value = null;
		shownBefore.clear();
	} else if ("allLoaded" in reply) {
		mark("procedures-loaded", reply.tookMs);
		whole.value = reply.allLoaded;
		events = reply.events;
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
	searchedHash = null;
	whole.value = null;
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

function own(of: Question): Promise<Told> {
	const to = worker;
	if (to === null) return Promise.resolve(null);
	const question = ++questions;
	return new Promise((answered) => {
		const timer = setTimeout(() => settle(question, null), patienceMs);
		waiting.set(question, (told) => {
			clearTimeout(timer);
			answered(told);
		});
		tell(to, { ask: question, of });
	});
}

function settle(question: number, told: Told): void {
	waiting.get(question)?.(told);
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
		if (name === "q" || name === "field" || name === "event") query[name] = value;
		else if (name === "limit" || name === "offset") query[name] = Number(value);
		else return null;
	}
	return query;
}

function tell(to: Worker, telling: Telling): void {
	to.postMessage(telling);
}
