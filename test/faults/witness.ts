import type { ActAnswer, CallAnswer } from "../../protocol/staff.ts";
import type { Ticket, TicketAnswer } from "../../protocol/tickets.ts";
import type { TicketOnDisk } from "./day-on-disk.ts";

/** What is asked of a hub with a key of its own, so that it can be asked again. */
export type Asked =
	| { kind: "take"; key: string; body: { serviceId: string; kioskId?: string } }
	| { kind: "call-next"; key: string; counterId: string; body: { ifCurrent: string | null } }
	| {
			kind: "recall" | "start" | "finish" | "miss";
			key: string;
			counterId: string;
			body: { ticketId: string };
	  };

/** What a request that was done is answered with. */
export type Done = TicketAnswer | CallAnswer | ActAnswer;

/** Remembers what the hub has acknowledged: each ticket as the last answer about it left it. */
export interface Witness {
	/** In no order. */
	readonly tickets: ReadonlyMap<string, Ticket>;
	/** Takes down what was asked and acknowledged. Throws where it contradicts what was acknowledged before. */
	hear(asked: Asked, answer: Done): void;
	/** Who is at the counter, after all that was acknowledged. */
	currentAt(counterId: string): Ticket | null;
	/** The tickets that something was acknowledged of since the last time this was asked. */
	takeTouched(): Ticket[];
	/** The numbers that wait, in the order of letters and numbers. */
	waiting(): string[];
	/** What the day's file must tell, by ticket id. */
	onDisk(): Map<string, TicketOnDisk>;
}

export function createWitness(): Witness {
	const tickets = new Map<string, Ticket>();
	const currents = new Map<string, string | null>();
	const touched = new Set<string>();

	function see(ticket: Ticket): void {
		const known = tickets.get(ticket.id);
		if (known && (known.number !== ticket.number || known.issuedAt !== ticket.issuedAt)) {
			throw new Error(`${known.number} of ${known.issuedAt} came back as ${ticket.number}`);
		}
		tickets.set(ticket.id, ticket);
		touched.add(ticket.id);
	}

	function hear(asked: Asked, answer: Done): void {
		const { ticket } = answer;
		if (asked.kind === "take") {
			// Who called it may have had the answer before the one who took it.
			if (ticket && !tickets.has(ticket.id)) see(ticket);
			return;
		}
		const { counterId } = asked;
		if (asked.kind === "call-next") {
			const gone = tickets.get(currents.get(counterId) ?? "");
			if (gone) see({ ...gone, state: "done" });
		}
		if (ticket) see(ticket);
		const isThere = ticket?.state === "called" || ticket?.state === "serving";
		currents.set(counterId, ticket && isThere ? ticket.id : null);
	}

	return {
		tickets,
		hear,
		currentAt: (counterId) => tickets.get(currents.get(counterId) ?? "") ?? null,
		takeTouched() {
			const seen = [...touched].flatMap((id) => tickets.get(id) ?? []);
			touched.clear();
			return seen;
		},
		waiting: () =>
			[...tickets.values()]
				.filter(({ state }) => state === "waiting")
				.map(({ number }) => number)
				.sort(byNumber),
		onDisk: () => new Map([...tickets].map(([id, ticket]) => [id, asOnDisk(ticket)])),
	};
}

function asOnDisk(ticket: Ticket): TicketOnDisk {
	const { id, number, serviceId, issuedAt, calledAt, callCount, state } = ticket;
	if (state === "parked" || state === "cancelled") throw new Error(`nobody asked for ${state}`);
	const counterId = ticket.counter?.id ?? null;
	return { id, number, serviceId, issuedAt, calledAt, state, counterId, callCount };
}

/** A002 before A010 before B001. */
function byNumber(one: string, other: string): number {
	return (
		one.slice(0, 1).localeCompare(other.slice(0, 1)) ||
		Number(one.slice(1)) - Number(other.slice(1))
	);
}
