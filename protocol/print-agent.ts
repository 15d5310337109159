import { type Static, Type } from "typebox";
import { Id } from "./office.ts";
import {
	Cut,
	JobReason,
	PrinterAbilities,
	PrinterReason,
	PrinterState,
	WidthDots,
} from "./printing.ts";

/** The socket.io namespace in which print agents get their jobs. */
export const printNamespace = "/print";

/** Which form the messages below have. An agent and a hub of different forms do not talk. */
export const agentForm = 1;

/** No ticket is nearly as large; a hub hands nothing larger over. */
export const largestJobBytes = 1024 * 1024;

const closed = { additionalProperties: false } as const;
const JobId = Type.String({ minLength: 1, maxLength: 80 });
/** For the log alone. */
const Detail = Type.Optional(Type.String({ maxLength: 300 }));

/** What is looked at first: a handshake of another form may hold anything else. */
export const AgentForm = Type.Object({ form: Type.Integer() });

/** What an agent says of itself in the handshake. */
export const AgentAuth = Type.Object(
	{
		form: Type.Literal(agentForm),
		/** As in `agent:NAME` of the office file. */
		name: Id,
		token: Type.Optional(Type.String({ maxLength: 200 })),
		/** Random, the same for as long as the agent runs: so it is known when it comes back. */
		run: Type.String({ minLength: 1, maxLength: 80 }),
		/** Of the program. */
		version: Type.Optional(Type.String({ maxLength: 60 })),
	},
	closed,
);
export type AgentAuth = Static<typeof AgentAuth>;

/** Hub to agent, `hello`, once after each connect: how the printer is spoken to. Answered with its condition. */
export const AgentHello = Type.Object(
	{
		printerId: Id,
		widthDots: WidthDots,
		abilities: PrinterAbilities,
		cut: Cut,
		/** The hub's, for the log. */
		version: Type.String({ maxLength: 40 }),
	},
	closed,
);
export type AgentHello = Static<typeof AgentHello>;

/** Agent to hub, `condition`, at each change; and the answer to `hello` and `ask`. */
export const AgentCondition = Type.Object(
	{ state: PrinterState, reasons: Type.Array(PrinterReason, { maxItems: 12, uniqueItems: true }) },
	closed,
);
export type AgentCondition = Static<typeof AgentCondition>;

/**
 * Hub to agent, `job`: a whole print, its bytes as a binary part. Answered at once with whether it was taken; one that is known already is
 * taken and not printed again.
 */
export const AgentJob = Type.Object(
	{
		jobId: JobId,
		label: Type.String({ maxLength: 80 }),
		bytes: Type.Refine(
			Type.Unsafe<Uint8Array>({}),
			(value) => value instanceof Uint8Array && value.length > 0 && value.length <= largestJobBytes,
			() => `must be 1 to ${largestJobBytes} bytes`,
		),
	},
	closed,
);
export type AgentJob = Static<typeof AgentJob>;

/** `taken: false`: the agent is being stopped, and nothing of the job was or will be printed. */
export const JobTaken = Type.Object({ taken: Type.Boolean() }, closed);
export type JobTaken = Static<typeof JobTaken>;

/** How a job ended, as in printer/device.ts. */
export const AgentOutcome = Type.Union([
	Type.Object({ state: Type.Literal("confirmed") }, closed),
	Type.Object({ state: Type.Literal("unconfirmed"), reason: JobReason, detail: Detail }, closed),
	Type.Object(
		{
			state: Type.Literal("failed"),
			reason: JobReason,
			untouched: Type.Boolean(),
			detail: Detail,
		},
		closed,
	),
]);
export type AgentOutcome = Static<typeof AgentOutcome>;

/** Agent to hub, `outcome`, once where the hub is there to hear it; else it asks. */
export const JobEnded = Type.Object({ jobId: JobId, outcome: AgentOutcome }, closed);
export type JobEnded = Static<typeof JobEnded>;

/** Agent to hub, `blocked`: in the midst of the job the printer waits for a person; null when it goes on. */
export const JobBlocked = Type.Object(
	{ jobId: JobId, reason: Type.Union([JobReason, Type.Null()]) },
	closed,
);
export type JobBlocked = Static<typeof JobBlocked>;

/** Hub to agent, `standing`: how a job stands that was handed over before the connection was lost; and `cancel`: it should end soon. */
export const NamedJob = Type.Object({ jobId: JobId }, closed);
export type NamedJob = Static<typeof NamedJob>;

/** The answer to `standing`. `unknown`: the agent has never begun it, as far as it remembers. */
export const JobStanding = Type.Union([
	Type.Object({ state: Type.Literal("unknown") }, closed),
	Type.Object(
		{ state: Type.Literal("printing"), blocked: Type.Union([JobReason, Type.Null()]) },
		closed,
	),
	Type.Object({ state: Type.Literal("ended"), outcome: AgentOutcome }, closed),
]);
export type JobStanding = Static<typeof JobStanding>;

/** What a hub tells an agent. Every event but `cancel` is answered; `here` only asks whether anybody is. */
export interface ToAgent {
	hello(hello: AgentHello, answer: (condition: AgentCondition) => void): void;
	job(job: AgentJob, answer: (taken: JobTaken) => void): void;
	standing(job: NamedJob, answer: (standing: JobStanding) => void): void;
	ask(answer: (condition: AgentCondition) => void): void;
	here(answer: () => void): void;
	cancel(job: NamedJob): void;
}

/** What an agent tells its hub by itself. */
export interface FromAgent {
	condition(condition: AgentCondition): void;
	outcome(ended: JobEnded): void;
	blocked(blocked: JobBlocked): void;
}
