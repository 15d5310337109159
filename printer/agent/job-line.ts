import type { AgentHello, JobBlocked, JobEnded, JobStanding } from "../../protocol/print-agent.ts";
import type { JobReason } from "../../protocol/printing.ts";
import type { Condition, Device, DeviceJob, Outcome } from "../device.ts";
import type { PrintLog } from "../job-book.ts";
import type { Journal } from "./journal.ts";

/** The agent's printer and the jobs that hubs have given it. */
export interface JobLine {
	/** Speaks to the printer as the hub says. Where that is another way than before, it holds from the next job on. */
	use(settings: PrinterWays): Promise<void>;
	/** Takes a job, and prints it after those before it; false while stopping. One that is known already is told again, and not printed again. */
	take(job: DeviceJob): boolean;
	standing(jobId: string): JobStanding;
	/** Lets a job end soon, as what it has become. */
	cancel(jobId: string): void;
	ask(): Promise<Condition>;
	condition(): Condition;
	/** Takes no more; what is under way may end within `boundMs`, and is then cut short. */
	close(boundMs: number): Promise<void>;
}

/** What of a hub's first word says how the printer is spoken to. */
export type PrinterWays = Omit<AgentHello, "version">;

export interface JobLineParts {
	open(ways: PrinterWays): Device;
	journal: Journal;
	/** Hear what happens, whether or not a hub is there to be told. */
	onCondition(condition: Condition): void;
	onBlocked(blocked: JobBlocked): void;
	onEnded(ended: JobEnded): void;
	log: PrintLog;
}

/** The same that the hub takes for the longest. */
const longestDetail = 300;

export function createJobLine({
	open,
	journal,
	onCondition,
	onBlocked,
	onEnded,
	log,
}: JobLineParts): JobLine {
	let device: Device | null = null;
	let waysInUse = "";
	let toldCondition = "";
	let line: Promise<void> = Promise.resolve();
	let closed = false;
	/** Those that were taken and have not ended, the one that is being printed among them. */
	const under = new Map<string, { blocked: JobReason | null; stop: AbortController }>();

	async function exchange(ways: PrinterWays): Promise<void> {
		await device?.close();
		device = open(ways);
		tellCondition(device.condition());
		device.onCondition(tellCondition);
	}

	/** A printer may say again and again how it is. */
	function tellCondition(condition: Condition): void {
		const text = JSON.stringify(condition);
		if (text !== toldCondition) onCondition(condition);
		toldCondition = text;
	}

	async function run(job: DeviceJob): Promise<void> {
		const { jobId, label } = job;
		const mine = under.get(jobId);
		if (!mine) return;
		journal.begin(jobId);
		const outcome = await attempt(job, mine);
		under.delete(jobId);
		journal.end(jobId, outcome);
		const facts = { jobId, label, ...outcome };
		if (outcome.state === "confirmed") log.info(facts, "printed");
		else log.warn(facts, "not confirmed by the printer");
		onEnded({ jobId, outcome });
	}

	async function attempt(
		job: DeviceJob,
		mine: { blocked: JobReason | null; stop: AbortController },
	): Promise<Outcome> {
		const { jobId } = job;
		if (!device) return { state: "failed", reason: "error", untouched: true };
		try {
			const outcome = await device.print(job, {
				signal: mine.stop.signal,
				onBlocked(reason) {
					mine.blocked = reason;
					onBlocked({ jobId, reason });
				},
			});
			return tellable(outcome);
		} catch (error) {
			// A device that throws is a bug, and what it had sent by then is not known.
			log.error({ err: error, jobId }, "unexpected fault while printing");
			return { state: "unconfirmed", reason: "error" };
		}
	}

	return {
		use(ways) {
			const text = JSON.stringify(ways);
			if (text === waysInUse) return Promise.resolve();
			waysInUse = text;
			const exchanged = device === null ? exchange(ways) : line.then(() => exchange(ways));
			line = exchanged.catch((error: unknown) => {
				waysInUse = "";
				log.error({ err: error }, "the printer cannot be spoken to as the hub says");
			});
			return exchanged;
		},
		take(job) {
			const { jobId } = job;
			if (under.has(jobId)) return true;
			const known = journal.of(jobId);
			// What surely was not printed may be given again, and then is meant to be printed.
			const isOver = known !== null && !(known !== "begun" && isUntouched(known));
			if (isOver) {
				onEnded({ jobId, outcome: endOf(known) });
				return true;
			}
			if (closed || device === null) return false;
			under.set(jobId, { blocked: null, stop: new AbortController() });
			line = line.then(() => run(job));
			return true;
		},
		standing(jobId) {
			const job = under.get(jobId);
			if (job) return { state: "printing", blocked: job.blocked };
			const known = journal.of(jobId);
			return known === null ? { state: "unknown" } : { state: "ended", outcome: endOf(known) };
		},
		cancel: (jobId) => under.get(jobId)?.stop.abort(),
		async ask() {
			return device ? device.ask(AbortSignal.timeout(askWithinMs)) : unknownYet;
		},
		condition: () => device?.condition() ?? unknownYet,
		async close(boundMs) {
			closed = true;
			const bound = setTimeout(() => {
				for (const { stop } of under.values()) stop.abort();
			}, boundMs);
			await line;
			clearTimeout(bound);
			await device?.close();
		},
	};
}

const askWithinMs = 5_000;
const unknownYet: Condition = { state: "offline", reasons: ["unreachable"] };

/** A job of which only the begin is known was under way when the agent was killed. */
function endOf(known: Outcome | "begun"): Outcome {
	if (known !== "begun") return known;
	return {
		state: "unconfirmed",
		reason: "closed",
		detail: "the print agent was ended in the midst of it",
	};
}

function isUntouched(outcome: Outcome): boolean {
	return outcome.state === "failed" && outcome.untouched;
}

function tellable(outcome: Outcome): Outcome {
	if (outcome.state === "confirmed" || outcome.detail === undefined) return outcome;
	return { ...outcome, detail: outcome.detail.slice(0, longestDetail) };
}
