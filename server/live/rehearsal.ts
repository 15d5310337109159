import { createServer } from "node:http";
import { io, type Socket } from "socket.io-client";
import type { Audience, Change, LiveAuth, Rows, Snapshot, Status } from "../../protocol/live.ts";
import type { KnownAccount } from "../accounts/accounts.ts";
import { createDoor } from "../door/door.ts";
import type { Hub } from "../hub.ts";
import type { Observer } from "../pipeline.ts";
import type { Command } from "../queue/command.ts";
import { decide } from "../queue/decide.ts";
import type { Event, StampedEvent } from "../queue/event.ts";
import { evolve } from "../queue/evolve.ts";
import { communeSettings, lan } from "../queue/rehearsal.ts";
import { emptyState, type QueueState } from "../queue/state.ts";
import { type AdmissionParts, audienceOf } from "./admit.ts";
import { createHistory } from "./history.ts";
import { createLive } from "./live.ts";
import { type WrongPart, wrongParts } from "./outgoing.ts";

export const services = [
	{ id: "ho-tich", prefix: "A", name: { vi: "Hộ tịch", en: "Civil status" } },
	{ id: "chung-thuc", prefix: "B", name: { vi: "Chứng thực", en: "Certification" } },
];

export type LiveOffice = Awaited<ReturnType<typeof openOffice>>;

/**
 * For tests: live views on a real port over an office whose disk is in the test's hand. What is done is folded at once,
 * and becomes durable when the test says so, or never.
 * @param durable what the ledger holds of the day, where the office is opened again
 * @param compresses whether the hub compresses what it says; the clients here always take it
 */
export async function openOffice(durable: readonly StampedEvent[] = [], compresses = false) {
	const ledger = [...durable];
	const history = createHistory({ services });
	const observers: Observer[] = [];
	const setBackListeners: (() => void)[] = [];
	const state = {
		now: refold(history.saw),
	};
	const signedInLan: KnownAccount = {
		...lan,
		roles: ["officer"],
		disabled: false,
		mustChange: false,
		generation: 0,
	};

	/** Who is signed in, whatever the cookie; a test may put something else here. */
	const staff: { signedIn: AdmissionParts["signedIn"] } = {
		signedIn: () => ({ key: "lan", account: signedInLan }),
	};
	/** What was logged as a fault of the hub's own. */
	const faults: unknown[] = [];

	/** Sealed and on its way to the disk, and what came after. */
	let underWay: { events: StampedEvent[]; publish: (() => void)[] } | null = null;
	let filling: StampedEvent[] = [];
	const hub: Pick<Hub, "state" | "epoch" | "durableSeq" | "observe" | "onSetBack"> = {
		get state() {
			return state.now;
		},
		get epoch() {
			return `xa-tan-phu/${state.now.day}`;
		},
		get durableSeq() {
			return ledger.length;
		},
		observe: (observer) => observers.push(observer),
		onSetBack: (listener) => setBackListeners.push(listener),
	};
	if (ledger.length === 0) {
		fold({ type: "day-opened", day: "2026-11-21" });
		fold({ type: "settings-applied", settings: communeSettings });
		for (const counterId of ["quay-1", "quay-2"]) {
			fold({ type: "counter-opened", counterId, officer: lan });
		}
		settle();
	}
	/** Devices that were let in, once for each view they have open. */
	const here: string[] = [];
	const server = createServer();
	const door = createDoor({ host: "127.0.0.1", monotonic: () => performance.now() });
	const live = createLive({
		server,
		door,
		hub,
		history,
		office: { services },
		kiosks: [{ id: "kiosk-1" }, { id: "kiosk-2" }],
		signedIn: (cookie) => staff.signedIn(cookie),
		// A token is the id of a board that was let in.
		deviceOf: (_request, token) =>
			token === undefined
				? { is: "local" }
				: { is: "paired", id: token, role: "board", place: "sanh" },
		presence: {
			arrived: (deviceId) => here.push(deviceId),
			left: (deviceId) => here.splice(here.indexOf(deviceId), 1),
		},
		statusesFor: (room) => [markFor(room, greeting)],
		compresses,
		log: { error: (fault: unknown) => void faults.push(fault) },
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	const url = `http://127.0.0.1:${address.port}/live`;
	const clients: LiveClient[] = [];

	return {
		url,
		hub,
		live,
		ledger,
		here,
		staff,
		faults,
		/** Does a command, as far as it may be done; it is not durable yet. Answers with its events. */
		apply(command: Command): readonly Event[] {
			const decided = decide(state.now, command, {
				newTicketId: () => `phieu-${state.now.seq + 1}`,
				now: state.now.clockMs,
			});
			const events = decided.ok ? decided.value : [];
			for (const event of events) fold(event);
			return events;
		},
		fold,
		seal,
		arrive,
		settle,
		/** The write fails: what was not durable never happened. */
		fail() {
			underWay = null;
			filling = [];
			state.now = refold(() => undefined);
			for (const listener of setBackListeners) listener();
		},
		client(auth: LiveAuth, before: Known = { seq: 0, rows: {} }): LiveClient {
			const client = connect(url, auth, before);
			clients.push(client);
			return client;
		},
		/** Comes back when all that was sent to these clients until now has arrived. */
		async arrived(...there: readonly LiveClient[]): Promise<void> {
			marks++;
			const mark = marks;
			for (const room of new Set(there.map((client) => client.statusesRoom))) {
				live.tell(room, markFor(room, mark));
			}
			await Promise.all(there.map((client) => client.heard(mark)));
		},
		/** How many connections the hub holds. */
		connections: () =>
			new Promise<number>((resolve, reject) => {
				server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
			}),
		async close() {
			for (const client of clients) client.socket.close();
			await live.close();
			const wrong = clients.flatMap((client) => client.wrong);
			if (wrong.length > 0) throw new Error(`clients were told ${JSON.stringify(wrong)}`);
		},
	};

	function fold(event: Event): void {
		const seq = state.now.seq + 1;
		const stamped = {
			...event,
			seq,
			at: new Date(Date.UTC(2026, 10, 21, 1, 0, seq)).toISOString(),
		};
		evolve(state.now, stamped);
		history.saw(state.now, stamped);
		filling.push(stamped);
	}

	/** What was done so far goes on its way to the disk, unless something is still on it. */
	function seal(): void {
		if (underWay || filling.length === 0) return;
		const publish = observers.map((observer) => observer.seal(state.now));
		underWay = { events: filling, publish };
		filling = [];
	}

	/** What is on its way arrives. */
	function arrive(): void {
		if (!underWay) return;
		const { events, publish } = underWay;
		underWay = null;
		ledger.push(...events);
		for (const run of publish) run();
	}

	/** Makes durable all that was done so far. */
	function settle(): void {
		arrive();
		seal();
		arrive();
	}

	function refold(saw: (folded: QueueState, event: StampedEvent) => void): QueueState {
		const folded = emptyState();
		for (const event of ledger) {
			evolve(folded, event);
			saw(folded, event);
		}
		return folded;
	}
}

const greeting = 0;
let marks = greeting;

/** A status that everybody in a room may be told and that says nothing but how much was sent before it: as minutes of a wait. */
function markFor(room: string, mark: number): Status {
	const wait = { lowMin: 0, highMin: mark };
	return audienceOf(room) === "ticket"
		? { topic: "wait", wait }
		: { topic: "waits", services: { mark: { "": wait } } };
}

function markOf(status: Status): number | undefined {
	if (status.topic === "wait") return status.wait?.highMin;
	return status.topic === "waits" ? status.services.mark?.[""]?.highMin : undefined;
}

/** What a screen knows of its view. */
export interface Known {
	epoch?: string;
	seq: number;
	rows: Rows<unknown>;
}

export interface LiveClient {
	socket: Socket;
	statusesRoom: string;
	/** As every screen keeps it; goes on from what it knew before. */
	known: Known;
	snapshots: Snapshot[];
	changes: Change[];
	/** What was said to it that nobody of its view should be told, or not so; a test that means it takes it out. */
	wrong: WrongPart[];
	/** Resolves when this mark has come. */
	heard(mark: number): Promise<void>;
	/** Resolves when the hub has said its first word. */
	greeted: Promise<void>;
}

function connect(url: string, auth: LiveAuth, before: Known): LiveClient {
	const socket = io(url, {
		transports: ["websocket"],
		forceNew: true,
		reconnection: false,
		auth,
	});
	const known = { ...before, rows: { ...before.rows } };
	const snapshots: Snapshot[] = [];
	const changes: Change[] = [];
	const wrong: WrongPart[] = [];
	const heardMarks = new Set<number>();
	const waiting: { mark: number; wake: () => void }[] = [];
	for (const event of ["snapshot", "change", "status"] as const) {
		socket.on(event, (message: unknown) => {
			// Nothing that a counter's screen may be told could bear a mark.
			const isMark = auth.view === "counter" && event === "status";
			if (!isMark) wrong.push(...wrongParts(auth.view, event, message));
		});
	}
	socket.on("snapshot", (snapshot: Snapshot) => {
		snapshots.push(snapshot);
		const { epoch, seq, view } = snapshot;
		Object.assign(known, { epoch, seq, rows: { ...view } });
	});
	socket.on("change", (change: Change) => {
		changes.push(change);
		if (change.seq <= known.seq) throw new Error(`change ${change.seq} came after ${known.seq}`);
		known.seq = change.seq;
		for (const [key, row] of Object.entries(change.set)) {
			if (row === null) delete known.rows[key];
			else known.rows[key] = row;
		}
	});
	socket.on("status", (status: Status) => {
		const come = markOf(status);
		if (come === undefined) return;
		heardMarks.add(come);
		for (const { mark, wake } of waiting) if (mark === come) wake();
	});
	const heard = (mark: number) =>
		new Promise<void>((wake) => {
			if (heardMarks.has(mark)) wake();
			else waiting.push({ mark, wake });
		});
	return {
		socket,
		statusesRoom: statusesRoomOf(auth.view, auth.id),
		known,
		snapshots,
		changes,
		wrong,
		heard,
		greeted: heard(greeting),
	};
}

function statusesRoomOf(view: Audience, id = ""): string {
	return view === "kiosk" || view === "ticket" ? `${view}:${id}` : view;
}
