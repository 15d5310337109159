import { stringify } from "csv-stringify/sync";
import { fold } from "../../catalogue/fold.ts";
import type { LogCsvQuery, LogItem } from "../../protocol/log.ts";
import { accessWords } from "../../words/access.ts";
import type { Audit } from "../audit/audit.ts";
import type { Ledger, LedgerRecord } from "../ledger/ledger.ts";
import { foldedEvents } from "./folded-events.ts";
import { tellAccess } from "./tell-access.ts";
import { tellDay, whoIs } from "./tell-day.ts";
import type { ToldOffice } from "./told-office.ts";

/** Who did what when, out of the audit and the office's ledger, for those who may know. */
export interface Log {
	/** The days there are, the newest first. */
	days(): Promise<string[]>;
	/**
	 * What happened in a day and is durable, in the order in which it happened; where two things share an instant, what has to do with access
	 * comes first. Names no ticket's id.
	 */
	items(day: string, filter: Omit<LogCsvQuery, "day">, office: ToldOffice): Promise<LogItem[]>;
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
				const events = foldedEvents(recordsOf(ledger, office, day));
				for await (const one of tellDay(events, told)) keep({ source: "queue", ...one });
			}
			return items.sort(byInstant);
		},
	};
}

/**
 * The same as CSV for spreadsheets: UTF-8 with a byte order mark, times on the office's clock, and cells that a spreadsheet would run as a
 * formula made harmless.
 */
export function logAsCsv(items: readonly LogItem[], office: ToldOffice): string {
	const rows = items.map(({ at, who, what, number, type }) => ({
		time: office.dateTime(at),
		who,
		what,
		number: number ?? "",
		type,
	}));
	return stringify(rows, {
		bom: true,
		header: true,
		columns: accessWords[office.language].columns,
		escape_formulas: true,
		record_delimiter: "windows",
	});
}

async function* accessOf(
	audit: Pick<Audit, "read">,
	day: string,
	office: ToldOffice,
): AsyncGenerator<LogItem> {
	for await (const { at, by, events } of audit.read(day)) {
		for (const event of events) {
			yield {
				at,
				source: "access",
				type: event.type,
				by,
				who: by === "machine" ? accessWords[office.language].machine : whoIs(by, office),
				what: tellAccess(event, office.language),
				number: null,
			};
		}
	}
}

async function* recordsOf(
	ledger: Pick<Ledger, "readRuns">,
	office: string,
	day: string,
): AsyncGenerator<LedgerRecord> {
	for await (const run of ledger.readRuns({ office, day })) yield* run;
}

function asked({ by, q }: Omit<LogCsvQuery, "day">): (item: LogItem) => boolean {
	const words = fold(q ?? "");
	return (item) =>
		(by === undefined || item.by === by) &&
		(words === "" || fold(`${item.number ?? ""} ${item.who} ${item.what}`).includes(words));
}

function byInstant(one: LogItem, other: LogItem): number {
	return Date.parse(one.at) - Date.parse(other.at);
}
