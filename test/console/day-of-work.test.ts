import { effect, signal } from "@preact/signals";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Change, Rows, Snapshot, StaffRow } from "../../protocol/live.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { type ActionName, actionNamed, actions } from "../../staff/console/actions.ts";
import type { Seat } from "../../staff/console/seat.ts";
import { sender } from "../../staff/console/send.ts";
import { ticketActs } from "../../staff/console/ticket-acts.ts";
import { keepWork, type Work } from "../../staff/console/work.ts";
import { asidesOf, countersOf, linesOf } from "../../staff/view.ts";
import { type Kept, takeChange, takeSnapshot } from "../../ui/rows.ts";
import { asker, signIn } from "../ask.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";

/*
 * An officer's day on the console's own code: the table of acts, what sends them, and the live view that it goes by, against a hub as it runs.
 * What one officer does in 500 acts is told to a model of the ledger's own words, the counts at the end are the hub's.
 */

let hub: HubProcess;
let cookie: string;
let socket: Socket;
let ask: ReturnType<typeof asker>;
const kept = signal<Kept<StaffRow> | null>(null);
const counterId = "quay-1";
/** The officer's own clock. */
let clockMs = 0;

beforeAll(async () => {
	hub = await startHubProcess();
	cookie = await signIn(hub.url);
	ask = asker(hub.url, cookie);
	await ask("POST", `/api/counters/${counterId}/open`, {});
	socket = liveOf();
	socket.on("snapshot", (snapshot: Snapshot<StaffRow>) => {
		kept.value = takeSnapshot(snapshot);
	});
	socket.on("change", (change: Change<StaffRow>) => {
		kept.value = takeChange(kept.peek(), change);
	});
	vi.stubGlobal("document", { documentElement: { lang: "vi" } });
	const plainFetch = fetch;
	vi.stubGlobal("fetch", (path: string, init: RequestInit = {}) => {
		const headers = new Headers(init.headers);
		headers.set("cookie", cookie);
		return plainFetch(path.startsWith("/") ? hub.url + path : path, { ...init, headers });
	});
	await until(() => kept.value !== null);
});
afterAll(async () => {
	vi.unstubAllGlobals();
	socket.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

test("500 acts in a row: none is lost, none is done twice, none falls on somebody else", async () => {
	const work = keepWork({
		seat: () => seatOf(work),
		send: sender(),
		undoMs: () => 15_000,
		nowMs: () => clockMs,
		onSessionOver: () => {
			throw new Error("nobody is signed in any more");
		},
	});
	const chance = seeded(20_261_123);
	const issued: string[] = [];
	const done = new Map<string, number>();
	for (let acts = 0; acts < 500; ) {
		if (waitingHere() < 3) issued.push(await take(["ho-tich", "chung-thuc"][issued.length % 2]));
		const name = pick(work, chance);
		const said = await act(work, name, chance);
		expect(said, `${name} after ${acts} acts`).toBeNull();
		acts++;
		done.set(name, (done.get(name) ?? 0) + 1);
	}
	work.stop();
	// Each kind of act has had its turn.
	expect(done.size).toBeGreaterThanOrEqual(12);
	// Nobody is lost or there twice: whoever took a number is in one place, as the live view and the hub's own word have it.
	const { body } = await ask<{ waiting: unknown[]; parked: unknown[]; missed: unknown[] }>(
		"GET",
		`/api/queue?counter=${counterId}`,
	);
	const seat = seatOf(work);
	expect(asidesOf(rows(), seat.counter)).toHaveLength(body.parked.length + body.missed.length);
	expect(waitingHere()).toBe(body.waiting.length);
	const states = await Promise.all(
		issued.map(async (id) => (await ask<TicketAnswer>("GET", `/api/tickets/${id}`)).body.ticket),
	);
	const at = (...wanted: string[]) => states.filter(({ state }) => wanted.includes(state)).length;
	expect(at("waiting")).toBe(body.waiting.length);
	expect(at("parked", "missed")).toBe(body.parked.length + body.missed.length);
	expect(at("called", "serving")).toBe(seat.counter.current ? 1 : 0);
	expect(new Set(states.map(({ number }) => number)).size).toBe(issued.length);
	expect(at("waiting", "parked", "missed", "called", "serving", "done", "cancelled")).toBe(
		issued.length,
	);
});

/** Something that is offered now: what is done with everybody more often than the rest. */
function pick(work: Work, chance: () => number): string {
	const seat = seatOf(work);
	const weights: Partial<Record<ActionName, number>> = {
		"call-next": 6,
		start: 6,
		finish: 3,
		recall: 2,
		miss: 2,
		park: 2,
		transfer: 1,
		undo: 2,
		pause: 1,
		reopen: 8,
	};
	const counterActs = actions.flatMap((action) =>
		action.off(seat) === null ? Array(weights[action.name] ?? 0).fill(action.name) : [],
	);
	const someone = aside(seat);
	const ticketNames = someone
		? ticketActs
				.filter(({ name, off }) => name !== "print" && off(seat, someone) === null)
				.map(({ name }) => `ticket:${name}`)
		: [];
	const all: string[] = [...counterActs, ...ticketNames];
	return all[Math.floor(chance() * all.length)] ?? "call-next";
}

/** Presses it as the page would, and answers what is said where that is a refusal; waits until the live view has it. */
async function act(work: Work, name: string, chance: () => number): Promise<string | null> {
	const seat = seatOf(work);
	// What the same finger does twice in a breath is one press: here each is meant.
	clockMs += 400;
	if (name.startsWith("ticket:")) {
		const entry = ticketActs.find((one) => `ticket:${one.name}` === name);
		const ticket = aside(seat);
		if (!entry || !ticket) throw new Error(`${name} is offered to nobody`);
		await work.pressOn(entry, ticket);
	} else {
		const action = actions.find((one) => one.name === name);
		if (!action) throw new Error(`there is no ${name}`);
		await work.press(action);
	}
	const asked = work.asking.value;
	if (asked) await answer(work, seat, chance);
	const { notice } = work;
	expect(work.asking.value).toBeNull();
	await settled();
	return notice.value?.kind === "wrong" ? notice.value.text : null;
}

async function answer(work: Work, seat: Seat, chance: () => number): Promise<void> {
	const asked = work.asking.value;
	switch (asked?.about) {
		case "parking":
			await work.answer(
				{ path: "park", body: { ticketId: asked.ticket.id, reason: "Thiếu bản sao" } },
				{ did: "park", number: asked.ticket.number },
			);
			return;
		case "transferring": {
			const toServiceId = asked.ticket.serviceId === "ho-tich" ? "chung-thuc" : "ho-tich";
			await work.answer(
				{ path: "transfer", body: { ticketId: asked.ticket.id, toServiceId, note: "Xem giúp" } },
				{ did: "transfer", number: asked.ticket.number },
			);
			return;
		}
		case "calling":
			await work.answer(
				{
					path: "call",
					body: {
						ticketId: asked.ticket.id,
						reason: "Người bệnh nặng",
						ifCurrent: seat.counter.current?.id ?? null,
					},
				},
				{ did: "call", number: asked.ticket.number },
			);
			return;
		case "pausing":
			await work.answer({ path: "pause", body: chance() < 0.5 ? {} : { reason: "Họp" } }, null);
			return;
		default:
			throw new Error(`nobody answers ${asked?.about}`);
	}
}

/** Somebody whose number an officer might look at: aside, missed, or far back in the line. */
function aside(seat: Seat) {
	const [first] = asidesOf(rows(), seat.counter);
	const last = linesOf(rows(), seat.counter)[0]?.next.at(-1);
	return first?.ticket ?? last ?? null;
}

function seatOf(work: Work): Seat {
	const counter = countersOf(rows()).find(({ id }) => id === counterId);
	if (!counter) throw new Error("the counter is gone");
	return { counter, stopped: false, away: false, undoable: work.undoable.value };
}

function rows(): Rows<StaffRow> {
	return kept.peek()?.rows ?? {};
}

function waitingHere(): number {
	const counter = countersOf(rows()).find(({ id }) => id === counterId);
	return counter ? linesOf(rows(), counter).reduce((sum, { waiting }) => sum + waiting, 0) : 0;
}

async function take(serviceId = "ho-tich"): Promise<string> {
	const { status, body } = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId });
	expect(status).toBe(201);
	await settled();
	return body.ticket.id;
}

/** The live view has come to where the hub is: whoever comes to it now is told as much, and no more. */
async function settled(): Promise<void> {
	const newcomer = liveOf();
	const { seq } = await new Promise<Snapshot<StaffRow>>((heard) => {
		newcomer.on("snapshot", heard);
	});
	newcomer.close();
	await until(() => (kept.value?.seq ?? 0) >= seq);
}

function liveOf(): Socket {
	return io(`${hub.url}/live`, {
		auth: { view: "staff" },
		extraHeaders: { cookie },
		transports: ["websocket"],
		forceNew: true,
	});
}

function until(holds: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		let stop: (() => void) | null = null;
		stop = effect(() => {
			void kept.value;
			if (!holds()) return;
			queueMicrotask(() => stop?.());
			resolve();
		});
	});
}

/** Numbers from 0 to 1 that are the same in each run. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

test("what is pressed twice in a breath is done once; a press meant for somebody who has gone is nobody's", async () => {
	const work = keepWork({
		seat: () => seatOf(work),
		send: sender(),
		undoMs: () => 15_000,
		nowMs: () => clockMs,
		onSessionOver: () => {},
	});
	clockMs += 60_000;
	await ask("POST", `/api/counters/${counterId}/open`, {});
	const first = seatOf(work).counter.current?.id ?? null;
	await take();
	await take();
	const before = waitingHere();
	const callNext = actionNamed("call-next");
	const both = [work.press(callNext), work.press(callNext)];
	await Promise.all(both);
	await settled();
	expect(seatOf(work).counter.current?.id ?? null).not.toBe(first);
	expect(waitingHere()).toBe(before - 1);
	// A screen that is behind: what it saw goes along, and the hub calls nobody.
	const stale = { ...seatOf(work), counter: { ...seatOf(work).counter, current: null } };
	const behind = keepWork({
		seat: () => stale,
		send: sender(),
		undoMs: () => 15_000,
		nowMs: () => clockMs,
		onSessionOver: () => {},
	});
	await behind.press(callNext);
	expect(behind.notice.value?.kind).toBe("wrong");
	expect(waitingHere()).toBe(before - 1);
	work.stop();
	behind.stop();
});
