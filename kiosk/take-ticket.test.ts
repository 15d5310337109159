import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { patienceMs } from "../ui/api.ts";
import type { Wish } from "./order.ts";
import { shown } from "./state.ts";
import { dispatch, state } from "./store.ts";
import { takeTicket } from "./take-ticket.ts";

interface Sent {
	path: string;
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
	vi.stubGlobal("fetch", (path: string, { headers, body }: RequestInit) => {
		sent.push({ path, key: new Headers(headers).get("Idempotency-Key"), body: String(body) });
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

test("another wish begins a new key, once the one whose answer was lost is withdrawn", async () => {
	respond = unreachable;
	await press(birth);
	const lost = sent.at(-1)?.key;
	const before = sent.length;
	respond = async () =>
		sent.at(-1)?.path === "/api/tickets"
			? Response.json(answerOf("A013"), { status: 201 })
			: await refusing(404, "request/not-done", "Đã được rút lại.")();
	await press({ ...birth, priorityClass: "nguoi-cao-tuoi" });
	expect(sent.slice(before).map(({ path, key }) => [path, key === lost])).toEqual([
		["/api/tickets?withdraw=true", true],
		["/api/tickets", false],
	]);
	expect(shown(state.value)).toMatchObject({ answer: { ticket: { number: "A013" } } });
});

test("where the one whose answer was lost has a ticket, that comes and no second one is asked for", async () => {
	respond = unreachable;
	await press(birth);
	const before = sent.length;
	respond = answering(201, answerOf("A012"));
	await press({ ...birth, priorityClass: "nguoi-cao-tuoi" });
	expect(sent.slice(before).map(({ path }) => path)).toEqual(["/api/tickets?withdraw=true"]);
	expect(shown(state.value)).toMatchObject({ answer: { ticket: { number: "A012" } } });
});

test("a press that meets its own withdrawal goes out anew", async () => {
	respond = unreachable;
	await press(birth);
	const before = sent.length;
	respond = async () =>
		sent.length === before + 1
			? await refusing(404, "request/not-done", "Đã được rút lại.")()
			: Response.json(answerOf("A012"), { status: 201 });
	await press(birth);
	expect(sent.slice(before).map(({ path }) => path)).toEqual(["/api/tickets", "/api/tickets"]);
	expect(keys()).toHaveLength(2);
	expect(shown(state.value)).toMatchObject({ answer: { ticket: { number: "A012" } } });
});

test("as long as nobody knows what came of it, nothing else is asked for", async () => {
	respond = unreachable;
	await press(birth);
	await press({ ...birth, priorityClass: "nguoi-cao-tuoi" });
	expect(keys()).toHaveLength(1);
	expect(state.value.order).toEqual({ state: "refused", detail: null });
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
