import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { read, utils, type WorkBook } from "@e965/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Problem } from "../protocol/problem.ts";
import type { DayReport } from "../protocol/reports.ts";
import type { CallAnswer } from "../protocol/staff.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { plainDate } from "../words/numbers.ts";
import { reportWords } from "../words/reports.ts";
import { asker, signIn } from "./ask.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "./hub-process.ts";

const officeName = {
	vi: "Trung tâm Phục vụ hành chính công xã Mẫu",
	en: "Mẫu Commune Public Service Centre (sample)",
};

let hub: HubProcess;
let cookie: string;
let ask: ReturnType<typeof asker>;

beforeAll(async () => {
	hub = await startHubProcess();
	cookie = await signIn(hub.url);
	ask = asker(hub.url, cookie);
	await aMorning();
});
afterAll(async () => {
	await hub.stop();
	await removeTemporaryDirectories();
});

/** Nine numbers of two services: some served, one missed, one given up, one sent on, a call undone. */
async function aMorning(): Promise<void> {
	const take = async (serviceId: string, more: object = {}) =>
		(await ask<TicketAnswer>("POST", "/api/tickets", { serviceId, ...more })).body.ticket;
	const at =
		(counter: string) =>
		async (what: string, body: object = {}) => {
			const got = await ask<CallAnswer>("POST", `/api/counters/${counter}/${what}`, body);
			expect([what, got.status]).toEqual([what, 200]);
			return got.body;
		};
	for (let person = 0; person < 4; person++) await take("ho-tich");
	for (let person = 0; person < 3; person++)
		await take("cu-tru", { priorityClass: "nguoi-khuyet-tat" });
	const visitor = await take("ho-tich", { visit: ["cu-tru"] });
	const gone = await take("cu-tru");
	expect((await ask("DELETE", `/api/tickets/${gone.id}`)).status).toBe(200);
	const one = at("quay-1");
	const three = at("quay-3");
	await one("open");
	await three("open");
	await one("call-next");
	await one("start");
	await one("finish");
	await one("call-next");
	await one("miss");
	await one("call-next");
	await one("undo");
	await one("call", { ticketId: visitor.id, reason: "Cụ bà đang mệt" });
	await one("finish");
	await three("call-next");
	await three("recall");
	await three("call-next");
}

const get = (path: string) => fetch(`${hub.url}${path}`, { headers: { cookie } });

async function report(query = ""): Promise<DayReport> {
	const { status, body } = await ask<DayReport>("GET", `/api/reports/day${query}`);
	expect(status).toBe(200);
	return body;
}

test("the day is told in all and by service, counter, hour and class, each figure where it belongs", async () => {
	const { total, services, counters, hours, classes, isOver, date, days } = await report();
	expect(total).toMatchObject({
		issued: 9,
		called: 5,
		served: 3,
		missed: 1,
		cancelled: 1,
		expired: 0,
		open: 5,
	});
	expect([isOver, days]).toEqual([false, [date]]);
	const of = (id: string) => services.find(({ serviceId }) => serviceId === id);
	expect(of("ho-tich")).toMatchObject({ prefix: "A", issued: 5, called: 3, served: 2, missed: 1 });
	expect(of("cu-tru")).toMatchObject({ issued: 4, called: 2, served: 1, cancelled: 1 });
	expect(of("dat-dai")).toMatchObject({ issued: 0, wait: null });
	const atCounter = (id: string) => counters.find(({ counterId }) => counterId === id);
	expect(atCounter("quay-1")).toMatchObject({ label: "1", issued: 0, called: 3, served: 2 });
	expect(atCounter("quay-3")).toMatchObject({ called: 2, served: 1 });
	expect(classes[0]).toMatchObject({ priorityClass: null, issued: 6 });
	expect(classes.find(({ priorityClass }) => priorityClass === "nguoi-khuyet-tat")).toMatchObject({
		issued: 3,
	});
	const sum = (name: "issued" | "called" | "served") =>
		hours.reduce((all, figures) => all + figures[name], 0);
	expect([sum("issued"), sum("called"), sum("served")]).toEqual([9, 5, 3]);
	expect(total.wait?.count).toBe(5);
	expect(total.service?.count).toBe(3);
});

test("the figures are those of the ledger's own lines", async () => {
	const { date, total } = await report();
	const file = await readFile(join(hub.dataDir, "ledger", "xa-mau", `${date}.jsonl`), "utf8");
	const all = file
		.trim()
		.split("\n")
		.flatMap((line) => JSON.parse(line).events.map(({ type }: { type: string }) => type));
	const how = (type: string) => all.filter((one) => one === type).length;
	expect(how("ticket-set-back")).toBe(1);
	expect(total.issued).toBe(how("ticket-issued"));
	expect(total.called).toBe(how("ticket-called") - 1);
	expect(total.missed).toBe(how("ticket-missed"));
});

test("CSV is one table, with whose it is, of which day and what it is by in each row", async () => {
	const response = await get("/api/reports/day.csv");
	expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
	const { date, total } = await report();
	expect(response.headers.get("content-disposition")).toBe(
		`attachment; filename="bao-cao-${date}.csv"`,
	);
	const bytes = new Uint8Array(await response.arrayBuffer());
	expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const rows = rowsOf(read(new TextDecoder().decode(bytes), { type: "string", raw: true }));
	expect(rows[0]?.slice(0, 6)).toEqual([
		"Cơ quan",
		"Ngày",
		"Lập lúc",
		"Phân theo",
		"Đơn vị",
		"Số đã cấp",
	]);
	expect(rows[1]?.slice(0, 7)).toEqual([
		officeName.vi,
		date,
		expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
		"Cả ngày",
		"Toàn trung tâm",
		String(total.issued),
		String(total.called),
	]);
	expect(rows.map((row) => row[3])).toContain("Theo đối tượng");
	expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows[0]?.length]));
	// The day goes on: whoever puts days together must see that.
	expect(new Set(rows.slice(1).map((row) => row.at(-1)))).toEqual(new Set([reportWords.vi.soFar]));
});

test.each(["vi", "en"] as const)(
	"CSV in %s is for other software: commas between cells, the decimal point a point",
	async (language) => {
		const response = await get(`/api/reports/day.csv?language=${language}`);
		const [head, whole] = (await response.text()).split("\r\n");
		const words = reportWords[language];
		expect(head?.split(",").slice(0, 2)).toEqual([words.file.office, words.day]);
		expect(head).not.toContain(";");
		const { total } = await report();
		const minutes = [total.wait, total.service].flatMap((spread) =>
			[spread?.meanMs, spread?.p50Ms, spread?.p90Ms, spread?.maxMs].map((ms = 0) =>
				String(Math.round(ms / 6_000) / 10),
			),
		);
		expect(whole).toContain(`,${minutes.join(",")},`);
	},
);

test.each([
	["vi", ["Cả ngày", "Theo lĩnh vực", "Theo quầy", "Theo giờ", "Theo đối tượng"]],
	["en", ["The whole day", "By service", "By counter", "By hour", "By priority"]],
] as const)(
	"the workbook in %s opens elsewhere, numbers are numbers and times minutes",
	async (language, sheets) => {
		const response = await get(`/api/reports/day.xlsx?language=${language}`);
		const book = read(new Uint8Array(await response.arrayBuffer()), { type: "array" });
		expect(book.SheetNames).toEqual([...sheets]);
		const words = reportWords[language];
		const { total, services, counters, date } = await report();
		for (const sheet of sheets.keys()) {
			const [office, title, made, remark] = rowsOf(book, sheet).map(([first]) => first);
			expect([office, title]).toEqual([
				officeName[language],
				`${words.titleOf} ${plainDate(date)} – ${sheets[sheet]}`,
			]);
			expect(made).toMatch(language === "vi" ? /^Lập lúc \d\d:\d\d, / : /^Made at \d\d:\d\d, /);
			expect(remark).toBe(words.soFar);
		}
		const [head, whole] = tableIn(book);
		expect(head?.slice(8, 12)).toEqual(
			(["mean", "p50", "p90", "max"] as const).map((share) =>
				words.inMinutes(words.wait, words.spread[share]),
			),
		);
		expect(whole?.slice(1, 8)).toEqual([
			total.issued,
			total.called,
			total.served,
			total.missed,
			total.cancelled,
			total.expired,
			total.open,
		]);
		expect(whole?.[8]).toBe(Math.round((total.wait?.meanMs ?? 0) / 6_000) / 10);
		expect(whole?.[11]).toBe(Math.round((total.wait?.maxMs ?? 0) / 6_000) / 10);
		expect(
			tableIn(book, 1)
				.slice(1)
				.map((row) => row[0]),
		).toEqual(services.map(({ prefix, name }) => `${prefix} · ${name[language]}`));
		// No number is given at a counter, and none is left open at one.
		const [, atFirst] = tableIn(book, 2);
		expect(atFirst?.slice(1, 8)).toEqual([
			null,
			counters[0]?.called,
			counters[0]?.served,
			counters[0]?.missed,
			counters[0]?.cancelled,
			null,
			null,
		]);
		const notes = rowsOf(book, 1).map(([first]) => first);
		expect(notes.slice(-2)).toEqual([words.across, words.legend]);
	},
);

test("a day that never was, and what is no day, are refused", async () => {
	const none = await ask<Problem>("GET", "/api/reports/day?date=2001-01-01");
	expect([none.status, none.body.code]).toEqual([404, "report/no-day"]);
	const bad = await ask<Problem>("GET", "/api/reports/day?date=hôm-qua");
	expect([bad.status, bad.body.code]).toEqual([400, "request/invalid"]);
});

test("what happens after the first look is in the next one", async () => {
	const before = await report();
	await ask("POST", "/api/tickets", { serviceId: "dat-dai" });
	const after = await report();
	expect(after.total.issued).toBe(before.total.issued + 1);
});

test("a restart, also one after a kill, changes no figure; what was kept of the day holds as long as nobody acts", async () => {
	const before = await report();
	const kept = join(hub.dataDir, "ledger", "xa-mau", `${before.date}.figures`);
	const restart = async () => {
		hub = await startHubProcess({ DATA_DIR: hub.dataDir });
		cookie = await signIn(hub.url);
		ask = asker(hub.url, cookie);
	};
	await hub.stop();
	expect((await stat(kept)).size).toBeLessThan(20_000);
	await restart();
	expect(await report()).toEqual({ ...before, madeAt: expect.any(String) });
	await ask("POST", "/api/tickets", { serviceId: "dat-dai" });
	const after = await report();
	expect(after.total.issued).toBe(before.total.issued + 1);
	await hub.kill();
	await restart();
	expect(await report()).toEqual({ ...after, madeAt: expect.any(String) });
});

/** The headings and the rows beneath: what is in more cells than one. */
function tableIn(book: WorkBook, sheet = 0): unknown[][] {
	return rowsOf(book, sheet).filter((row) => row.filter((cell) => cell !== null).length > 1);
}

function rowsOf(book: WorkBook, sheet = 0): unknown[][] {
	const name = book.SheetNames[sheet] ?? "";
	return utils.sheet_to_json(book.Sheets[name] ?? {}, {
		header: 1,
		blankrows: false,
		defval: null,
	});
}
