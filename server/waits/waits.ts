import { Worker } from "node:worker_threads";
import type { WaitRange } from "../../protocol/tickets.ts";
import type { Answer, Failure, Question, ThinkingAbout } from "./messages.ts";

/** How long people will wait, as it was thought a moment ago. Whoever asks is answered at once. */
export interface Waits {
	/** Of somebody who takes a number now; null where nothing can be said. */
	newcomer(serviceId: string, priorityClass: string | null): WaitRange;
	/** Of a ticket that waits. Null where nothing can be said, also of one far back in an overrun hall that nobody follows. */
	ticket(ticketId: string): WaitRange;
	/** Of everybody who takes a number now, as it is told to screens. */
	newcomers(): Answer["newcomers"];
	/** Calls back when something is thought anew. */
	onNews(listener: () => void): void;
	/** The office is another one: what is thought from now on goes by it. */
	officeChanged(): void;
	/** Names the tickets that somebody follows: something is thought of each of them. */
	follow(followed: () => readonly string[]): void;
	close(): Promise<void>;
}

export interface WaitsParts extends ThinkingAbout {
	hub: {
		readonly state: { readonly day: string };
		onSetBack(listener: () => void): void;
	};
	/** The wall clock, milliseconds since 1970. */
	now: () => number;
	log: { warn(about: object, message: string): void };
}

/**
 * How often it is thought anew, so that what is told is less than a second old; where a thought takes long, the thread rests longer than that and
 * a processor is not its own.
 */
const thinkEveryMs = 700;
const leastRest = 1.5;
/** What was thought longer ago is not told: something is wrong, and a wait of before a quarter of a minute ago is no longer true. */
const goodForMs = 15_000;
/** A thread that died is started again, but not at once. */
const restartMs = 10_000;
/** Memory for the lines of a busy day and what was learned, megabytes. */
const workerMemory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 2 };

/** @param workerUrl the thread's own file, built */
export function createWaits(
	{ directory, office, hub, now, log }: WaitsParts,
	workerUrl = new URL("./waits-worker.js", import.meta.url),
): Waits {
	const listeners: (() => void)[] = [];
	let worker: Worker | null = null;
	/** The office that the thread was given. */
	let startedWith = "";
	let timer: NodeJS.Timeout | undefined;
	let closed = false;
	let generation = 0;
	let thought: Answer | null = null;
	let askedMs = 0;
	let lastFailure = "";
	let followed: () => readonly string[] = () => [];
	hub.onSetBack(() => {
		generation++;
	});
	askLater(thinkEveryMs);

	function start(): Worker {
		startedWith = JSON.stringify(thoughtOf(office));
		const workerData: ThinkingAbout = { directory, office: JSON.parse(startedWith) };
		const started = new Worker(workerUrl, {
			workerData,
			resourceLimits: workerMemory,
			// An inherited --import or --input-type would not suit a plain JavaScript file.
			execArgv: [],
		});
		started.unref();
		started.on("message", (answer: Answer | Failure) => {
			if (started === worker) take(answer);
		});
		started.on("error", (error) => died(started, error));
		started.on("exit", (code) => died(started, new Error(`it ended (${code})`)));
		return started;
	}

	function ask(): void {
		if (hub.state.day === "") {
			askLater(thinkEveryMs);
			return;
		}
		worker ??= start();
		const question: Question = {
			day: hub.state.day,
			generation,
			nowMs: now(),
			followed: followed(),
		};
		askedMs = performance.now();
		worker.postMessage(question);
	}

	function take(answer: Answer | Failure): void {
		if ("failure" in answer) fail(answer.failure);
		else {
			thought = answer;
			lastFailure = "";
			for (const listener of listeners) listener();
		}
		const tookMs = performance.now() - askedMs;
		askLater(Math.max(thinkEveryMs - tookMs, leastRest * tookMs));
	}

	function died(which: Worker, error: Error): void {
		if (which !== worker) return;
		worker = null;
		fail(error.message);
		askLater(restartMs);
	}

	/** The same is said once. */
	function fail(failure: string): void {
		if (failure !== lastFailure) {
			log.warn({ failure }, "no waits can be told: the thread that thinks about them failed");
		}
		lastFailure = failure;
	}

	function askLater(afterMs: number): void {
		clearTimeout(timer);
		if (closed) return;
		timer = setTimeout(ask, afterMs);
		timer.unref();
	}

	/** What was thought, unless that was too long ago. */
	function fresh(): Answer | null {
		return thought && Math.abs(now() - thought.nowMs) <= goodForMs ? thought : null;
	}

	return {
		newcomer: (serviceId, priorityClass) =>
			fresh()?.newcomers[serviceId]?.[priorityClass ?? ""] ?? null,
		ticket: (ticketId) => fresh()?.tickets[ticketId] ?? null,
		newcomers: () => fresh()?.newcomers ?? {},
		onNews: (listener) => listeners.push(listener),
		follow(tickets) {
			followed = tickets;
		},
		officeChanged() {
			if (worker === null || JSON.stringify(thoughtOf(office)) === startedWith) return;
			// It has learned what it knows from days that stand on disk, and so does the next one. What it thought last holds a while.
			const ended = worker;
			worker = null;
			void ended.terminate();
			askLater(0);
		},
		async close() {
			closed = true;
			clearTimeout(timer);
			const ended = worker;
			worker = null;
			await ended?.terminate();
		},
	};
}

/** Of an office, what waits hang on. */
function thoughtOf({
	hours,
	timeZone,
	holidays = [],
	workingDays = [],
	services,
	priorityClasses,
}: ThinkingAbout["office"]): ThinkingAbout["office"] {
	return {
		hours,
		timeZone,
		holidays,
		workingDays,
		services: services.map(({ id, minutes, hours: own }) => ({
			id,
			...(minutes !== undefined && { minutes }),
			...(own !== undefined && { hours: own }),
		})),
		priorityClasses: priorityClasses.map(({ id }) => ({ id })),
	};
}
