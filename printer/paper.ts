import type { Language, Names, ServiceSign } from "../protocol/office.ts";

/** What a printer of the office can be asked to put on paper. */
export type Paper = TicketPaper | ChecklistPaper | TestPaper;

/** What every paper says of the office. */
export interface OfficePaper {
	/** The language of the large lines; the other one, where the office has it, stands small beneath. */
	language: Language;
	/** The office's languages, the first of them its own. */
	languages: readonly Language[];
	office: Names;
	/** The office's own lines, beneath its name and at the end. */
	header?: Names;
	footer?: Names;
	/** A PNG as the office file names it: the path of a file that was found to be one. */
	logoFile?: string;
	/** Printed in a demonstration: it says in both languages that it is worth nothing. */
	isDemo?: true;
	timeZone: string;
}

/** All that a printed ticket is made of. Nothing of the citizen is in it. */
export interface TicketPaper extends OfficePaper {
	kind: "ticket";
	ticketId: string;
	/** As called: `A012`. */
	number: string;
	serviceName: Names;
	/** The service's picture, for who cannot read; as in the office file. */
	sign?: ServiceSign;
	/** The labels of the counters that serve it: `1, 2`. */
	where?: string;
	priorityClass: Names | null;
	/** As the catalogue has it in the ticket's language. */
	procedureName: string | null;
	/** ISO 8601, UTC; shown on the office's clock. */
	issuedAt: string;
	/** People who will be called before; null where that is not known. */
	ahead: number | null;
	/** Minutes; null where nothing honest can be said. */
	wait: { lowMin: number; highMin: number } | null;
	/** What the QR leads to; null prints none. */
	followUrl: string | null;
	/** ISO 8601, UTC. There on every print but the first. */
	reprintedAt?: string;
}

/** What a citizen takes home of a procedure: what to bring, what it costs, how long it takes, where. */
export interface ChecklistPaper extends OfficePaper {
	kind: "checklist";
	/** The procedure's code. */
	code: string;
	name: string;
	serviceName: Names | null;
	sign?: ServiceSign;
	/** Each with how many, on what condition and whether it is there already; null where the source lists none. */
	documents: readonly { name: string; detail: string | null; have?: boolean }[] | null;
	/** As people read them: `8.000 đ/trang`, `Miễn phí`. */
	fees: readonly string[];
	times: readonly string[];
	/** Which counters serve it: `1, 2, 5`. */
	where: string | null;
	/** The official page. */
	sourceUrl: string | null;
	/** The day that the data is of, `YYYY-MM-DD`; null when it is not known. */
	asOf: string | null;
	/** ISO 8601, UTC. */
	printedAt: string;
}

/** Shows a technician, and the printer's own state, that all letters, widths and the cutter are right. */
export interface TestPaper extends OfficePaper {
	kind: "test";
	printerId: string;
	printerName: string;
	/** As in the office file. */
	device: string;
	profile: string;
	widthDots: number;
	/** Whether the printer cuts it off; else a person tears it off. */
	isCut: boolean;
	/** ISO 8601, UTC. */
	printedAt: string;
}

/** What a paper is called in a list of papers. */
export function labelOf(paper: Paper): string {
	switch (paper.kind) {
		case "ticket":
			return paper.number;
		case "checklist":
			return paper.code;
		case "test":
			return "test";
	}
}
