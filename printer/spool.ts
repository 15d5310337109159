import type { JobReason, PrinterStatus } from "../protocol/printing.ts";
import type { Condition, Device, Outcome } from "./device.ts";
import type { JobBook, PrintLog } from "./job-book.ts";
import type { Paper } from "./paper.ts";
import { createPause } from "./pause.ts";
import { type Hindrance, hindranceIn, hindranceOf } from "./readiness.ts";

/** A paper in a printer's line. */
export interface SpoolJob {
	jobId: string;
	paper: Paper;
	label: string;
	/** When it was asked for, on the clock of `nowMs`. */
	askedMs: number;
	/** The printer that it may go to when this one surely cannot print it; null where there is none, or it came from another. */
	secondPrinterId: string | null;
}

export interface SpoolTimings {
	/** After this a paper is worth nothing to whoever asked for it. */
	staleAfterMs: number;
	/** How long what a printer has said of itself holds. */
	freshMs: number;
	/** How often a printer that waits for a person is asked. */
	askAgainMs: number;
	/** How often a printer is asked that has nothing to do. */
	idleAskMs: number;
	/** The pauses before a printer that could not be reached is tried again; the last one holds on. */
	retryMs: readonly number[];
}

export const spoolTimings: SpoolTimings = {
	staleAfterMs: 120_000,
	freshMs: 1_000,
	askAgainMs: 1_000,
	idleAskMs: 10_000,
	retryMs: [500, 1_000, 2_000, 4_000, 8_000],
};

export interface SpoolParts {
	printerId: string;
	device: Device;
	book: JobBook;
	/** The bytes of a paper for this printer. A rejection is a bug: the job fails without a reason and is logged. */
	encode(paper: Paper): Promise<Uint8Array>;
	/** Whether the paper is still worth something to whoever asked for it. */
	isWanted(paper: Paper): boolean;
	/** Puts a job in the second printer's line; false when that one cannot print it now either. */
	moveAway(job: SpoolJob, printerId: string): boolean;
	/** Hears that the status may have changed. */
	onStatus(): void;
	log: PrintLog;
	timings: SpoolTimings;
	/** A clock that nobody sets, milliseconds. */
	nowMs: () => number;
}

/** One printer's line of jobs. */
export interface Spool {
	/** Puts a job, which stands in the book, at the end of the line. Test pages go before all others, also while it is paused. */
	add(job: SpoolJob): void;
	/** Whether it would print a job that came now, as far as is known. */
	isWell(): boolean;
	status(): PrinterStatus;
	/** Asks the printer how it is, unless it is printing. */
	check(): Promise<PrinterStatus>;
	/** Prints nothing more, but for test pages, until it may go on. What is being printed is ended. */
	pause(): void;
	resume(): void;
	/** Takes a job out of the line that surely was not touched; false when it is not there, or may be being printed. */
	withdraw(jobId: string): boolean;
	/** Takes no more jobs and tries nothing twice; after `boundMs` what is not printed has failed (`closed`). */
	close(boundMs: number): Promise<void>;
}

interface Waiting extends SpoolJob {
	/** How often the printer could not be reached for it. */
	tries: number;
	notBeforeMs: number;
	stale: NodeJS.Timeout;
}

/** Prints the jobs of one printer one at a time, in the order they came. One loop does all that takes time. */
export function createSpool(parts: SpoolParts): Spool {
	const { printerId, device, book, log, timings, nowMs } = parts;
	const line: Waiting[] = [];
	const rest = createPause();
	let checks: ((status: PrinterStatus) => void)[] = [];
	let paused = false;
	let closed = false;
	/** Nothing is begun any more, and what is under way ends soon. */
	let stopped = false;
	/** A signal of its own for each call of the device, of which there is one at a time: listeners that are left on it go with it. */
	let underWay = new AbortController();
	/** What is with the device, or about to be; it is not taken out of the line by anybody else. */
	let inHand: Waiting | null = null;
	/** What is in hand waits for a person in the midst. */
	let stuck = false;
	let heardMs = Number.NEGATIVE_INFINITY;
	let last = said(device.condition());

	device.onCondition((condition) => {
		heardMs = nowMs();
		if (said(condition) === last) return;
		last = said(condition);
		for (const waiting of line) waiting.notBeforeMs = 0;
		parts.onStatus();
		rest.end();
	});
	const ended = run();

	async function run(): Promise<void> {
		// The first question comes when whoever opened this printer is done opening.
		await null;
		for (let first = true; ; first = false) {
			if (checks.length > 0) {
				const answered = checks;
				checks = [];
				await ask();
				for (const answer of answered) answer(status());
				continue;
			}
			const next = nextInLine();
			if (next) await serve(next);
			else if (closed && line.length === 0) break;
			else if (first || (await rest.begin(timings.idleAskMs)) === "over") await ask();
		}
		for (const answer of checks) answer(status());
	}

	/** The job that can be served; none where all that wait are kept back by a pause. */
	function nextInLine(): Waiting | null {
		dropWorthless();
		for (const waiting of closed ? [...line] : []) {
			if (stopped || waiting.notBeforeMs > nowMs()) end(waiting, "failed", "closed");
		}
		const test = line.find(isTest);
		if (test || !paused) return test ?? line[0] ?? null;
		for (const waiting of [...line]) setAside(waiting, hindranceOf("paused"));
		return null;
	}

	/** Goes one step on with a job: lets time pass, asks, or prints. What happens meanwhile is looked at before the next step. */
	async function serve(job: Waiting): Promise<void> {
		const waitMs = job.notBeforeMs - nowMs();
		if (waitMs > 0) {
			await rest.begin(waitMs);
			return;
		}
		const known = hindranceIn(device.condition());
		const isFresh = nowMs() - heardMs < timings.freshMs;
		// Some printers cannot be asked: whether one can be reached again is seen by trying.
		if (known?.waitsFor === "person" || (!known && !isFresh)) {
			const found = hindranceIn(await ask());
			if (nextInLine() !== job) return;
			if (found) {
				setAside(job, found);
				return;
			}
		}
		inHand = job;
		try {
			await print(job);
		} finally {
			inHand = null;
			stuck = false;
		}
	}

	async function print(job: Waiting): Promise<void> {
		const { jobId, label } = job;
		book.change(jobId, "printing");
		let bytes: Uint8Array;
		try {
			bytes = await parts.encode(job.paper);
		} catch (error) {
			if (!stopped) {
				log.error({ err: error, printerId, jobId, label }, "a paper could not be made ready");
			}
			end(job, "failed", stopped ? "closed" : undefined);
			return;
		}
		const late = lateness(job);
		if (late) {
			end(job, "failed", late);
			return;
		}
		const outcome = await device
			.print(
				{ jobId, label, bytes },
				{ signal: newSignal(), onBlocked: (why) => becomesStuck(job, why) },
			)
			.catch((error: unknown): Outcome | null => {
				log.error(
					{ err: error, printerId, jobId, label },
					"unexpected fault of a printer's device",
				);
				return null;
			});
		// Nobody knows how far it got.
		if (outcome === null) end(job, "unconfirmed");
		else conclude(job, outcome);
	}

	function conclude(job: Waiting, outcome: Outcome): void {
		if (outcome.state === "confirmed") {
			heardMs = nowMs();
			end(job, "confirmed");
			return;
		}
		const { state, reason, detail } = outcome;
		// Not the ticket's id, which is its holder's key.
		log.warn(
			{ printerId, jobId: job.jobId, label: job.label, state, reason, detail },
			state === "unconfirmed" ? "perhaps printed" : "not printed",
		);
		if (state === "failed" && outcome.untouched && !stopped) {
			setAside(job, hindranceOf(reason));
		} else end(job, state, reason);
	}

	/** Surely not a byte of it was printed: it goes to the second printer, or waits here as long as it is worth something. */
	function setAside(job: Waiting, { why, waitsFor }: Hindrance): void {
		if (closed) end(job, "failed", "closed");
		else if (!moveAway(job)) {
			const { retryMs, askAgainMs } = timings;
			const pauseMs =
				waitsFor === "person" ? askAgainMs : (retryMs[job.tries] ?? retryMs.at(-1) ?? 0);
			if (waitsFor === "line") job.tries++;
			job.notBeforeMs = why === "paused" ? 0 : nowMs() + pauseMs;
			book.change(job.jobId, "blocked", why);
		}
	}

	function moveAway(job: Waiting): boolean {
		const { secondPrinterId, jobId, paper, label, askedMs } = job;
		if (secondPrinterId === null) return false;
		// Never back and forth.
		const moved = { jobId, paper, label, askedMs, secondPrinterId: null };
		if (!parts.moveAway(moved, secondPrinterId)) return false;
		remove(job);
		log.info({ printerId, jobId, label, secondPrinterId }, "moved to the second printer");
		return true;
	}

	/** What waits behind a job that is stuck in the midst was not touched. */
	function becomesStuck(job: Waiting, why: JobReason | null): void {
		if (inHand !== job) return;
		stuck = why !== null;
		if (why === null) book.change(job.jobId, "printing");
		else book.change(job.jobId, "blocked", why);
		if (stuck) for (const other of line.filter((one) => one !== job)) moveAway(other);
	}

	function dropWorthless(): void {
		for (const job of [...line]) if (job !== inHand && isWorthless(job)) drop(job);
	}

	function drop(job: Waiting): void {
		log.warn({ printerId, jobId: job.jobId, label: job.label }, "dropped: nobody waits for it");
		end(job, "failed", "stale");
	}

	function lateness(job: Waiting): "closed" | "stale" | null {
		if (stopped) return "closed";
		return isWorthless(job) ? "stale" : null;
	}

	function isWorthless({ paper, askedMs }: SpoolJob): boolean {
		return nowMs() - askedMs >= timings.staleAfterMs || !parts.isWanted(paper);
	}

	async function ask(): Promise<Condition> {
		const condition = await device.ask(newSignal());
		heardMs = nowMs();
		if (said(condition) !== last) {
			last = said(condition);
			parts.onStatus();
		}
		return condition;
	}

	function end(job: Waiting, state: "confirmed" | "unconfirmed" | "failed", why?: JobReason): void {
		remove(job);
		if (state === "confirmed") {
			log.info({ printerId, jobId: job.jobId, label: job.label }, "printed");
		}
		book.change(job.jobId, state, why);
	}

	function remove(job: Waiting): void {
		clearTimeout(job.stale);
		line.splice(line.indexOf(job), 1);
		// Nobody needs to know any more how the printer is.
		if (closed && line.length === 0) stop();
		parts.onStatus();
	}

	function stop(): void {
		stopped = true;
		underWay.abort();
		rest.end();
	}

	function newSignal(): AbortSignal {
		underWay = new AbortController();
		if (stopped) underWay.abort();
		return underWay.signal;
	}

	function status(): PrinterStatus {
		const { state, reasons } = device.condition();
		const waiting = line.length;
		if (!paused) return { id: printerId, state, reasons: [...reasons], waiting };
		return { id: printerId, state: "blocked", reasons: [...reasons, "paused"], waiting };
	}

	return {
		add(job) {
			const leftMs = Math.max(0, job.askedMs + timings.staleAfterMs - nowMs());
			const stale = setTimeout(dropWorthless, leftMs + 1);
			stale.unref();
			const waiting = { ...job, tries: 0, notBeforeMs: 0, stale };
			line.push(waiting);
			parts.onStatus();
			if (stuck) setTimeout(moveOn, 0, waiting);
			rest.end();
		},
		isWell: () => !closed && !paused && !stuck && hindranceIn(device.condition()) === null,
		status,
		check() {
			if (closed || inHand) return Promise.resolve(status());
			const checked = new Promise<PrinterStatus>((answer) => {
				checks.push(answer);
			});
			rest.end();
			return checked;
		},
		pause() {
			if (paused) return;
			paused = true;
			parts.onStatus();
			rest.end();
		},
		resume() {
			if (!paused) return;
			paused = false;
			for (const job of line) job.notBeforeMs = 0;
			parts.onStatus();
			rest.end();
		},
		withdraw(jobId) {
			const job = line.find((one) => one.jobId === jobId);
			if (!job || job === inHand) return false;
			drop(job);
			return true;
		},
		async close(boundMs) {
			closed = true;
			if (line.length === 0) stop();
			const bound = setTimeout(stop, boundMs);
			rest.end();
			await ended;
			clearTimeout(bound);
			await device.close();
		},
	};

	/** Not within the call that put it in line: whoever called is to be told that it is queued. */
	function moveOn(job: Waiting): void {
		if (stuck && job !== inHand && line.includes(job)) moveAway(job);
	}
}

function isTest({ paper }: SpoolJob): boolean {
	return paper.kind === "test";
}

function said(condition: Condition): string {
	return JSON.stringify([condition.state, condition.reasons]);
}
