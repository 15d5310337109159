import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Office } from "../config/office.ts";
import type { ChecklistPaper, TestPaper, TicketPaper } from "../printer/paper.ts";
import type { PrinterSettings } from "../protocol/printing.ts";
import type { Procedure } from "../protocol/procedures.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { nameOf } from "../words/language.ts";
import { checklistPaper } from "./views/checklist-paper.ts";
import { officePaper, servicePlace } from "./views/office-paper.ts";

/** Writes what the office's printers put on paper. */
export interface Papers {
	/** @param reprintedAt when it is printed again, ISO 8601; undefined for the first time */
	ticket(
		standing: Pick<TicketAnswer, "ticket" | "ahead" | "wait" | "followUrl">,
		reprintedAt?: string,
	): TicketPaper;
	/** @param have the papers that are there already, by their place in the record */
	checklist(procedure: Procedure, language: string, have: readonly number[]): ChecklistPaper;
	test(printer: PrinterSettings): TestPaper;
	/** A ticket of each service as the next one may look, to be made ready for and not to be printed. */
	specimens(): TicketPaper[];
}

export interface PapersParts {
	office: Office;
	catalogue: Pick<Catalogue, "find">;
	now: () => number;
	/** Whether every paper says that it is worth nothing. */
	isDemo: boolean;
}

export function createPapers({ office, catalogue, now, isDemo }: PapersParts): Papers {
	const mark = isDemo && ({ isDemo: true } as const);
	const nowSaid = () => new Date(now()).toISOString();

	function procedureName(code: string | null, language: string): string | null {
		const procedure = code === null ? undefined : catalogue.find(code);
		if (!procedure) return null;
		return nameOf({ name: procedure.nameShort, nameEn: procedure.nameEn }, language);
	}

	return {
		ticket({ ticket, ahead, wait, followUrl }, reprintedAt) {
			const { id, number, language, serviceId, serviceName, issuedAt } = ticket;
			const priority = office.priorityClasses.find((one) => one.id === ticket.priorityClass);
			return {
				kind: "ticket",
				...officePaper(office, language),
				...mark,
				ticketId: id,
				number,
				serviceName,
				...servicePlace(office, serviceId),
				priorityClass: priority?.name ?? null,
				procedureName: procedureName(ticket.procedureCode, language),
				issuedAt,
				ahead,
				wait,
				followUrl: office.paper?.qr === false ? null : followUrl,
				...(reprintedAt !== undefined && { reprintedAt }),
			};
		},
		checklist: (procedure, language, have) => ({
			...checklistPaper(office, procedure, language, nowSaid(), have),
			...mark,
		}),
		specimens: () =>
			office.services.map((service) => ({
				kind: "ticket",
				...officePaper(office, office.languages[0] ?? "vi"),
				...mark,
				ticketId: "",
				number: `${service.prefix}001`,
				serviceName: service.name,
				...servicePlace(office, service.id),
				priorityClass: null,
				procedureName: null,
				issuedAt: nowSaid(),
				ahead: 10,
				wait: { lowMin: 15, highMin: 20 },
				followUrl: null,
			})),
		test: (printer) => ({
			kind: "test",
			...officePaper(office, office.languages[0] ?? "vi"),
			...mark,
			printerId: printer.id,
			printerName: printerName(printer),
			device: printer.device,
			profile: profileOf(printer),
			widthDots: printer.widthDots,
			isCut: printer.cut !== "none",
			printedAt: nowSaid(),
		}),
	};
}

/** What people call a printer. */
export function printerName({ id, name }: PrinterSettings): string {
	return name ?? id;
}

/** The profile that a printer is taken for. */
export function profileOf({
	profile,
	widthDots,
}: Pick<PrinterSettings, "profile" | "widthDots">): string {
	return profile ?? (widthDots === 384 ? "generic-58" : "generic-80");
}
