import { stringify } from "csv-stringify/sync";
import writeXlsxFile, { type Cell } from "write-excel-file/node";
import type { Language } from "../../protocol/office.ts";
import type { DayReport } from "../../protocol/reports.ts";
import { reportWords } from "../../words/reports.ts";
import { dayTables, type TableCell } from "./day-tables.ts";

/**
 * A day's figures as one table for spreadsheets and for whatever reads them further: UTF-8 with a byte order mark, the decimal point a point, and
 * cells that a spreadsheet would run as a formula made harmless.
 */
export function dayReportCsv(report: DayReport, language: Language): string {
	const words = reportWords[language];
	const tables = dayTables(report, language);
	const [first] = tables;
	const head = [words.day, words.grouping, words.one.total, ...(first?.columns.slice(1) ?? [])];
	const rows = tables.flatMap(({ title, rows }) => rows.map((row) => [report.date, title, ...row]));
	return stringify([head, ...rows], {
		bom: true,
		escape_formulas: true,
		record_delimiter: "windows",
	});
}

/** The same as a workbook, a sheet each. */
export function dayReportXlsx(report: DayReport, language: Language): Promise<Buffer> {
	const sheets = dayTables(report, language).map((table) => ({
		sheet: table.title,
		data: [table.columns.map(heading), ...table.rows.map((row) => row.map(cell))],
		columns: table.columns.map((_, index) => ({ width: index === 0 ? 44 : 16 })),
		orientation: "landscape" as const,
		stickyRowsCount: 1,
		stickyColumnsCount: 1,
	}));
	return writeXlsxFile(sheets).toBuffer();
}

function heading(value: string): Cell {
	return { value, type: String, fontWeight: "bold", wrap: true, alignVertical: "top" };
}

/** Text is text whatever it begins with: no cell is a formula. */
function cell(value: TableCell): Cell {
	if (value === null) return null;
	if (typeof value === "string") return { value, type: String };
	return { value, type: Number, format: Number.isInteger(value) ? "0" : "0.0" };
}
