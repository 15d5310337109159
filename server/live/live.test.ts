import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Audience, Change, LiveAuth } from "../../protocol/live.ts";
import type { Command } from "../queue/command.ts";
import { lan } from "../queue/rehearsal.ts";
import { type LiveClient, type LiveOffice, openOffice } from "./rehearsal.ts";

let office: LiveOffice;
beforeEach(async () => {
	office = await openOffice();
});
afterEach(() => office.close());

const where = (counterId: string) => ({ counterId, officer: lan });
const take = (serviceId = "ho-tich"): Command => ({
	type: "issue-ticket",
	serviceId,
	priorityClass: null,
	procedureCode: null,
	language: "vi",
	kioskId: null,
});
const callNext = (counterId = "quay-1"): Command => ({ type: "call-next", ...where(counterId) });

function done(...commands: readonly Command[]): void {
	for (const command of commands) office.apply(command);
	office.settle();
}

/** Takes a number and says which ticket it is. */
function taken(serviceId?: string): string {
	const [event] = office.apply(take(serviceId));
	office.settle();
	if (event?.type !== "ticket-issued") throw new Error("nobody got a number");
	return event.ticketId;
}

/** A client of each kind, the phone with a ticket of its own behind one other. */
async function oneOfEach(): Promise<LiveClient[]> {
	taken();
	const id = taken();
	const there = [
		office.client({ view: "board" }),
		office.client({ view: "kiosk", id: "kiosk-1" }),
		office.client({ view: "staff" }),
		office.client({ view: "ticket", id }),
	];
	await Promise.all(there.map(({ greeted }) => greeted));
	return there;
}

function cutOff(client: LiveClient): void {
	client.socket.close();
}

/** The same client again, with what it knew. */
async function back(cut: LiveClient, resume = resumeOf(cut)): Promise<LiveClient> {
	const auth = authOf(cut);
	const again = office.client({ ...auth, ...(resume && { resume }) }, cut.known);
	await again.greeted;
	return again;
}

function resumeOf({ known }: LiveClient) {
	return known.epoch === undefined ? undefined : { epoch: known.epoch, seq: known.seq };
}

const audiences: readonly Audience[] = ["board", "counter", "kiosk", "staff", "ticket"];

function authOf({ statusesRoom }: LiveClient): { view: Audience; id?: string } {
	const [kind = "", id] = statusesRoom.split(":");
	const view = audiences.find((audience) => audience === kind);
	if (!view) throw new Error(`${kind} is no audience`);
	return id === undefined ? { view } : { view, id };
}

const typesOf = (changes: readonly Change[]) => changes.map(({ type }) => type);

/** What boards and phones chime at; kiosks and staff are told how things stand. */
function callsIn(changes: readonly Change[]) {
	return changes
		.filter(({ type }) => type === "called")
		.map(({ seq, at, ticket, counter, callCount }) => ({ seq, at, ticket, counter, callCount }));
}

describe("who comes back", () => {
	test("gets each change that was missed as those who stayed got it, and no snapshot", async () => {
		const stayed = await oneOfEach();
		const cut = await Promise.all(stayed.map((client) => back(client, undefined)));
		for (const client of cut) cutOff(client);
		const before = stayed.map(({ changes }) => changes.length);
		for (const command of [take(), callNext(), take("chung-thuc"), callNext()]) done(command);
		await office.arrived(...stayed);
		const again = await Promise.all(cut.map((client) => back(client)));
		await office.arrived(...again);
		for (const [index, client] of again.entries()) {
			expect(client.snapshots).toEqual([]);
			expect(client.known).toEqual(stayed[index]?.known);
			const heard = stayed[index]?.changes.slice(before[index]) ?? [];
			expect(heard.length).toBeGreaterThan(0);
			expect(callsIn(client.changes)).toEqual(callsIn(heard));
		}
	});

	test("gets no snapshot and no change where nothing was missed, but is told how things stand", async () => {
		const there = await oneOfEach();
		for (const client of there) cutOff(client);
		for (const again of await Promise.all(there.map((client) => back(client)))) {
			await office.arrived(again);
			expect([again.snapshots, again.changes]).toEqual([[], []]);
		}
	});

	test("does so also after a restart of the hub", async () => {
		const there = await oneOfEach();
		for (const client of there) cutOff(client);
		done(take(), callNext(), { type: "start", ...where("quay-1") });
		const { ledger } = office;
		await office.close();
		office = await openOffice(ledger);
		const again = await Promise.all(there.map((client) => back(client)));
		await office.arrived(...again);
		expect(again.map(({ snapshots }) => snapshots.length)).toEqual([0, 0, 0, 0]);
		expect(again.map(({ changes }) => typesOf(changes))).toEqual([
			["called", "started"],
			["called"],
			["started"],
			["moved-up"],
		]);
		const newcomer = office.client({ view: "staff" });
		await newcomer.greeted;
		expect(again[2]?.known.rows).toEqual(newcomer.known.rows);
	});

	test("gets a snapshot when what was missed is gone, and changes as long as it is there", async () => {
		const [board] = await oneOfEach();
		if (!board) throw new Error("no board");
		cutOff(board);
		for (let number = 0; number < 1_000; number++) office.apply(take());
		office.settle();
		const inTime = await back(board);
		expect(inTime.snapshots).toEqual([]);
		expect(inTime.known.rows["service:ho-tich"]).toMatchObject({ waiting: 1_002 });
		done(take());
		const tooLate = await back(board);
		expect(tooLate.snapshots).toHaveLength(1);
		expect(tooLate.changes).toEqual([]);
		expect(tooLate.known.rows["service:ho-tich"]).toMatchObject({ waiting: 1_003 });
	});

	test.each([
		["of another day", (seq: number) => ({ epoch: "xa-tan-phu/2026-11-20", seq })],
		[
			"with a number from the future",
			(seq: number) => ({ epoch: "xa-tan-phu/2026-11-21", seq: seq + 1 }),
		],
	])("%s gets a snapshot", async (_name, resume) => {
		for (const client of await oneOfEach()) {
			cutOff(client);
			const again = await back(client, resume(office.hub.durableSeq));
			expect(again.snapshots).toHaveLength(1);
		}
	});

	test("on a phone with a number that was folded and never durable gets a snapshot", async () => {
		const phone = (await oneOfEach())[3];
		if (!phone) throw new Error("no phone");
		cutOff(phone);
		office.apply(take());
		const { epoch, durableSeq } = office.hub;
		const again = office.client(
			{ ...authOf(phone), resume: { epoch, seq: durableSeq + 1 } },
			phone.known,
		);
		await new Promise<void>((here) => again.socket.on("connect", here));
		office.settle();
		await again.greeted;
		expect(again.snapshots).toHaveLength(1);
	});

	test("gets a snapshot after other settings, since no change leads there", async () => {
		const there = await oneOfEach();
		for (const client of there) cutOff(client);
		office.fold({ type: "settings-applied", settings: office.hub.state.settings });
		office.settle();
		done(take());
		for (const again of await Promise.all(there.map((client) => back(client)))) {
			expect(again.snapshots).toHaveLength(1);
		}
	});

	test("is told of a call that was made while the disk was slow once it is durable, and never before", async () => {
		const there = await oneOfEach();
		for (const client of there) cutOff(client);
		office.apply(callNext());
		const again = there.map((client) =>
			office.client({ ...authOf(client), ...withResume(client) }, client.known),
		);
		await Promise.all(
			again.map(({ socket }) => new Promise<void>((here) => socket.on("connect", here))),
		);
		expect(again.map(({ changes }) => changes)).toEqual([[], [], [], []]);
		office.settle();
		await Promise.all(again.map(({ greeted }) => greeted));
		await office.arrived(...again);
		expect(again.map(({ changes }) => typesOf(changes))).toEqual([
			["called"],
			["called"],
			["called"],
			["moved-up"],
		]);
	});
});

function withResume(client: LiveClient) {
	const resume = resumeOf(client);
	return resume ? { resume } : {};
}

test("a board that comes back is told of each missed call together with its counter's row, to light it while it is open", async () => {
	for (let ticket = 0; ticket < 2; ticket++) taken();
	const board = office.client({ view: "board" });
	await board.greeted;
	cutOff(board);
	const counters = ["quay-1", "quay-2"];
	for (const counterId of counters) done(callNext(counterId));
	for (const counterId of counters) done({ type: "start", ...where(counterId) });
	const again = await back(board);
	await office.arrived(again);
	expect(
		again.changes.map(({ type, set }) => [type, Object.keys(set).includes("counter:quay-1")]),
	).toEqual([
		["called", true],
		["called", false],
		["started", true],
		["started", false],
	]);
	expect(again.changes[1]?.set).toHaveProperty("counter:quay-2");
});

describe("what became durable together", () => {
	test("goes out as one change where it carries rows alone, and every call as its own", async () => {
		const [board, kiosk] = await oneOfEach();
		if (!board || !kiosk) throw new Error("nobody is there");
		const seq = office.hub.durableSeq;
		done(
			take(),
			take("chung-thuc"),
			take(),
			callNext("quay-1"),
			callNext("quay-2"),
			take(),
			take(),
		);
		await office.arrived(board, kiosk);
		expect(board.changes.map((change) => [change.type, change.seq - seq])).toEqual([
			["called", 4],
			["called", 5],
			["issued", 7],
		]);
		expect(board.changes[0]).toMatchObject({
			ticket: { number: "A001" },
			counter: { label: "1" },
			set: { "service:chung-thuc": { waiting: 1 } },
		});
		expect(board.changes[2]?.set).toMatchObject({ "service:ho-tich": { waiting: 4 } });
		expect(kiosk.changes.map((change) => [change.type, change.seq - seq])).toEqual([["issued", 7]]);
	});

	test("is with a newcomer whose snapshot ends in the middle of it, each event once", async () => {
		office.apply(take());
		office.apply(callNext());
		// Its snapshot is taken here, and waits for the disk.
		const board = office.client({ view: "board" });
		await new Promise<void>((here) => board.socket.on("connect", here));
		office.apply(take());
		office.apply(callNext("quay-2"));
		office.settle();
		await board.greeted;
		await office.arrived(board);
		expect(typesOf(board.changes)).toEqual(["called"]);
		expect(Object.keys(board.known.rows)).toEqual(
			expect.arrayContaining(["call:A001", "call:A002"]),
		);
	});
});

describe("a phone", () => {
	test("is told that it moved up without a call that is not its own", async () => {
		const there = await oneOfEach();
		const phone = there[3];
		if (!phone) throw new Error("no phone");
		expect(phone.known.rows.ticket).toMatchObject({ number: "A002", ahead: 1 });
		done(callNext());
		await office.arrived(phone);
		expect(phone.known.rows.ticket).toMatchObject({ ahead: 0 });
		expect(JSON.stringify(phone.changes)).not.toContain("A001");
		done(callNext());
		await office.arrived(phone);
		expect(phone.changes.at(-1)).toMatchObject({ type: "called", ticket: { number: "A002" } });
	});

	test("moves up also where its number, its coming and the call of the one before it are written together", async () => {
		taken();
		const [issued] = office.apply(take());
		const id = issued?.type === "ticket-issued" ? issued.ticketId : "";
		const phone = office.client({ view: "ticket", id });
		await new Promise<void>((here) => phone.socket.on("connect", here));
		done(callNext());
		await phone.greeted;
		await office.arrived(phone);
		expect(phone.known.rows.ticket).toMatchObject({ ahead: 0 });
	});

	test("hears nothing of tickets that are taken, and of another service's calls", async () => {
		const there = await oneOfEach();
		const phone = there[3];
		if (!phone) throw new Error("no phone");
		office.fold({ type: "service-closed", serviceId: "chung-thuc", reason: null });
		office.fold({ type: "service-opened", serviceId: "chung-thuc" });
		const other = taken("chung-thuc");
		office.fold({
			type: "ticket-called",
			ticketId: other,
			counterId: "quay-1",
			rule: "first-come",
		});
		done(take(), take());
		await office.arrived(phone);
		expect(phone.changes).toEqual([]);
	});
});

describe("a device whose right was taken back", () => {
	test("is cut off in the same instant with all its views, and no other is", async () => {
		const boards = ["bang-1", "bang-1", "bang-2"].map((token) =>
			office.client({ view: "board", token }),
		);
		await Promise.all(boards.map(({ greeted }) => greeted));
		expect(office.here).toEqual(["bang-1", "bang-1", "bang-2"]);
		const gone = boards
			.slice(0, 2)
			.map(({ socket }) => new Promise((resolve) => socket.on("disconnect", resolve)));
		office.live.cutOff("bang-1");
		expect(office.here).toEqual(["bang-2"]);
		await Promise.all(gone);
		done(take());
		const other = boards.slice(2);
		await office.arrived(...other);
		expect(other.map(({ changes }) => changes.length)).toEqual([1]);
	});
});

/** Why a client is not let in. */
function refusal({ socket }: LiveClient): Promise<unknown> {
	return new Promise((refused) => {
		socket.on("connect_error", (error) => refused("data" in error ? error.data : error));
	});
}

test("a session that ends between the handshake and the view's beginning gets no view", async () => {
	const { signedIn } = office.staff;
	office.staff.signedIn = (cookie) => {
		const session = signedIn(cookie);
		// The sign-out comes in the tick in which nobody holds the newcomer yet.
		process.nextTick(() => {
			office.staff.signedIn = () => null;
			office.live.disconnectWhere(({ sessionKey }) => sessionKey === session?.key);
		});
		return session;
	};
	const { socket, snapshots } = office.client({ view: "staff" });
	const why = await new Promise((gone) => socket.on("disconnect", gone));
	expect(why).toBe("io server disconnect");
	expect(snapshots).toEqual([]);
	expect(await refusal(office.client({ view: "staff" }))).toEqual({ code: "session/required" });
});

test("a fault of the hub's own at the handshake is logged, and costs that client its view and nobody else", async () => {
	const [board] = await oneOfEach();
	const fault = new Error("không ngờ tới");
	office.staff.signedIn = () => {
		throw fault;
	};
	expect(await refusal(office.client({ view: "staff" }))).toEqual({ code: "hub/unexpected" });
	expect(office.faults).toEqual([{ err: fault }]);
	done(callNext());
	if (board) await office.arrived(board);
	expect(board?.changes.map(({ type }) => type)).toEqual(["called"]);
});

test("one at the beginning of a view does so too", async () => {
	const { signedIn } = office.staff;
	const fault = new Error("không ngờ tới");
	let asked = 0;
	office.staff.signedIn = (cookie) => {
		asked++;
		if (asked > 1) throw fault;
		return signedIn(cookie);
	};
	const { socket } = office.client({ view: "staff" });
	await new Promise((gone) => socket.on("disconnect", gone));
	expect(office.faults).toEqual([{ err: fault }]);
	await office.client({ view: "board" }).greeted;
});

describe("a write that failed", () => {
	test("leaves those alone who were here, and greets anew who waited for what never happened", async () => {
		const there = await oneOfEach();
		office.apply(take());
		office.apply(callNext());
		const newcomer = office.client({ view: "board" });
		await new Promise<void>((here) => newcomer.socket.on("connect", here));
		office.fail();
		await newcomer.greeted;
		expect(newcomer.snapshots).toHaveLength(1);
		expect(newcomer.known.rows).toEqual(there[0]?.known.rows);
		done(callNext());
		await office.arrived(...there, newcomer);
		for (const client of there) {
			expect(client.snapshots).toHaveLength(1);
			expect(client.changes).toHaveLength(1);
		}
		expect(newcomer.known).toEqual(there[0]?.known);
	});

	test("gives everybody a snapshot where the disk holds events that nobody was told of", async () => {
		const there = await oneOfEach();
		office.ledger.push({
			type: "counter-paused",
			counterId: "quay-2",
			seq: office.hub.durableSeq + 1,
			at: "2026-11-21T02:00:00.000Z",
		});
		office.fail();
		await office.arrived(...there);
		expect(there.map(({ snapshots }) => snapshots.length)).toEqual([2, 2, 2, 2]);
		expect(there[0]?.known.rows["counter:quay-2"]).toMatchObject({ status: "paused" });
	});
});

const command: fc.Arbitrary<Command> = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom("ho-tich", "chung-thuc").map((id) => take(id)) },
	{ weight: 3, arbitrary: fc.constantFrom("quay-1", "quay-2").map((id) => callNext(id)) },
	fc
		.tuple(
			fc.constantFrom("quay-1", "quay-2"),
			fc.constantFrom("recall" as const, "start" as const, "finish" as const, "miss" as const),
		)
		.map(([counterId, type]) => ({ type, ...where(counterId) })),
);

/** What may happen to an office and to a client that is cut off again and again. */
const step = fc.oneof(
	{ weight: 6, arbitrary: command.map((one) => ({ do: "command" as const, command: one })) },
	{ weight: 1, arbitrary: fc.constant({ do: "seal" as const }) },
	{ weight: 1, arbitrary: fc.constant({ do: "settle" as const }) },
	{ weight: 1, arbitrary: fc.constant({ do: "fail" as const }) },
	{ weight: 2, arbitrary: fc.constant({ do: "cut" as const }) },
	{ weight: 2, arbitrary: fc.constant({ do: "back" as const }) },
	{ weight: 1, arbitrary: fc.constant({ do: "join" as const }) },
	{ weight: 1, arbitrary: fc.constant({ do: "arrive" as const }) },
);

test.each([...audiences.map((view) => [view, "plain"] as const), ["board", "compressed"] as const])(
	"a %s cut off at any moment, or one that joins then, has the rows of one that was never cut, and hears every call once, in %s messages",
	async (view, messages) => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				const own = await openOffice([], messages === "compressed");
				try {
					const [issued] = own.apply(take());
					own.settle();
					const ticketId = issued?.type === "ticket-issued" ? issued.ticketId : "";
					const id = { ticket: ticketId, kiosk: "kiosk-1", counter: "quay-1" }[view as string];
					const auth: LiveAuth = id === undefined ? { view } : { view, id };
					const stayed = own.client(auth);
					let coming = own.client(auth);
					await Promise.all([stayed.greeted, coming.greeted]);
					const seen: Change[][] = [coming.changes];
					const joined: LiveClient[] = [];
					let isCut = false;
					const comeBack = () => {
						isCut = false;
						coming = own.client({ ...auth, ...withResume(coming) }, coming.known);
						seen.push(coming.changes);
					};
					for (const one of steps) {
						if (one.do === "command") own.apply(one.command);
						else if (one.do === "seal") own.seal();
						else if (one.do === "settle") own.arrive();
						else if (one.do === "fail") own.fail();
						else if (one.do === "arrive") await own.arrived(stayed);
						else if (one.do === "join") joined.push(own.client(auth));
						else if (one.do === "cut") {
							coming.socket.close();
							isCut = true;
						} else if (isCut) comeBack();
					}
					own.settle();
					if (isCut) comeBack();
					await Promise.all([coming, ...joined].map(({ greeted }) => greeted));
					await own.arrived(stayed, coming, ...joined);
					const { epoch, rows } = stayed.known;
					for (const { known } of [coming, ...joined]) {
						// Of what changes nothing of theirs, phones and counters hear nothing, not even its number.
						expect({ epoch: known.epoch, rows: known.rows }).toEqual({ epoch, rows });
					}
					// Others are told how things stand, many calls as one change.
					if (view !== "board" && view !== "ticket") return;
					expect(callsIn(seen.flat())).toEqual(callsIn(stayed.changes));
				} finally {
					await own.close();
				}
			}),
			{ numRuns: 60 },
		);
	},
);
