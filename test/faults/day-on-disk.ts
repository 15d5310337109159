import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Event } from "../../server/queue/event.ts";

/** A ticket as the day's file tells of it. */
export interface TicketOnDisk {
	id: string;
	number: string;
	serviceId: string;
	/** ISO 8601, UTC. */
	issuedAt: string;
	calledAt: string | null;
	state: "waiting" | "called" | "serving" | "missed" | "done" | "expired";
	counterId: string | null;
	callCount: number;
}

export interface DayOnDisk {
	file: string;
	day: string;
	/** In the order in which they were issued. */
	tickets: Map<string, TicketOnDisk>;
	/** Whether it has ended: nothing stands after that. */
	closed: boolean;
	/** How many times each counter was opened, paused or closed, and what it is now. */
	counters: Map<string, { acts: number; status: "open" | "paused" | "closed" }>;
}

interface Line {
	seq: number;
	at: string;
	key?: { scope: string; key: string };
	events: Event[];
}

/**
 * Reads a day's file without the hub's own reader, and throws where it tells of something that must never happen: a line that is not
 * whole, a gap, a number that is not the next, a person at two counters, a key that did two things.
 * @param day YYYY-MM-DD; the newest unless it is named
 */
export async function dayOnDisk(
	dataDir: string,
	{ office = "xa-mau", day }: { office?: string; day?: string } = {},
): Promise<DayOnDisk> {
	const folder = join(dataDir, "ledger", office);
	const name = day ? `${day}.jsonl` : (await readdir(folder)).filter(isDay).sort().at(-1);
	if (!name) throw new Error(`${folder} holds no day`);
	const file = join(folder, name);
	const text = await readFile(file, "utf8");
	if (!text.endsWith("\n")) throw new Error(`${file} does not end in a whole line`);
	const told = tellDay();
	for (const [index, line] of text.slice(0, -1).split("\n").entries()) {
		try {
			told.take(wholeLine(line));
		} catch (cause) {
			throw new Error(`${file}, line ${index + 1}: ${String(cause)}`, { cause });
		}
	}
	return {
		file,
		day: name.slice(0, 10),
		tickets: told.tickets,
		counters: told.counters,
		closed: told.closed(),
	};
}

function isDay(name: string): boolean {
	return /^\d{4}-\d\d-\d\d\.jsonl$/.test(name);
}

function wholeLine(text: string): Line {
	const [body, sum] = [text.slice(0, text.lastIndexOf(',"sum"')), text.slice(-10, -2)];
	if (crc32(body).toString(16).padStart(8, "0") !== sum) throw new Error("the sum does not fit");
	const { request, ...line } = JSON.parse(text);
	return request ? { ...line, key: request } : line;
}

function tellDay() {
	const tickets = new Map<string, TicketOnDisk>();
	const counters: DayOnDisk["counters"] = new Map();
	const keys = new Set<string>();
	const lastOrdinal = new Map<string, number>();
	/** Who stands at which counter. */
	const currents = new Map<string, string>();
	let nextSeq = 1;
	let closed = false;

	function take({ seq, at, key, events }: Line): void {
		if (seq !== nextSeq) throw new Error(`event ${seq} stands where ${nextSeq} belongs`);
		nextSeq += events.length;
		if (key) {
			const name = `${key.scope} ${key.key}`;
			if (keys.has(name)) throw new Error(`the key ${name} did two things`);
			keys.add(name);
		}
		for (const event of events) happen(event, at);
	}

	function happen(event: Event, at: string): void {
		if (closed) throw new Error(`${event.type} after the day's end`);
		switch (event.type) {
			case "ticket-issued":
				issue(event, at);
				return;
			case "ticket-called": {
				if (ticketOf(event).state !== "waiting") throw new Error("called, and was not waiting");
				if (currents.has(event.counterId)) throw new Error(`two at ${event.counterId}`);
				if ([...currents.values()].includes(event.ticketId)) throw new Error("at two counters");
				currents.set(event.counterId, event.ticketId);
				called(ticketOf(event), event.counterId, at);
				return;
			}
			case "ticket-recalled":
				called(currentOf(event, "called"), event.counterId, at);
				return;
			case "ticket-started":
				currentOf(event, "called").state = "serving";
				return;
			case "ticket-missed":
				currentOf(event, "called").state = "missed";
				currents.delete(event.counterId);
				return;
			case "ticket-returned":
				currentOf(event, "called", "serving").state = "waiting";
				currents.delete(event.counterId);
				return;
			case "ticket-finished":
				currentOf(event, "called", "serving").state = "done";
				currents.delete(event.counterId);
				return;
			case "day-closed":
				closed = true;
				for (const ticket of tickets.values()) {
					if (ticket.state !== "done") ticket.state = "expired";
				}
				currents.clear();
				return;
			case "counter-opened":
				become(event.counterId, "open");
				return;
			case "counter-paused":
				become(event.counterId, "paused");
				return;
			case "counter-closed":
				become(event.counterId, "closed");
				return;
			default:
			// The day's beginning and settings: nothing here asks for them.
		}
	}

	function become(counterId: string, status: "open" | "paused" | "closed"): void {
		counters.set(counterId, { acts: (counters.get(counterId)?.acts ?? 0) + 1, status });
	}

	function issue(event: Extract<Event, { type: "ticket-issued" }>, at: string): void {
		const prefix = event.number.slice(0, 1);
		const ordinal = (lastOrdinal.get(prefix) ?? 0) + 1;
		const due = `${prefix}${String(ordinal).padStart(3, "0")}`;
		if (event.number !== due) throw new Error(`${event.number} was given where ${due} was due`);
		if (tickets.has(event.ticketId)) throw new Error(`${event.number}: its id was given before`);
		lastOrdinal.set(prefix, ordinal);
		const { ticketId: id, number, serviceId } = event;
		tickets.set(id, {
			...{ id, number, serviceId, issuedAt: at, calledAt: null },
			...{ state: "waiting", counterId: null, callCount: 0 },
		});
	}

	function called(ticket: TicketOnDisk, counterId: string, at: string): void {
		ticket.state = "called";
		ticket.counterId = counterId;
		ticket.calledAt ??= at;
		ticket.callCount++;
	}

	function currentOf(
		event: { type: string; ticketId: string; counterId: string },
		...states: TicketOnDisk["state"][]
	): TicketOnDisk {
		const ticket = ticketOf(event);
		if (currents.get(event.counterId) !== ticket.id || !states.includes(ticket.state)) {
			throw new Error(`${event.type} for ${ticket.number}, which is ${ticket.state}`);
		}
		return ticket;
	}

	function ticketOf({ ticketId }: { ticketId: string }): TicketOnDisk {
		const ticket = tickets.get(ticketId);
		if (!ticket) throw new Error(`ticket ${ticketId} was never issued`);
		return ticket;
	}

	return { tickets, counters, closed: () => closed, take };
}
