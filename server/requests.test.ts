import { expect, test } from "vitest";
import { startHub } from "./hub.ts";
import { createMemoryLedger } from "./ledger/memory-ledger.ts";
import { createOfficeClock } from "./office-clock.ts";
import type { Command } from "./queue/command.ts";
import { communeSettings, lan } from "./queue/rehearsal.ts";
import type { QueueState } from "./queue/state.ts";
import type { RequestKey } from "./requests.ts";

const morning = Date.parse("2026-11-21T01:00:00Z");
const dayMs = 24 * 60 * 60 * 1000;

async function officeHub({ ledger = createMemoryLedger(), now = () => morning } = {}) {
	const clock = createOfficeClock({
		calendar: { hours: "always", timeZone: "Asia/Ho_Chi_Minh" },
		now,
		monotonic: now,
	});
	const log = { error() {}, warn() {} };
	const office = { id: "xa-tan-phu", settings: communeSettings };
	const hub = await startHub({ office, ledger, clock, now, monotonic: now, log });
	return {
		hub,
		ledger,
		take: (request?: RequestKey<string>, command: Command | (() => Command) = takeCommand) =>
			hub.do(command, "kiosk:kiosk-1", newest, request),
		callNext: (request?: RequestKey<string>) => hub.do(callCommand, "lan", called, request),
		open: () => hub.do(openCommand, "lan", () => ""),
	};
}

const takeCommand: Command = {
	type: "issue-ticket",
	serviceId: "ho-tich",
	priorityClass: null,
	procedureCode: null,
	language: "vi",
	kioskId: null,
};
const callCommand: Command = { type: "call-next", counterId: "quay-1", officer: lan };
const openCommand: Command = {
	type: "open-counter",
	counterId: "quay-1",
	officer: lan,
	holdsMany: false,
	takeOver: false,
};
const newest = (state: QueueState) => [...state.tickets.values()].at(-1)?.number ?? "";
const called = ({ counters, tickets }: QueueState) =>
	tickets.get(counters.get("quay-1")?.currentTicketId ?? "")?.number ?? "";

function request(key: string, { scope = "lobby POST /api/tickets", body = "ho-tich" } = {}) {
	return { scope, key, body, read: (kept: unknown) => String(kept) };
}

const events = expect.any(Array);
const first = (value: string) => ({ ok: true, value, events });
const repeat = (value: string) => ({ ok: true, value, events, repeated: true });
const reused = { ok: false, refusal: { code: "request/key-reused" } };

test("a repeated request gets the first answer and changes nothing", async () => {
	const { hub, take } = await officeHub();
	expect(await take(request("phiếu-1"))).toEqual(first("A001"));
	expect(await take(request("phiếu-2"))).toEqual(first("A002"));
	expect(await take(request("phiếu-1"))).toEqual(repeat("A001"));
	expect([hub.state.tickets.size, hub.durableSeq]).toEqual([2, 4]);
});

test("the same request fifty times at once is one ticket", async () => {
	const { hub, take } = await officeHub();
	const answers = await Promise.all(Array.from({ length: 50 }, () => take(request("một"))));
	expect(answers.map((answer) => answer.ok && answer.value)).toEqual(Array(50).fill("A001"));
	expect(answers.filter((answer) => answer.ok && answer.repeated)).toHaveLength(49);
	expect(hub.state.tickets.size).toBe(1);
});

test("a request is remembered over a restart, with and without a snapshot", async () => {
	const { ledger, take } = await officeHub();
	await take(request("phiếu-1"));
	const again = await officeHub({ ledger });
	expect(await again.take(request("phiếu-1"))).toEqual(repeat("A001"));
	for (let ticket = 0; ticket < 600; ticket++) await again.take(request(`thêm-${ticket}`));
	await again.hub.close();
	const restarted = await officeHub({ ledger });
	expect(await restarted.take(request("phiếu-1"))).toEqual(repeat("A001"));
	expect(await restarted.take(request("thêm-599"))).toEqual(repeat("A601"));
});

test("the same key with another body is refused, at once and later", async () => {
	const { hub, take } = await officeHub();
	const both = [take(request("khóa")), take(request("khóa", { body: "chung-thuc" }))];
	expect(await Promise.all(both)).toEqual([first("A001"), reused]);
	expect(await take(request("khóa", { body: "chung-thuc" }))).toEqual(reused);
	expect(hub.state.tickets.size).toBe(1);
});

test("the same key from somebody else or for something else is another request", async () => {
	const { take, open, callNext } = await officeHub();
	await open();
	expect(await take(request("khóa"))).toEqual(first("A001"));
	const scope = "lan POST /api/counters/quay-1/call-next";
	expect(await callNext(request("khóa", { scope }))).toEqual(first("A001"));
});

test("calling again with the same key calls nobody else", async () => {
	const { take, open, callNext } = await officeHub();
	await open();
	await take();
	await take();
	expect(await callNext(request("gọi"))).toEqual(first("A001"));
	expect(await callNext(request("gọi"))).toEqual(repeat("A001"));
	expect(await callNext(request("gọi-2"))).toEqual(first("A002"));
	expect(await callNext(request("gọi"))).toEqual(repeat("A001"));
});

test("a refusal and a call that finds nobody are decided anew", async () => {
	const { take, open, callNext } = await officeHub();
	expect(await callNext(request("gọi"))).toMatchObject({ refusal: { code: "counter/not-open" } });
	await open();
	expect(await callNext(request("gọi"))).toEqual(first(""));
	await take();
	expect(await callNext(request("gọi"))).toEqual(first("A001"));
});

test("what would refuse a new request does not stand in the way of a repeated one", async () => {
	const { take } = await officeHub();
	const closed = () => {
		throw new Error("the office is closed");
	};
	await take(request("trước giờ đóng cửa"));
	expect(await take(request("trước giờ đóng cửa"), closed)).toEqual(repeat("A001"));
	await expect(take(request("sau giờ đóng cửa"), closed)).rejects.toThrow("closed");
});

test("a request repeated across midnight is still the one of yesterday", async () => {
	let now = morning;
	const { hub, take } = await officeHub({ now: () => now });
	await take(request("23:59"));
	now += dayMs;
	expect(await take(request("00:00"))).toEqual(first("A001"));
	expect(await take(request("23:59"))).toEqual(repeat("A001"));
	expect([hub.state.day, hub.state.tickets.size]).toEqual(["2026-11-22", 1]);
});

test("where the record of an answer is gone with a damaged end, the request is done anew and never gets another's answer", async () => {
	const kept = createMemoryLedger();
	const { take } = await officeHub({ ledger: kept });
	await take(request("của tôi"));
	const again = await officeHub({
		ledger: {
			...kept,
			async *read(from) {
				for await (const record of kept.read(from)) {
					yield record.key ? { ...record, key: { ...record.key, key: "của người khác" } } : record;
				}
			},
		},
	});
	expect(await again.take(request("của tôi"))).toEqual(first("A002"));
});
