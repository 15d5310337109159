import { io, type Socket } from "socket.io-client";
import type { TSchema } from "typebox";
import { Check } from "typebox/value";
import {
	type AgentAuth,
	AgentHello,
	AgentJob,
	agentForm,
	type FromAgent,
	NamedJob,
	printNamespace,
	type ToAgent,
} from "../../protocol/print-agent.ts";
import type { PrintLog } from "../job-book.ts";
import type { JobLine } from "./job-line.ts";
import { type Refusal, refusalIn } from "./refusals.ts";

/** The agent's line to its hub; it comes back by itself for ever. */
export interface HubConnection {
	/** Tells the hub what happened, where it is here; where it is not, it asks when it is back. */
	tell: { [Event in keyof FromAgent]: FromAgent[Event] };
	close(): void;
}

export interface HubConnectionParts {
	hub: string;
	name: string;
	/** The same as long as the process lives. */
	run: string;
	token(): string | undefined;
	jobs: Pick<JobLine, "use" | "take" | "standing" | "cancel" | "ask" | "condition">;
	onConnected(version: string): void;
	onLost(): void;
	/** The hub cannot be reached; told at the first time of several. */
	onAway(): void;
	/** The hub says no. Resolves when it may be asked again, or with false where it is to be left alone. */
	onRefused(refusal: Refusal): Promise<boolean>;
	log: PrintLog;
}

/** A lobby's network is near: a hub that is back is found within seconds, well before it gives up on a job that was under way. */
const firstPauseMs = 500;
const longestPauseMs = 4_000;
const answerWithinMs = 5_000;

/** Put in where the program is built. */
declare const programVersion: string | undefined;

export function connectToHub(parts: HubConnectionParts): HubConnection {
	const { hub, name, run, jobs, log } = parts;
	let closed = false;
	let isAwaySaid = false;
	const socket: Socket<ToAgent, FromAgent> = io(`${hub}${printNamespace}`, {
		transports: ["websocket", "polling"],
		tryAllTransports: true,
		reconnectionDelay: firstPauseMs,
		reconnectionDelayMax: longestPauseMs,
		randomizationFactor: 0.5,
		timeout: answerWithinMs,
		auth: (give) => {
			const token = parts.token();
			const auth: AgentAuth = {
				form: agentForm,
				name,
				run,
				...(typeof programVersion === "string" && { version: programVersion }),
				...(token !== undefined && { token }),
			};
			give(auth);
		},
	});

	socket.on("connect", () => {
		isAwaySaid = false;
	});
	socket.on("disconnect", (reason) => {
		if (closed) return;
		log.warn({ reason }, "the line to the hub is lost");
		parts.onLost();
		// Where the hub itself has ended it, socket.io does not come back by itself.
		if (!socket.active) socket.connect();
	});
	socket.on("connect_error", (error) => {
		if (closed) return;
		const refusal = refusalIn(error);
		if (!refusal) {
			if (!isAwaySaid) {
				log.warn({ err: error }, "the hub cannot be reached");
				parts.onAway();
			}
			isAwaySaid = true;
			return;
		}
		log.warn({ refusal }, "the hub refuses this print agent");
		// Else it could come back by itself while it is being let in.
		socket.disconnect();
		parts.onRefused(refusal).then(
			(mayAsk) => {
				if (mayAsk && !closed) socket.connect();
			},
			(error: unknown) => log.error({ err: error }, "unexpected fault after a refusal"),
		);
	});

	socket.on("hello", (hello, answer) => {
		if (!isRight(AgentHello, hello)) return;
		const { version, ...ways } = hello;
		jobs.use(ways).then(
			() => {
				answer(jobs.condition());
				parts.onConnected(version);
				// What has become of the printer meanwhile is told as a change.
				void jobs.ask();
			},
			// It was logged; the hub gives up on an agent without an answer, and tries again.
			() => undefined,
		);
	});
	socket.on("job", (job, answer) => {
		if (isRight(AgentJob, job)) answer({ taken: jobs.take(job) });
	});
	socket.on("standing", (job, answer) => {
		if (isRight(NamedJob, job)) answer(jobs.standing(job.jobId));
	});
	socket.on("cancel", (job) => {
		if (isRight(NamedJob, job)) jobs.cancel(job.jobId);
	});
	socket.on("ask", (answer) => {
		jobs
			.ask()
			.then(answer, (error: unknown) =>
				log.error({ err: error }, "the printer could not be asked"),
			);
	});
	socket.on("here", (answer) => answer());

	function isRight(schema: TSchema, value: unknown): boolean {
		if (Check(schema, value)) return true;
		log.error({}, "the hub said what no hub of this version says; it is left unanswered");
		return false;
	}

	/** What is told into the air would be sent when the hub is back, and be old by then. */
	const ifHere = <Told>(say: (told: Told) => void) => {
		return (told: Told) => {
			if (socket.connected) say(told);
		};
	};
	return {
		tell: {
			condition: ifHere((condition) => socket.emit("condition", condition)),
			outcome: ifHere((ended) => socket.emit("outcome", ended)),
			blocked: ifHere((blocked) => socket.emit("blocked", blocked)),
		},
		close() {
			closed = true;
			socket.disconnect();
		},
	};
}
