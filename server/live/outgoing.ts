import type { FastifyBaseLogger } from "fastify";
import type { TSchema } from "typebox";
import { faultsOf, fits, valueAt } from "../../config/faults.ts";
import { type Audience, liveMessages } from "../../protocol/live.ts";

/** What is wrong with a message, and never what it says: rows hold numbers and names. */
export interface WrongPart {
	/** A JSON pointer (RFC 6901) into the message, which names of a row its kind alone. */
	path: string;
	/** Of which kind what stands there is: `text`, `an object`, `nothing`. */
	found: string;
	allowed: string;
}

export type LiveEvent = "snapshot" | "change" | "status";

export interface Outgoing {
	/** Takes note of what was just said to an audience. */
	said(audience: Audience, event: LiveEvent, message: unknown): void;
	/** How many messages were not as they should be. */
	wrong(): number;
}

/** What is wrong comes again with every change of its row, and finding out what it is takes a hundred times as long as that something is. */
const describeEveryMs = 1_000;
/** How many different faults are logged. All messages are counted. */
const mostLogged = 100;
/** A view that is wrong throughout is wrong for one reason. */
const mostParts = 5;

/**
 * Holds all that the hub says live against protocol/live.ts, once for all who hear it together. What is not right there is a fault of the hub's own, is
 * logged as one and counted, and is sent all the same: a change that is kept back would leave screens old without anybody
 * knowing, and mostly all but one part of it is right. That nothing else is ever said, tests prove; this tells of what they did not think of.
 */
export function watchOutgoing(log: Pick<FastifyBaseLogger, "error">): Outgoing {
	const logged = new Set<string>();
	/** When what was wrong was described last, by audience and event. */
	const described = new Map<string, number>();
	let wrong = 0;
	return {
		said(audience, event, message) {
			if (isRight(audience, event, message)) return;
			wrong++;
			const now = performance.now();
			const about = `${audience} ${event}`;
			if (now - (described.get(about) ?? Number.NEGATIVE_INFINITY) < describeEveryMs) return;
			described.set(about, now);
			const faults = wrongParts(audience, event, message).slice(0, mostParts);
			const what = `${about} ${JSON.stringify(faults)}`;
			if (logged.has(what) || logged.size === mostLogged) return;
			logged.add(what);
			log.error({ audience, event, faults }, "a live message is not as protocol/live.ts has it");
		},
		wrong: () => wrong,
	};
}

/** What of a message this audience should not be told, or not so; empty where all is right. */
export function wrongParts(audience: Audience, event: LiveEvent, message: unknown): WrongPart[] {
	const schema = schemaOf(audience, event, message);
	if (!schema) {
		const topics = Object.keys(liveMessages[audience].status).join(", ");
		return [{ path: "/topic", found: kindOf(topicOf(message)), allowed: `one of ${topics}` }];
	}
	return faultsOf(schema, message).map(({ path, allowed }) => {
		return { path: withoutRow(path), found: kindOf(valueAt(message, path)), allowed };
	});
}

function isRight(audience: Audience, event: LiveEvent, message: unknown): boolean {
	const schema = schemaOf(audience, event, message);
	return schema !== undefined && fits(schema, message);
}

/** Undefined where the audience is told nothing of a status's topic. */
function schemaOf(audience: Audience, event: LiveEvent, message: unknown): TSchema | undefined {
	const { status, ...rows } = liveMessages[audience];
	if (event !== "status") return rows[event];
	const topic = topicOf(message);
	return typeof topic === "string" && Object.hasOwn(status, topic) ? status[topic] : undefined;
}

function topicOf(message: unknown): unknown {
	return valueAt(message, "/topic");
}

/** A key that should not be there may hold a ticket's id, which is its holder's. */
function withoutRow(path: string): string {
	return path.replace(/^(\/(?:set|view)\/)([^/]*)/, (_whole, before: string, key: string) => {
		const [kind = "", id] = key.split(":");
		const named = /^[a-z]+$/.test(kind) ? kind : "…";
		return id === undefined ? before + named : `${before}${named}:…`;
	});
}

function kindOf(value: unknown): string {
	if (value === undefined) return "nothing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "an object";
	return typeof value === "string" ? "text" : `a ${typeof value}`;
}
