import { expect, test } from "vitest";
import type { FoldedEvent } from "../log/folded-events.ts";
import { toldOffice } from "../log/told-office.ts";
import { evolve } from "../queue/evolve.ts";
import { lan, queueDay } from "../queue/rehearsal.ts";
import { emptyState } from "../queue/state.ts";
import { ticketsAsCsv } from "./export-day.ts";

const office = toldOffice(
	{
		timeZone: "Asia/Ho_Chi_Minh",
		services: [
			{ id: "ho-tich", prefix: "A", name: { vi: "Hộ tịch", en: "Births" }, fields: [] },
			{ id: "chung-thuc", prefix: "B", name: { vi: "=HYPERLINK(1)", en: "Copies" }, fields: [] },
		],
		priorityClasses: [{ id: "nguoi-cao-tuoi", name: { vi: "Người cao tuổi", en: "Older people" } }],
	},
	"vi",
);

type Day = ReturnType<typeof queueDay>;

async function* folded({ events }: Day): AsyncGenerator<FoldedEvent> {
	const state = emptyState();
	for (const event of events) {
		evolve(state, event);
		yield { event, by: "lan", state, former: null };
	}
}

async function rowsOf(day: Day): Promise<string[]> {
	return (await ticketsAsCsv(folded(day), office)).split("\r\n").slice(1, -1);
}

test("a served number's row says when on the office's clock, by whom, and how long it waited and was served", async () => {
	const day = queueDay();
	day.issue("ho-tich", "nguoi-cao-tuoi");
	day.open("quay-1");
	day.callNext("quay-1");
	for (const type of ["recall", "start", "finish"] as const) {
		day.apply({ type, counterId: "quay-1", officer: lan });
	}
	// Commands of the rehearsal are a second apart from 08:00:00, when the day is opened.
	expect(await rowsOf(day)).toEqual([
		"A001,Hộ tịch,Người cao tuổi,,vi,,2026-11-21 08:00:01,2026-11-21 08:00:03,2026-11-21 08:00:05,2026-11-21 08:00:06,Hoàn thành,1,Nguyễn Thị Lan,2,2,1",
	]);
});

test("a number that nobody called has no counter, no officer and no waits", async () => {
	const day = queueDay();
	day.issue("ho-tich");
	expect(await rowsOf(day)).toEqual(["A001,Hộ tịch,,,vi,,2026-11-21 08:00:01,,,,Đang chờ,,,0,,"]);
});

test("a cell that a spreadsheet would run as a formula is made harmless", async () => {
	const day = queueDay();
	day.issue("chung-thuc");
	expect((await rowsOf(day))[0]).toMatch(/^B001,'=HYPERLINK\(1\),/);
});

test("a day without tickets is a row of columns alone", async () => {
	expect(await ticketsAsCsv(folded(queueDay()), office)).toMatch(
		/^\uFEFFSố,.*Phục vụ \(giây\)\r\n$/,
	);
});
