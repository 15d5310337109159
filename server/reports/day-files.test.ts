import { read, utils } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { DayFigures, DayReport } from "../../protocol/reports.ts";
import { dayReportCsv, dayReportXlsx } from "./day-files.ts";

const figures: DayFigures = {
	issued: 12,
	called: 11,
	served: 13,
	missed: 1,
	cancelled: 0,
	expired: 0,
	open: 0,
	wait: { count: 11, meanMs: 474_000, p50Ms: 60_000, p90Ms: 960_000, maxMs: 1_200_000 },
	service: null,
};
const report: DayReport = {
	date: "2026-11-23",
	madeAt: "2026-11-24T10:05:40.000Z",
	isOver: true,
	timeZone: "Asia/Ho_Chi_Minh",
	days: ["2026-11-23"],
	total: figures,
	services: [],
	counters: [{ counterId: "quay-1", label: "1", ...figures }],
	hours: [{ hour: 8, ...figures }],
	classes: [],
};
const name = { vi: "Trung tâm, xã Mẫu", en: "Mẫu Centre" };
const mark =
	"BẢN TRÌNH DIỄN – SỐ LIỆU KHÔNG CÓ GIÁ TRỊ / DEMONSTRATION – THESE FIGURES ARE NOT VALID";

/** What stands in the sheets of a workbook, as another program reads it. */
async function sheets(isDemo: boolean): Promise<unknown[][][]> {
	const book = read(await dayReportXlsx(report, { name, isDemo }, "vi"), { type: "buffer" });
	return Object.values(book.Sheets).map((sheet) => utils.sheet_to_json(sheet, { header: 1 }));
}

function csvRows(isDemo: boolean): unknown[][] {
	const csv = dayReportCsv(report, { name, isDemo }, "vi");
	const book = read(csv, { type: "string" });
	return utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 });
}

test("each sheet names the office, the day and when it was made", async () => {
	const all = await sheets(false);
	expect(all).toHaveLength(5);
	expect(all.map((rows) => [rows[0], rows[2], rows[3]])).toEqual(
		all.map(() => [[name.vi], ["Lập lúc 17:05, 24/11/2026"], []]),
	);
	expect(all[2]?.[1]).toEqual(["Báo cáo ngày 23/11/2026 – Theo quầy"]);
});

test("each sheet and each row of a demonstration says that its figures are not valid", async () => {
	for (const rows of await sheets(true)) expect(rows[3]).toEqual([mark]);
	expect(csvRows(true).map((row) => row.at(-1))).toEqual(["Ghi chú", mark, mark, mark]);
	expect(csvRows(false).flat()).not.toContain(mark);
});

test("what does not exist for a counter or an hour is left empty, and numbers are numbers", async () => {
	const all = await sheets(false);
	const times = [7.9, 1, 16, 20];
	expect(all[0]?.find(([first]) => first === "Toàn trung tâm")?.slice(1)).toEqual([
		...[12, 11, 13, 1, 0, 0, 0],
		...times,
	]);
	const atCounter = all[2]?.find(([first]) => first === "Quầy 1");
	const none = undefined;
	expect(Array.from(atCounter ?? []).slice(1)).toEqual([none, 11, 13, 1, 0, none, none, ...times]);
	const inHour = all[3]?.find(([first]) => first === "8–9 giờ");
	expect(Array.from(inHour ?? []).slice(1)).toEqual([12, 11, 13, 1, 0, none, none, ...times]);
	const line = dayReportCsv(report, { name, isDemo: false }, "vi").split("\r\n")[2];
	expect(line).toBe(
		'"Trung tâm, xã Mẫu",2026-11-23,2026-11-24 17:05,Theo quầy,Quầy 1,,11,13,1,0,,,7.9,1,16,20,,,,,',
	);
});

test("each sheet of the workbook is printed across A4, as wide as the paper", async () => {
	const files = unzipSync(await dayReportXlsx(report, { name, isDemo: false }, "vi"));
	const all = Object.entries(files).filter(([path]) => path.startsWith("xl/worksheets/sheet"));
	expect(all).toHaveLength(5);
	for (const [, bytes] of all) {
		const sheet = strFromU8(bytes);
		expect(sheet).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
		const setup = /<pageSetup[^>]*>/.exec(sheet)?.[0];
		for (const part of ['paperSize="9"', 'orientation="landscape"', 'fitToHeight="0"']) {
			expect(setup).toContain(part);
		}
	}
});
