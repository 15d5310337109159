import type { FastifyBaseLogger } from "fastify";
import type { DefaultEventsMap, Namespace, Server, Socket as SocketOf } from "socket.io";
import type { Static, TSchema } from "typebox";
import { check } from "../config/faults.ts";
import type { AgentChannel, AgentSwitchboard, Attached } from "../printer/agent-switchboard.ts";
import {
	AgentAuth,
	AgentCondition,
	AgentForm,
	agentForm,
	type FromAgent,
	JobBlocked,
	JobEnded,
	JobStanding,
	JobTaken,
	printNamespace,
	type ToAgent,
} from "../protocol/print-agent.ts";
import type { ProblemCode } from "../protocol/problem.ts";
import { type DeviceOf, refusalAs } from "./accounts/device.ts";
import type { Presence } from "./accounts/presence.ts";
import { cutOff } from "./live/connection.ts";

export interface PrintAgents {
	/** Ends the line of a device that was let in and is no longer. */
	cutOff(deviceId: string): void;
}

export interface PrintAgentsParts {
	/** The live side, with whatever stands before every handshake. */
	sockets: Pick<Server, "of">;
	switchboard: AgentSwitchboard;
	deviceOf: DeviceOf;
	/** Learns which devices that were let in are here. */
	presence: Pick<Presence, "arrived" | "left">;
	/** The hub's own. */
	version: string;
	log: Pick<FastifyBaseLogger, "info" | "warn" | "error">;
}

/** Who an agent is that may be here. */
interface Agent {
	name: string;
	run: string;
	/** Null on the hub's own machine. */
	deviceId: string | null;
	/** Of the program, as the agent says. */
	version: string | null;
}
type Socket = SocketOf<FromAgent, ToAgent, DefaultEventsMap, Agent>;

/** How long an agent may take to say that it is there, and to answer what its printer need not be asked for. */
const hereWithinMs = 3_000;
const answerWithinMs = 8_000;

/**
 * Where print agents get their jobs. A name is for one agent: another one under it is refused as long as the first answers, and
 * takes its place where it does not. An agent that comes back after its line was lost always may.
 */
export function addPrintAgents(parts: PrintAgentsParts): PrintAgents {
	const { switchboard, deviceOf, presence, version, log } = parts;
	const agents: Namespace<FromAgent, ToAgent, DefaultEventsMap, Agent> =
		parts.sockets.of(printNamespace);
	const here = new Map<string, Socket>();
	/** Devices that were cut off; an id is never used again. */
	const gone = new Set<string>();

	agents.use((socket, next) => {
		const refuse = (code: ProblemCode) =>
			next(Object.assign(new Error(code), { data: { code, version } }));
		admit(socket).then(
			(admitted) => {
				if (typeof admitted === "string") {
					refuse(admitted);
					return;
				}
				Object.assign(socket.data, admitted);
				next();
			},
			(error: unknown) => {
				log.error({ err: error }, "unexpected fault at the handshake of a print agent");
				refuse("hub/unexpected");
			},
		);
	});

	async function admit({ handshake, request }: Socket): Promise<Agent | ProblemCode> {
		const spoken = check(AgentForm, handshake.auth);
		if (!spoken.ok) return "request/invalid";
		if (spoken.value.form !== agentForm) return "print-agent/other-form";
		const checked = check(AgentAuth, handshake.auth);
		if (!checked.ok) return "request/invalid";
		const { name, run, token, version = null } = checked.value;
		const device = deviceOf(request, token);
		const refusal = refusalAs(device, "print-agent", name);
		if (refusal) return refusal;
		if (!switchboard.settingsOf(name)) return "print-agent/unknown";
		const other = here.get(name);
		if (other && other.data.run !== run && (await answers(other))) return "print-agent/taken";
		return { name, run, version, deviceId: device.is === "paired" ? device.id : null };
	}

	agents.on("connection", (socket) => {
		try {
			begin(socket);
		} catch (error) {
			log.error({ err: error }, "unexpected fault at the beginning of a print agent's line");
			cutOff(socket.conn);
		}
	});

	/** Its right may have ended between the handshake and now. */
	function begin(socket: Socket): void {
		const { name, deviceId, version: said } = socket.data;
		const settings = switchboard.settingsOf(name);
		if (!settings || (deviceId !== null && gone.has(deviceId))) {
			cutOff(socket.conn);
			return;
		}
		const other = here.get(name);
		here.set(name, socket);
		if (other) cutOff(other.conn);
		if (deviceId !== null) presence.arrived(deviceId, said);
		let attached: Attached | null = null;
		socket.on("disconnect", (reason) => {
			if (here.get(name) === socket) here.delete(name);
			if (deviceId !== null) presence.left(deviceId);
			log.info({ agent: name, reason }, "a print agent is gone");
			attached?.left();
		});
		heard(socket, "condition", AgentCondition, (condition) => attached?.condition(condition));
		heard(socket, "blocked", JobBlocked, (blocked) => attached?.blocked(blocked));
		heard(socket, "outcome", JobEnded, (ended) => attached?.ended(ended));
		socket.timeout(answerWithinMs).emit("hello", { ...settings, version }, (error, answer) => {
			const checked = check(AgentCondition, answer);
			if (error || !checked.ok || here.get(name) !== socket) {
				log.warn({ agent: name }, "a print agent did not say how its printer is");
				cutOff(socket.conn);
				return;
			}
			log.info({ agent: name, ...checked.value }, "a print agent is here");
			attached = switchboard.attach(name, channelTo(socket), checked.value);
		});
	}

	/** What an agent says by itself. One that says anything else is cut off: it is broken, or none. */
	function heard<S extends TSchema>(
		socket: Socket,
		event: keyof FromAgent,
		schema: S,
		take: (told: Static<S>) => void,
	): void {
		socket.on(event, (told: unknown) => {
			const checked = check(schema, told);
			if (checked.ok) take(checked.value);
			else refuseToHear(socket, event);
		});
	}

	function refuseToHear({ data, conn }: Socket, event: string): void {
		log.warn({ agent: data.name, event }, "a print agent said what none says");
		cutOff(conn);
	}

	function channelTo(socket: Socket): AgentChannel {
		const line = socket.timeout(answerWithinMs);
		/** An answer that comes in time and is one. */
		async function answerOf<S extends TSchema>(schema: S, answer: Promise<unknown>) {
			const said = await answer.catch(() => null);
			if (said === null) return null;
			const checked = check(schema, said);
			if (checked.ok) return checked.value;
			refuseToHear(socket, "an answer");
			return null;
		}
		return {
			run: socket.data.run,
			give: ({ jobId, label, bytes }) =>
				answerOf(JobTaken, line.emitWithAck("job", { jobId, label, bytes })),
			standing: (jobId) => answerOf(JobStanding, line.emitWithAck("standing", { jobId })),
			ask: () => answerOf(AgentCondition, line.emitWithAck("ask")),
			cancel: (jobId) => void socket.emit("cancel", { jobId }),
			cutOff: () => cutOff(socket.conn),
		};
	}

	return {
		cutOff(deviceId) {
			gone.add(deviceId);
			for (const { data, conn } of agents.sockets.values()) {
				if (data.deviceId === deviceId) cutOff(conn);
			}
		},
	};
}

async function answers(socket: Socket): Promise<boolean> {
	return socket
		.timeout(hereWithinMs)
		.emitWithAck("here")
		.then(
			() => true,
			() => false,
		);
}
