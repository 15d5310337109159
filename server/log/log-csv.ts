import { stringify } from "csv-stringify/sync";
import type { LogFilter, LogItem } from "../../protocol/log.ts";
import { accessWords } from "../../words/access.ts";
import type { Log } from "./log.ts";
import type { ToldOffice } from "./told-office.ts";

/**
 * The log as CSV for spreadsheets, in the order in which it happened, a day at a time: UTF-8 with a byte order mark, times on the office's clock,
 * and cells that a spreadsheet would run as a formula made harmless.
 * @param days the newest first
 */
export async function* logAsCsv(
	log: Pick<Log, "items">,
	days: readonly string[],
	filter: LogFilter,
	office: ToldOffice,
): AsyncGenerator<string> {
	yield rows([Object.values(accessWords[office.language].columns)], true);
	for (const day of [...days].reverse()) {
		const items = await log.items(day, filter, office);
		yield rows(items.map((item) => cells(item, office)));
	}
}

function cells({ at, who, by, what, number, address, type }: LogItem, office: ToldOffice) {
	return [office.dateTime(at), who, by, what, number ?? "", address ?? "", type];
}

function rows(of: readonly string[][], bom = false): string {
	return stringify([...of], { bom, escape_formulas: true, record_delimiter: "windows" });
}
