import { expect, test } from "vitest";
import type { LogFilter, LogItem } from "../../protocol/log.ts";
import { type AuditEvent, openAudit } from "../audit/audit.ts";
import { createMemoryLedger } from "../ledger/memory-ledger.ts";
import { lan, queueDay } from "../queue/rehearsal.ts";
import { createLog } from "./log.ts";
import { logAsCsv } from "./log-csv.ts";
import { toldOffice } from "./told-office.ts";

const office = "xa-tan-phu";
const day = "2026-11-21";
const named = {
	timeZone: "Asia/Ho_Chi_Minh",
	services: [
		{ id: "ho-tich", prefix: "A", name: { vi: "Hộ tịch", en: "Civil status" }, fields: [] },
	],
	priorityClasses: [],
};
const vi = toldOffice(named, "vi", (username) => (username === "lan" ? lan.name : undefined));

/** A morning: officer Lan signs in, somebody takes a number, Lan calls it, and somebody tries another's password. */
async function morning() {
	const queue = queueDay();
	queue.issue("ho-tich");
	queue.open("quay-1");
	queue.callNext("quay-1");
	const ledger = createMemoryLedger();
	for (const { seq, at, ...event } of queue.events) {
		const by = event.type === "ticket-called" || event.type === "counter-opened" ? "lan" : "lobby";
		await ledger.append({
			office,
			day,
			expectedSeq: seq,
			records: [{ seq, at, by, events: [event] }],
		});
	}
	let now = Date.parse("2026-11-21T01:00:00Z");
	const audit = await openAudit({
		ledger: createMemoryLedger<AuditEvent>(),
		office,
		day: () => day,
		now: () => now,
	});
	const address = "192.168.1.20";
	await audit.note({ type: "signed-in", username: lan.username, address }, lan.username);
	now += 60_000;
	await audit.note(
		{ type: "sign-in-failed", username: "=HYPERLINK(1)", address, why: "wrong" },
		"lobby",
	);
	return createLog({ ledger, audit, office });
}

test("what was done to tickets and who signed in stand in one list by time, and no ticket's id does", async () => {
	const log = await morning();
	expect(await log.days()).toEqual([day]);
	const items = await log.items(day, {}, vi);
	expect(items.map(({ type, who }) => `${who}: ${type}`)).toEqual([
		"Nguyễn Thị Lan: signed-in",
		"Sảnh: day-opened",
		"Sảnh: settings-applied",
		"Sảnh: ticket-issued",
		"Nguyễn Thị Lan: counter-opened",
		"Nguyễn Thị Lan: ticket-called",
		"Chưa đăng nhập: sign-in-failed",
	]);
	expect(items[0]).toMatchObject({ by: "lan", what: "đăng nhập", address: "192.168.1.20" });
	expect(items[3]?.what).toBe("lấy số A001, Hộ tịch");
	expect(JSON.stringify(items)).not.toContain("phieu-");
});

test("it is sifted by who, by kind, by source, and by words without accents", async () => {
	const log = await morning();
	const types = async (filter: Parameters<typeof log.items>[1]) =>
		(await log.items(day, filter, vi)).map(({ type }) => type);
	expect(await types({ kind: "sign-ins" })).toEqual(["signed-in", "sign-in-failed"]);
	expect(await types({ kind: "ticket-issued" })).toEqual(["ticket-issued"]);
	expect(await types({ by: "lan", source: "queue" })).toEqual(["counter-opened", "ticket-called"]);
	expect(await types({ source: "access" })).toEqual(["signed-in", "sign-in-failed"]);
	expect(await types({ q: "lay so a001 ho tich" })).toEqual(["ticket-issued"]);
	expect(await types({ q: "không có ai" })).toEqual([]);
	expect(await types({ q: "nguyen thi lan" })).toEqual([
		"signed-in",
		"counter-opened",
		"ticket-called",
	]);
	expect(await types({ q: "192.168.1.20", by: "lan" })).toEqual(["signed-in"]);
});

test("a day without records is empty, in whatever language", async () => {
	const log = await morning();
	expect(await log.items("2020-01-01", {}, toldOffice(named, "en"))).toEqual([]);
});

test("as CSV it has the office's clock, and a cell that a spreadsheet would run is made harmless", async () => {
	const log = await morning();
	const rows = (await csv(log, { source: "access" })).split("\r\n");
	expect(rows[0]).toBe("\uFEFFThời điểm,Ai,Tài khoản,Việc,Số,Từ địa chỉ,Loại");
	expect(rows[1]).toBe("2026-11-21 08:00:00,Nguyễn Thị Lan,lan,đăng nhập,,192.168.1.20,signed-in");
	const items: LogItem[] = await log.items(day, {}, vi);
	const hostile = { items: async () => items.map((item) => ({ ...item, who: "=1+1" })) };
	expect(await csv(hostile, {})).toContain(",'=1+1,");
});

async function csv(log: Parameters<typeof logAsCsv>[0], filter: LogFilter): Promise<string> {
	let text = "";
	for await (const piece of logAsCsv(log, [day], filter, vi)) text += piece;
	return text;
}
