import { randomUUID } from "node:crypto";
import { setTimeout as pauseFor } from "node:timers/promises";
import { pino } from "pino";
import { openAdmittance } from "./admittance.ts";
import { connectToHub, type HubConnection } from "./connection.ts";
import { createJobLine } from "./job-line.ts";
import { openJournal } from "./journal.ts";
import { openPrinter } from "./open-printer.ts";
import { type AgentOptions, readAgentOptions, usage } from "./options.ts";
import { pair } from "./pairing.ts";
import { type Refusal, sayRefusal } from "./refusals.ts";
import { sayWith } from "./say.ts";

/** How long a stop waits for what is being printed, and in all. */
const printingWithinMs = 10_000;
const stopWithinMs = 15_000;

/** How long the agent leaves a hub alone that refuses it for what somebody must mend first; the pause doubles up to the longest. */
const firstRetryMs = 2_000;
const longestRetryMs = 30_000;

const read = readAgentOptions(process.argv.slice(2), process.env);
if (read === "help") process.stdout.write(`${usage}\n`);
else if ("faults" in read) {
	process.stderr.write(`motcua print-agent: ${read.faults.join("\n")}\n\n${usage}\n`);
	process.exitCode = 1;
} else start(read);

/** The composition root: the state folder, the printer, the line to the hub, and the stop. */
function start({ hub, name, device, state }: AgentOptions): void {
	const log = pino(
		{ level: process.env.LOG_LEVEL ?? "info" },
		pino.destination({ dest: 2, sync: true }),
	);
	const say = sayWith((text) => process.stdout.write(text));
	const stopping = new AbortController();
	const pause = (ms: number, signal: AbortSignal) =>
		pauseFor(ms, undefined, { signal }).catch(() => undefined);

	let connection: HubConnection | null = null;
	let retryMs = firstRetryMs;
	let refusedFor = "";
	let admittance: ReturnType<typeof openAdmittance>;
	let journal: ReturnType<typeof openJournal>;
	try {
		admittance = openAdmittance(state, hub, name, (error) =>
			log.error({ err: error, state }, "what lets this agent in cannot be kept"),
		);
		journal = openJournal(state, (error) =>
			log.error({ err: error, state }, "what is printed cannot be noted"),
		);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		process.stderr.write(`motcua print-agent: --state ${state} cannot be used: ${message}\n`);
		process.exitCode = 1;
		return;
	}

	const jobs = createJobLine({
		open: (ways) => openPrinter(device, ways, state, log),
		journal,
		onCondition: (condition) => connection?.tell.condition(condition),
		onBlocked: (blocked) => connection?.tell.blocked(blocked),
		onEnded: (ended) => connection?.tell.outcome(ended),
		log,
	});

	log.info({ hub, name, device, state }, "print agent started");

	/** Whoever stops has no pauses any more, and would ask the hub without end. */
	async function refused(refusal: Refusal): Promise<boolean> {
		if (refusal.do === "pair") {
			refusedFor = "";
			if (refusal.wasRevoked) {
				say((words) => words.revoked);
				admittance.keep({});
			} else if (admittance.token() !== undefined) admittance.keep({});
			await pair({ hub, name, admittance, say, pause }, stopping.signal);
			return !stopping.signal.aborted;
		}
		if (refusedFor !== refusal.code) sayRefusal(say, refusal, name);
		refusedFor = refusal.code;
		await pause(retryMs * (0.5 + Math.random()), stopping.signal);
		retryMs = Math.min(2 * retryMs, longestRetryMs);
		return !stopping.signal.aborted;
	}

	connection = connectToHub({
		hub,
		name,
		run: randomUUID(),
		token: admittance.token,
		jobs,
		onConnected(version) {
			retryMs = firstRetryMs;
			refusedFor = "";
			log.info({ hub, version }, "connected");
			say((words) => words.connected(name, hub));
		},
		onLost: () => say((words) => words.lost),
		onAway: () => say((words) => words.away(hub)),
		onRefused: refused,
		log,
	});

	for (const signal of ["SIGINT", "SIGTERM"] as const) {
		process.on(signal, () => {
			if (stopping.signal.aborted) return;
			stopping.abort();
			say((words) => words.stopping);
			setTimeout(() => {
				log.error("the stop took too long");
				process.exit(1);
			}, stopWithinMs).unref();
			jobs.close(printingWithinMs).then(
				async () => {
					// The hub hears how the last job ended before the line is gone.
					await pauseFor(lastWordMs);
					connection?.close();
					process.exit(0);
				},
				(error: unknown) => {
					log.error({ err: error }, "the stop failed");
					process.exit(1);
				},
			);
		});
	}
}

const lastWordMs = 100;
