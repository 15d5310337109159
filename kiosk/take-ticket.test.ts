import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { patienceMs } from "../ui/api.ts";
import type { Wish } from "./order.ts";
import { shown } from "./state.ts";
import { dispatch, state } from "./store.ts";
import { takeTicket } from "./take-ticket.ts";

interface Sent {
	key: string | null;
	body: string;
}

const birth: Wish = {
	serviceId: "ho-tich",
	priorityClass: null,
	procedureCode: "1.001193",
	visit: [],
};

let sent: Sent[];
let respond: () => Promise<Response>;

beforeEach(() => {
	vi.useFakeTimers();
	sent = [];
	vi.stubGlobal("document", { documentElement: { lang: "vi" } });
	vi.stubGlobal("location", { search: "" });
	vi.stubGlobal("fetch", (_path: string, { headers, body }: RequestInit) => {
		sent.push({ key: new Headers(headers).get("Idempotency-Key"), body: String(body) });
		return respond();
	});
	dispatch({ type: "start-over" });
	dispatch({ type: "open", screen: { name: "home" } });
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

test("a wish pressed again after the hub gave no answer goes out the same, and its ticket is the one that comes", async () => {
	respond = unreachable;
	await press(birth);
	expect(state.value.order).toEqual({ state: "refused", detail: null });
	const before = sent.length;
	expect(before).toBeGreaterThan(1);
	respond = answering(201, answerOf("A012"));
	dispatch({ type: "speak", language: "en" });
	await press(birth);
	expect(sent).toHaveLength(before + 1);
	expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1);
	expect(shown(state.value)).toMatchObject({ answer: { ticket: { number: "A012" } } });
});

test("once the screen has said that no answer came, nothing is sent until somebody presses", async () => {
	respond = unreachable;
	await press(birth);
	const before = sent.length;
	await vi.advanceTimersByTimeAsync(10 * patienceMs);
	expect(sent).toHaveLength(before);
});

test("while it is under way a second press sends nothing of its own", async () => {
	respond = answering(201, answerOf("A012"));
	await Promise.all([takeTicket(birth), takeTicket(birth)]);
	expect(sent).toHaveLength(1);
});

test("the next visit begins a new key", async () => {
	respond = unreachable;
	await press(birth);
	dispatch({ type: "start-over" });
	await press(birth);
	expect(keys()).toHaveLength(2);
});

test("another wish begins a new key", async () => {
	respond = unreachable;
	await press(birth);
	await press({ ...birth, priorityClass: "nguoi-cao-tuoi" });
	expect(keys()).toHaveLength(2);
});

test("after the hub's no, the next press begins a new key", async () => {
	respond = refusing(409, "office/closed", "Văn phòng đã hết giờ nhận.");
	await press(birth);
	expect(state.value.order).toEqual({ state: "refused", detail: "Văn phòng đã hết giờ nhận." });
	await press(birth);
	expect(keys()).toHaveLength(2);
});

test("a hub that cannot now may have done it before: its sentence is shown and the key stays", async () => {
	respond = refusing(503, "ledger/unavailable", "Hệ thống chưa ghi được. Xin báo nhân viên.");
	await press(birth);
	expect(state.value.order).toMatchObject({ detail: "Hệ thống chưa ghi được. Xin báo nhân viên." });
	respond = answering(201, answerOf("A012"));
	await press(birth);
	expect(sent).toHaveLength(2);
	expect(keys()).toHaveLength(1);
});

/** Presses, and waits as long as a person may have to. */
async function press(wish: Wish): Promise<void> {
	const taken = takeTicket(wish);
	await vi.advanceTimersByTimeAsync(patienceMs);
	await taken;
}

function keys(): (string | null)[] {
	return [...new Set(sent.map(({ key }) => key))];
}

function unreachable(): Promise<Response> {
	return Promise.reject(new TypeError("Failed to fetch"));
}

function answering(status: number, body: unknown) {
	return async () => Response.json(body, { status });
}

function refusing(status: number, code: string, detail: string) {
	const type = `urn:motcua:problem:${code}`;
	return answering(status, { type, title: "Chưa lấy được số", status, code, detail });
}

function answerOf(number: string) {
	return { ticket: { number }, ahead: 3, wait: null, followUrl: "/t/x", print: null };
}
