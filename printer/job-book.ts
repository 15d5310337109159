import type { JobReason, JobState, ListedJob, PrintJob } from "../protocol/printing.ts";

/** Where the printing side writes what an operator should know; any pino logger is one. */
export interface PrintLog {
	info(facts: object, message: string): void;
	warn(facts: object, message: string): void;
	error(facts: object, message: string): void;
}

/** A job's change as it is told to the hub. */
export interface JobNews {
	job: PrintJob;
	/** Null for papers that are no ticket. */
	ticketId: string | null;
	/** What the paper is called: a ticket's number, `test`. */
	label: string;
	/** Where it stands in line, or was last. */
	printerId: string;
}

/** How all jobs of an office stand, those that have ended among them, for a while. */
export interface JobBook {
	/**
	 * Takes a job down as queued, and tells nobody: whoever asked for it is answered so.
	 * @param job `elsewhere`: its printer is not the first of its kiosk, and is named
	 */
	open(job: Omit<JobNews, "job"> & { jobId: string; elsewhere: boolean }): PrintJob;
	/** Takes down what has become of it and tells it; the same again is not told. A job that has ended cannot change, and that throws. */
	change(jobId: string, state: JobState, reason?: JobReason): void;
	/** It stands in another printer's line now. */
	move(jobId: string, printerId: string): void;
	job(jobId: string): PrintJob | null;
	/** The last jobs of a printer, the newest first. */
	lastOf(printerId: string): ListedJob[];
}

interface Kept extends JobNews {
	at: string;
}

/** How many jobs are remembered; a ticket is asked about for minutes, not days. */
const jobsKept = 2_000;
const listed = 20;

export function createJobBook(parts: {
	now: () => Date;
	log: PrintLog;
	onJob(news: JobNews): void;
}): JobBook {
	const jobs = new Map<string, Kept>();

	function put(kept: Omit<Kept, "at">): void {
		jobs.set(kept.job.jobId, { ...kept, at: parts.now().toISOString() });
		const { job, ticketId, label, printerId } = kept;
		try {
			parts.onJob({ job, ticketId, label, printerId });
		} catch (error) {
			// The fault is the listener's; the people in the line still get their paper.
			parts.log.error({ err: error, ...job, printerId }, "a print job's change could not be told");
		}
	}

	function find(jobId: string): Kept {
		const kept = jobs.get(jobId);
		if (!kept) throw new Error(`there is no print job ${jobId}`);
		return kept;
	}

	return {
		open({ jobId, printerId, ticketId, label, elsewhere }) {
			const job: PrintJob = { jobId, state: "queued", ...(elsewhere && { printerId }) };
			jobs.set(jobId, { job, ticketId, label, printerId, at: parts.now().toISOString() });
			forgetOldest(jobs);
			return job;
		},
		change(jobId, state, reason) {
			const { at: _, ...kept } = find(jobId);
			const { job } = kept;
			if (job.state === state && job.reason === reason) return;
			if (hasEnded(job)) throw new Error(`print job ${jobId} was ${job.state} and became ${state}`);
			const { printerId } = job;
			put({
				...kept,
				job: { jobId, state, ...(reason && { reason }), ...(printerId && { printerId }) },
			});
		},
		move(jobId, printerId) {
			const { at: _, ...kept } = find(jobId);
			if (hasEnded(kept.job)) throw new Error(`print job ${jobId} was ${kept.job.state} and moved`);
			put({ ...kept, printerId, job: { jobId, state: "queued", printerId } });
		},
		job: (jobId) => jobs.get(jobId)?.job ?? null,
		lastOf: (printerId) =>
			[...jobs.values()]
				.filter((kept) => kept.printerId === printerId)
				.slice(-listed)
				.reverse()
				.map(({ job, label, at }) => ({ ...job, label, at })),
	};
}

/** Whether nothing more can become of a job. */
export function hasEnded({ state }: Pick<PrintJob, "state">): boolean {
	switch (state) {
		case "confirmed":
		case "unconfirmed":
		case "failed":
			return true;
		case "queued":
		case "printing":
		case "blocked":
			return false;
	}
}

function forgetOldest(jobs: Map<string, Kept>): void {
	for (const [jobId, { job }] of jobs) {
		if (jobs.size <= jobsKept) return;
		if (hasEnded(job)) jobs.delete(jobId);
	}
}
