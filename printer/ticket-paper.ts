import type { Language, Names } from "../protocol/office.ts";

/** All that a printed ticket is made of. Nothing of the citizen is in it. */
export interface TicketPaper {
	ticketId: string;
	/** As called: `A012`. */
	number: string;
	/** The language of the large lines; the other one stands small beneath. */
	language: Language;
	office: Names;
	/** The office's own lines, beneath its name and at the end. */
	header?: Names;
	footer?: Names;
	serviceName: Names;
	priorityClass: Names | null;
	/** As the catalogue has it in the ticket's language. */
	procedureName: string | null;
	/** ISO 8601, UTC; shown on the clock of `timeZone`. */
	issuedAt: string;
	timeZone: string;
	/** People who will be called before; null where that is not known. */
	ahead: number | null;
	/** Minutes; null where nothing honest can be said. */
	wait: { lowMin: number; highMin: number } | null;
	/** What the QR leads to; null prints none. */
	followUrl: string | null;
	/** ISO 8601, UTC. There on every print but the first. */
	reprintedAt?: string;
}
