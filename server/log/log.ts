import { fold } from "../../catalogue/fold.ts";
import type { LogFilter, LogItem } from "../../protocol/log.ts";
import { logKinds } from "../../protocol/log-kinds.ts";
import type { Audit } from "../audit/audit.ts";
import type { Ledger, LedgerRecord } from "../ledger/ledger.ts";
import { foldedEvents } from "./folded-events.ts";
import { tellAccess, whoHadAccess } from "./tell-access.ts";
import { tellDay } from "./tell-day.ts";
import type { ToldOffice } from "./told-office.ts";

/** Who did what when, out of the audit and the office's ledger, for those who may know. */
export interface Log {
	/** The days there are, the newest first. */
	days(): Promise<string[]>;
	/**
	 * What happened in a day and is durable, in the order in which it happened; where two things share an instant, what has to do with access
	 * comes first. Names no ticket's id.
	 */
	items(day: string, filter: LogFilter, office: ToldOffice): Promise<LogItem[]>;
}

export interface LogParts {
	ledger: Pick<Ledger, "readRuns" | "days">;
	audit: Pick<Audit, "read" | "days">;
	office: string;
}

export function createLog({ ledger, audit, office }: LogParts): Log {
	return {
		async days() {
			const [ofQueue, ofAccess] = await Promise.all([ledger.days(office), audit.days()]);
			return [...new Set([...ofQueue, ...ofAccess])].sort().reverse();
		},
		async items(day, filter, told) {
			const isAsked = asked(filter);
			const items: LogItem[] = [];
			const keep = (item: LogItem) => {
				if (isAsked(item)) items.push(item);
			};
			if (filter.source !== "queue") {
				for await (const item of accessOf(audit, day, told)) keep(item);
			}
			if (filter.source !== "access") {
				for await (const item of queueOf(ledger, office, day, told)) keep(item);
			}
			return items.sort(byInstant);
		},
	};
}

async function* accessOf(
	audit: Pick<Audit, "read">,
	day: string,
	office: ToldOffice,
): AsyncGenerator<LogItem> {
	for await (const { seq, at, by, events } of audit.read(day)) {
		for (const [index, event] of events.entries()) {
			yield {
				id: `${day}.access.${seq + index}`,
				at,
				source: "access",
				type: event.type,
				by,
				who: whoHadAccess(by, office, event.type),
				what: tellAccess(event, by, office),
				number: "number" in event ? event.number : null,
				address: "address" in event ? event.address : null,
			};
		}
	}
}

async function* queueOf(
	ledger: Pick<Ledger, "readRuns">,
	office: string,
	day: string,
	told: ToldOffice,
): AsyncGenerator<LogItem> {
	const events = foldedEvents(recordsOf(ledger, office, day));
	for await (const { seq, ...one } of tellDay(events, told)) {
		const place = `${day}.queue.${seq}`;
		// All that expires with the day does so in one event.
		const id = one.type === "ticket-expired" ? `${place}.${one.number}` : place;
		yield { id, source: "queue", ...one, address: null };
	}
}

async function* recordsOf(
	ledger: Pick<Ledger, "readRuns">,
	office: string,
	day: string,
): AsyncGenerator<LedgerRecord> {
	for await (const run of ledger.readRuns({ office, day })) yield* run;
}

function asked({ by, kind, q }: LogFilter): (item: LogItem) => boolean {
	const words = fold(q ?? "");
	const types = typesOf(kind);
	return (item) =>
		(by === undefined || item.by === by) &&
		(types === null || types.has(item.type)) &&
		(words === "" || fold(told(item)).includes(words));
}

/** The events that are of a kind, or the one that is named; null for all. */
function typesOf(kind: string | undefined): ReadonlySet<string> | null {
	if (kind === undefined) return null;
	const found = Object.entries(logKinds).find(([name]) => name === kind);
	return new Set<string>(found?.[1] ?? [kind]);
}

function told({ number, by, who, what, address }: LogItem): string {
	return [number, who, by, what, address].filter((text) => text !== null).join(" ");
}

function byInstant(one: LogItem, other: LogItem): number {
	return Date.parse(one.at) - Date.parse(other.at);
}
