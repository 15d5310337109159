import { randomUUID } from "node:crypto";
import type { PrinterStatus, PrintJob } from "../protocol/printing.ts";
import type { Device, Outcome, Slip } from "./device.ts";

/** Where the printing side writes what an operator should know; any pino logger is one. */
export interface PrintLog {
	info(facts: object, message: string): void;
	warn(facts: object, message: string): void;
	error(facts: object, message: string): void;
}

/** A job as told to the hub at each change. */
export type JobNews = PrintJob & { ticketId: string; printerId: string };

export interface SpoolParts<Paper extends Printed> {
	printerId: string;
	device: Device;
	/** The bytes for a ticket. A rejection is a bug: the job fails without a reason and is logged. */
	encode(paper: Paper): Promise<Uint8Array>;
	/** Hears every change of every job, in order, after `add` has returned. */
	onJob(news: JobNews): void;
	log: PrintLog;
}

/** What a spool must know of a ticket. */
interface Printed {
	ticketId: string;
	number: string;
}

/** One printer's line of jobs. */
export interface Spool<Paper extends Printed> {
	/** Puts a ticket in the line and returns at once. */
	add(paper: Paper): PrintJob;
	job(jobId: string): PrintJob | null;
	status(): PrinterStatus;
	/** Takes no more jobs; after `boundMs` what is not printed has failed (`closed`). */
	close(boundMs: number): Promise<void>;
}

/** How many jobs are remembered; a ticket is asked about for minutes, not days. */
const jobsKept = 2_000;

/** Prints the jobs of one printer one at a time, in the order they came. */
export function createSpool<Paper extends Printed>(parts: SpoolParts<Paper>): Spool<Paper> {
	const { printerId, device, log } = parts;
	const jobs = new Map<string, PrintJob>();
	const closing = new AbortController();
	let closed = false;
	let line: Promise<void> = Promise.resolve();

	function change(job: PrintJob, ticketId: string): void {
		jobs.set(job.jobId, job);
		try {
			parts.onJob({ ...job, ticketId, printerId });
		} catch (error) {
			// The fault is the listener's; the people in the line still get their paper.
			log.error({ err: error, printerId, ...job }, "a print job's change could not be told");
		}
	}

	async function run(jobId: string, paper: Paper): Promise<void> {
		const { ticketId, number } = paper;
		if (closing.signal.aborted) {
			change({ jobId, state: "failed", reason: "closed" }, ticketId);
			return;
		}
		change({ jobId, state: "printing" }, ticketId);
		const outcome = await attempt(paper, { jobId, number });
		// Not the ticket's id, which is its holder's key.
		const facts = { printerId, jobId, number, ...outcome };
		if (outcome.state === "confirmed") log.info(facts, "ticket printed");
		else log.warn(facts, "ticket not confirmed by the printer");
		change(
			"reason" in outcome
				? { jobId, state: outcome.state, reason: outcome.reason }
				: { jobId, state: outcome.state },
			ticketId,
		);
	}

	async function attempt(paper: Paper, slip: Slip): Promise<Outcome | { state: "failed" }> {
		try {
			const bytes = await parts.encode(paper);
			return await device.print(bytes, slip, closing.signal);
		} catch (error) {
			if (closing.signal.aborted) return { state: "failed", reason: "closed" };
			log.error(
				{ err: error, printerId, ...slip },
				"a ticket could not be made ready for printing",
			);
			return { state: "failed" };
		}
	}

	return {
		add(paper) {
			const jobId = randomUUID();
			if (closed) return { jobId, state: "failed", reason: "closed" };
			const job: PrintJob = { jobId, state: "queued" };
			jobs.set(jobId, job);
			forgetOldest(jobs);
			line = line.then(() => run(jobId, paper));
			return job;
		},
		job: (jobId) => jobs.get(jobId) ?? null,
		status: () => ({ id: printerId, ...device.status() }),
		async close(boundMs) {
			closed = true;
			const bound = setTimeout(() => closing.abort(), boundMs);
			await line;
			clearTimeout(bound);
		},
	};
}

function forgetOldest(jobs: Map<string, PrintJob>): void {
	for (const [jobId, { state }] of jobs) {
		if (jobs.size <= jobsKept) return;
		if (state !== "queued" && state !== "printing") jobs.delete(jobId);
	}
}
