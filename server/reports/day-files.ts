import { stringify } from "csv-stringify/sync";
import writeXlsxFile, { type Cell } from "write-excel-file/node";
import type { Language } from "../../protocol/office.ts";
import type { DayReport } from "../../protocol/reports.ts";
import { localDay, time } from "../../words/numbers.ts";
import { reportWords } from "../../words/reports.ts";
import { dayHead, type ReportingOffice } from "./day-head.ts";
import { dayTables, type TableCell } from "./day-tables.ts";
import { oneSheetWide } from "./one-sheet-wide.ts";

/**
 * A day's figures as one table for other software, the same in each language but for the words: UTF-8 with a byte order mark, commas between cells,
 * the decimal point a point, and cells that a spreadsheet would run as a formula made harmless. Whose figures they are, of which day, when they
 * were made and what they are worth stands in each row, so that files of many days and offices can be put into one.
 */
export function dayReportCsv(
	report: DayReport,
	office: ReportingOffice,
	language: Language,
): string {
	const words = reportWords[language];
	const tables = dayTables(report, language);
	const [first] = tables;
	const { office: name, remarks } = dayHead(report, office, language);
	const { date, madeAt, timeZone } = report;
	const made = `${localDay(madeAt, timeZone)} ${time(madeAt, timeZone)}`;
	const { file } = words;
	const figures = first?.columns.slice(1) ?? [];
	const head = [file.office, words.day, file.madeAt, file.by, words.one.total];
	const rows = tables.flatMap(({ title, rows }) =>
		rows.map((row) => [name, date, made, title, ...row, remarks.join(" ")]),
	);
	return stringify([[...head, ...figures, file.remark], ...rows], {
		bom: true,
		escape_formulas: true,
		record_delimiter: "windows",
	});
}

/** The same as a workbook, a sheet each, with its own head: one is printed or sent on without the others. */
export function dayReportXlsx(
	report: DayReport,
	office: ReportingOffice,
	language: Language,
): Promise<Buffer> {
	const { office: name, title, made, remarks } = dayHead(report, office, language);
	const sheets = dayTables(report, language).map((table) => {
		const head = [
			[bold(name)],
			[bold(`${title} – ${table.title}`, 14)],
			[text(made)],
			...remarks.map((remark) => [bold(remark)]),
			[],
		];
		return {
			sheet: table.title,
			data: [
				...head,
				table.columns.map(heading),
				...table.rows.map((row) => row.map(cell)),
				[],
				...table.notes.map((note) => [text(note)]),
			],
			columns: table.columns.map((_, index) => ({ width: index === 0 ? 40 : 11 })),
			orientation: "landscape" as const,
			stickyRowsCount: head.length + 1,
			stickyColumnsCount: 1,
		};
	});
	return writeXlsxFile(sheets, { features: [oneSheetWide] }).toBuffer();
}

function heading(value: string): Cell {
	return { value, type: String, fontWeight: "bold", wrap: true, alignVertical: "top" };
}

function bold(value: string, fontSize = 11): Cell {
	return { value, type: String, fontWeight: "bold", fontSize };
}

/** Text is text whatever it begins with: no cell is a formula. */
function text(value: string): Cell {
	return { value, type: String };
}

function cell(value: TableCell): Cell {
	if (value === null) return null;
	if (typeof value === "string") return text(value);
	return { value, type: Number, format: Number.isInteger(value) ? "0" : "0.0" };
}
