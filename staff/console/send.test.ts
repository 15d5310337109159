import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StaffCounterRow, StaffTicket } from "../../protocol/live.ts";
import { patienceMs } from "../../ui/api.ts";
import { aCounter, aSeat, calledTicket } from "./a-seat.ts";
import { type ActionName, actionNamed } from "./actions.ts";
import { type Send, sender } from "./send.ts";

interface Sent {
	url: string;
	key: string | null;
	body: string;
}

let sent: Sent[];
let respond: () => Promise<Response>;
let send: Send;

beforeEach(() => {
	vi.useFakeTimers();
	sent = [];
	send = sender();
	vi.stubGlobal("document", { documentElement: { lang: "vi" } });
	vi.stubGlobal("fetch", (url: string, { headers, body }: RequestInit) => {
		sent.push({ url, key: new Headers(headers).get("Idempotency-Key"), body: String(body) });
		return respond();
	});
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

test("Gọi số tiếp theo, pressed again after its answer was lost, is the same request", async () => {
	respond = unreachable;
	expect(await press("call-next", free)).toMatchObject({ ok: false, problem: null });
	const before = sent.length;
	expect(before).toBeGreaterThan(1);
	respond = answering(200, { ticket: null });
	expect(await press("call-next", free)).toMatchObject({ ok: true });
	expect(sent).toHaveLength(before + 1);
	expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1);
	expect(sent[0]).toMatchObject({
		url: "/api/counters/qu%E1%BA%A7y-1/call-next",
		body: '{"ifCurrent":null}',
	});
});

test("an answer ends it: the next press of the same act is another one", async () => {
	respond = answering(200, { ticket: null });
	await press("call-next", free);
	await press("call-next", free);
	expect(keys()).toHaveLength(2);
});

test("a refusal ends it as well", async () => {
	respond = answering(409, problemOf(409, "counter/current-changed"));
	await press("call-next", free);
	await press("call-next", free);
	expect(keys()).toHaveLength(2);
});

test.each([
	[503, "ledger/unavailable"],
	[503, "hub/busy"],
	[500, "hub/unexpected"],
])("a hub that only says that it cannot now (%i %s) does not end it", async (status, code) => {
	respond = answering(status, problemOf(status, code), { "Retry-After": "30" });
	expect(await press("call-next", free)).toMatchObject({ ok: false, problem: { code } });
	respond = answering(200, { ticket: null });
	await press("call-next", free);
	expect(sent).toHaveLength(2);
	expect(keys()).toHaveLength(1);
});

test("another act between is the officer's next thought: what was pressed before begins anew", async () => {
	respond = unreachable;
	await press("pause", free);
	await press("call-next", free);
	await press("pause", free);
	expect(keys()).toHaveLength(3);
});

test("Gọi lại for a person whom the officer has seen called meanwhile is another call", async () => {
	respond = unreachable;
	await press("recall", serving({ callCount: 1, visit: [], notes: [] }));
	await press("recall", serving({ callCount: 1, visit: [], notes: [] }));
	expect(keys()).toHaveLength(1);
	await press("recall", serving({ callCount: 2, visit: [], notes: [] }));
	expect(keys()).toHaveLength(2);
});

test("the same act at another counter is another one", async () => {
	respond = unreachable;
	await press("pause", free);
	await press("pause", { ...free, id: "quầy-2", label: "2" });
	expect(keys()).toHaveLength(2);
});

/** Presses, and waits as long as a person may have to. */
async function press(name: ActionName, counter: StaffCounterRow) {
	const seat = aSeat(counter);
	const { perform } = actionNamed(name);
	const act = name === "pause" ? { path: "pause", body: {} } : perform?.(seat);
	if (!act) throw new Error(`${name} sends nothing by itself`);
	const got = send(seat.counter, act);
	await vi.advanceTimersByTimeAsync(patienceMs);
	return got;
}

function keys(): (string | null)[] {
	return [...new Set(sent.map(({ key }) => key))];
}

function unreachable(): Promise<Response> {
	return Promise.reject(new TypeError("Failed to fetch"));
}

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
	return async () => Response.json(body, { status, headers });
}

function problemOf(status: number, code: string) {
	const detail = "Xin làm lại sau ít phút.";
	return { type: `urn:motcua:problem:${code}`, title: "Chưa được", status, code, detail };
}

const free = aCounter({ id: "quầy-1", label: "1" });

function serving(seen: Partial<StaffTicket>): StaffCounterRow {
	return { ...free, current: { ...calledTicket, ...seen } };
}
