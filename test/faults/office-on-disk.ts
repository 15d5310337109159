import { join } from "node:path";
import { type Disk, realDisk } from "../../server/disk.ts";
import { type Hub, startHub } from "../../server/hub.ts";
import type { Ledger } from "../../server/ledger/ledger.ts";
import { createLowdbLedger } from "../../server/ledger/lowdb-ledger.ts";
import { createOfficeClock } from "../../server/office-clock.ts";
import type { RequestKey } from "../../server/requests.ts";
import { commune, takeNumber } from "./hub-on-disk.ts";

export const morning = Date.parse("2026-11-21T01:00:00Z");
export const dayMs = 24 * 60 * 60 * 1000;

/** What somebody was told of a ticket: enough to hold the hub to it. */
export interface Taken {
	key: string;
	day: string;
	id: string;
	number: string;
}

/** An office in this process with its ledger beneath `root`, on any disk. */
export async function officeOnDisk(
	root: string,
	{ disk = realDisk, now = () => morning }: { disk?: Disk; now?: () => number } = {},
) {
	const notes: string[] = [];
	const ledger = createLowdbLedger(join(root, "ledger"), (line) => notes.push(line), disk);
	const { id, settings, hours, timeZone } = commune;
	const clock = createOfficeClock({ calendar: { hours, timeZone }, now, monotonic: now });
	const log = { error() {}, warn() {} };
	// However long a write takes here, it does not count as failing.
	const hub = await startHub({
		office: { id, settings },
		ledger,
		clock,
		now,
		monotonic: () => 0,
		log,
	});
	return {
		hub,
		ledger,
		notes,
		take: (key: string) => take(hub, key),
		async close() {
			await hub.close();
			await ledger.close();
		},
	};
}

function take(hub: Hub, key: string) {
	const request: RequestKey<Taken> = {
		scope: "lobby POST /api/tickets",
		key,
		body: "ho-tich",
		read: (kept) => {
			if (isTaken(kept)) return kept;
			throw new Error(`${JSON.stringify(kept)} is no answer`);
		},
	};
	const answer = (state: { day: string }, events: readonly { type: string }[]): Taken => {
		const issued = events[0];
		if (!issued || !("ticketId" in issued) || !("number" in issued)) {
			throw new Error("no ticket was issued");
		}
		return { key, day: state.day, id: String(issued.ticketId), number: String(issued.number) };
	};
	return hub.do(takeNumber, "kiosk:kiosk-1", answer, request);
}

function isTaken(kept: unknown): kept is Taken {
	return typeof kept === "object" && kept !== null && "number" in kept && "day" in kept;
}

/** Every ticket that a day's records tell of: id to number, in order. */
export async function ticketsOf(ledger: Ledger, day: string): Promise<Map<string, string>> {
	const tickets = new Map<string, string>();
	for await (const { events } of ledger.read({ office: commune.id, day })) {
		for (const event of events) {
			if (event.type === "ticket-issued") tickets.set(event.ticketId, event.number);
		}
	}
	return tickets;
}

/** The numbers of a day as they must be: from 001, without a gap, each once. */
export function numbersInOrder(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `A${String(index + 1).padStart(3, "0")}`);
}
