import { hasEnded } from "../printer/job-book.ts";
import type { Status } from "../protocol/live.ts";
import type { PrintJob } from "../protocol/printing.ts";

/** What a paper was printed for. */
export interface PrintedFor {
	/** Null for a paper that is no ticket. */
	ticketId: string | null;
	/** The kiosk that somebody stands before; null where staff have it printed. */
	kioskId: string | null;
	/** Whether a kiosk prints this ticket again: that is counted. */
	isReprint?: boolean;
}

/** Which job prints what for whom, and how it stands. A day's tickets at the most; it is not in the ledger and is gone with a restart. */
export interface PaperTrail {
	/** The newest job of a ticket, or null. */
	jobOf(ticketId: string): PrintJob | null;
	/** How often kiosks have printed a ticket again; what has failed is not counted. */
	reprintsOf(ticketId: string): number;
	/** A job begins, and is from now on its ticket's newest. */
	begin(job: PrintJob, printedFor: PrintedFor): void;
	/** Takes down how a job stands. What becomes of a ticket's earlier jobs is no news to anybody. */
	note(job: PrintJob, ticketId: string | null): void;
	/** What a live client of this room is told after it has come (back). */
	statusesFor(room: string): Status[];
	/** Tells each change to the phone of the ticket and to its kiosk. */
	onNews(tell: (room: string, status: Status) => void): void;
}

interface Printed {
	kioskId: string | null;
	job: PrintJob;
	isReprint: boolean;
	reprints: number;
}

/** How many tickets' jobs are remembered: more than any office gives out in a day. */
const remembered = 20_000;

export function createPaperTrail(): PaperTrail {
	const printed = new Map<string, Printed>();
	/** The last ticket of each kiosk: the one somebody may be standing before the kiosk for. */
	const lastOfKiosk = new Map<string, string>();
	/** Which kiosk a paper that is no ticket is for, by the job, as long as that goes on. */
	const others = new Map<string, string>();
	/** The last such paper of each kiosk. */
	const lastOther = new Map<string, PrintJob>();
	let tell: (room: string, status: Status) => void = () => {
		// Until somebody listens there is nobody to tell.
	};

	function tellOf(ticketId: string, { kioskId, job }: Printed): void {
		if (kioskId) tell(`kiosk:${kioskId}`, statusOf(ticketId, job));
		tell(`ticket:${ticketId}`, statusOf(ticketId, job));
	}

	function tellOther(job: PrintJob): void {
		const kioskId = others.get(job.jobId);
		if (kioskId !== undefined) {
			lastOther.set(kioskId, job);
			tell(`kiosk:${kioskId}`, statusOf(null, job));
		}
		if (hasEnded(job)) others.delete(job.jobId);
	}

	return {
		jobOf: (ticketId) => printed.get(ticketId)?.job ?? null,
		reprintsOf: (ticketId) => printed.get(ticketId)?.reprints ?? 0,
		begin(job, { ticketId, kioskId, isReprint = false }) {
			if (ticketId === null) {
				if (kioskId !== null) others.set(job.jobId, kioskId);
				tellOther(job);
				return;
			}
			const before = printed.get(ticketId)?.reprints ?? 0;
			const now = { kioskId, job, isReprint, reprints: before + (isReprint ? 1 : 0) };
			printed.delete(ticketId);
			printed.set(ticketId, now);
			for (const oldest of printed.keys()) {
				if (printed.size <= remembered) break;
				printed.delete(oldest);
			}
			if (kioskId) lastOfKiosk.set(kioskId, ticketId);
			tellOf(ticketId, now);
		},
		note(job, ticketId) {
			if (ticketId === null) {
				tellOther(job);
				return;
			}
			const kept = printed.get(ticketId);
			if (kept?.job.jobId !== job.jobId) return;
			kept.job = job;
			if (job.state === "failed" && kept.isReprint) kept.reprints--;
			tellOf(ticketId, kept);
		},
		statusesFor(room) {
			const colon = room.indexOf(":");
			const id = room.slice(colon + 1);
			const isKiosk = room.startsWith("kiosk:");
			const ticketId = isKiosk ? lastOfKiosk.get(id) : id;
			const kept = ticketId === undefined ? undefined : printed.get(ticketId);
			const other = isKiosk ? lastOther.get(id) : undefined;
			return [
				...(ticketId && kept ? [statusOf(ticketId, kept.job)] : []),
				...(other ? [statusOf(null, other)] : []),
			];
		},
		onNews(listener) {
			tell = listener;
		},
	};
}

function statusOf(ticketId: string | null, job: PrintJob): Status {
	return { topic: "job", ticketId, ...job };
}
