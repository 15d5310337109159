import type { Status } from "../protocol/live.ts";
import type { PrintJob } from "../protocol/printing.ts";

/** Which job prints which ticket, and how it stands. A day's tickets at the most; it is not in the ledger. */
export interface PaperTrail {
	/** The newest job of a ticket, or null. */
	jobOf(ticketId: string): PrintJob | null;
	/** Takes down how a ticket's newest job stands. */
	note(ticketId: string, kioskId: string | null, job: PrintJob): void;
	/** What a live client of this room is told after it has come (back). */
	statusesFor(room: string): Status[];
	/** Tells each change to the phone of the ticket and to its kiosk. */
	onNews(tell: (room: string, status: Status) => void): void;
}

interface Printed {
	kioskId: string | null;
	job: PrintJob;
}

/** How many tickets' jobs are remembered: more than any office gives out in a day. */
const remembered = 20_000;

export function createPaperTrail(): PaperTrail {
	const printed = new Map<string, Printed>();
	/** The last ticket of each kiosk: the one somebody may be standing before the kiosk for. */
	const lastOfKiosk = new Map<string, string>();
	let tell: (room: string, status: Status) => void = () => {
		// Until somebody listens there is nobody to tell.
	};

	return {
		jobOf: (ticketId) => printed.get(ticketId)?.job ?? null,
		note(ticketId, kioskId, job) {
			printed.delete(ticketId);
			printed.set(ticketId, { kioskId, job });
			for (const oldest of printed.keys()) {
				if (printed.size <= remembered) break;
				printed.delete(oldest);
			}
			if (kioskId) {
				lastOfKiosk.set(kioskId, ticketId);
				tell(`kiosk:${kioskId}`, statusOf(ticketId, job));
			}
			tell(`ticket:${ticketId}`, statusOf(ticketId, job));
		},
		statusesFor(room) {
			const colon = room.indexOf(":");
			const id = room.slice(colon + 1);
			const ticketId = room.startsWith("kiosk:") ? lastOfKiosk.get(id) : id;
			const kept = ticketId === undefined ? undefined : printed.get(ticketId);
			return ticketId && kept ? [statusOf(ticketId, kept.job)] : [];
		},
		onNews(listener) {
			tell = listener;
		},
	};
}

function statusOf(ticketId: string, { jobId, state, reason }: PrintJob): Status {
	return { topic: "job", jobId, ticketId, state, ...(reason && { reason }) };
}
