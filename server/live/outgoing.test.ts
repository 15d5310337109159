import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Audience, LiveAuth } from "../../protocol/live.ts";
import type { Ticket } from "../queue/ticket.ts";
import { wrongParts } from "./outgoing.ts";
import { type LiveOffice, openOffice } from "./rehearsal.ts";

let office: LiveOffice;
beforeEach(async () => {
	office = await openOffice();
});
afterEach(() => office.close());

const board: LiveAuth = { view: "board" };

/** A ticket as it should not stand in the state; a test says how. */
function waitingTicket(changes: Partial<Ticket> = {}): Ticket {
	const [event] = office.apply({
		type: "issue-ticket",
		serviceId: "ho-tich",
		priorityClass: null,
		procedureCode: null,
		language: "vi",
		kioskId: null,
	});
	const ticket = event?.type === "ticket-issued" && office.hub.state.tickets.get(event.ticketId);
	if (!ticket) throw new Error("nobody got a number");
	return Object.assign(ticket, changes);
}

function callNext(): void {
	office.apply({
		type: "call-next",
		counterId: "quay-1",
		officer: { username: "lan", name: "Nguyễn Thị Lan" },
	});
	office.settle();
}

describe("what is not as it should be", () => {
	test("is logged once for all who hear it together, counted, and told all the same", async () => {
		const screens = [office.client(board), office.client(board)];
		await Promise.all(screens.map(({ greeted }) => greeted));
		expect([office.faults, office.live.figures().wrong]).toEqual([[], 0]);
		waitingTicket({ number: "bí mật" });
		callNext();
		await office.arrived(...screens);
		const allowed = "text like the pattern";
		expect(office.faults).toEqual([
			{
				audience: "board",
				event: "change",
				faults: expect.arrayContaining([
					{ path: "/ticket/number", found: "text", allowed: expect.stringContaining(allowed) },
				]),
			},
		]);
		expect(JSON.stringify(office.faults)).not.toContain("bí mật");
		expect(office.live.figures().wrong).toBe(1);
		for (const { changes, wrong } of screens) {
			expect(changes.map(({ type }) => type)).toEqual(["called"]);
			expect(wrong.splice(0).map(({ path }) => path)).toContain("/ticket/number");
		}
	});

	test("is seen in the whole view of one who comes, and in a status", async () => {
		const ticket = waitingTicket();
		callNext();
		ticket.callCount = -1;
		const staff = office.client({ view: "staff" });
		await staff.greeted;
		const kinds = () => office.faults.map((fault) => JSON.stringify(fault)).join("\n");
		expect(kinds()).toContain("/view/counter:…/current/callCount");
		office.live.tell("board", { topic: "devices", waiting: [], paired: [] });
		expect(kinds()).toContain("one of waits, settings, hub");
		expect(office.live.figures().wrong).toBe(2);
		expect(staff.wrong.splice(0)).toHaveLength(1);
	});

	test("is logged once and counted each time", async () => {
		const screen = office.client(board);
		await screen.greeted;
		for (let time = 0; time < 3; time++) {
			office.live.tell("board", { topic: "devices", waiting: [], paired: [] });
		}
		await office.arrived(screen);
		expect(office.live.figures().wrong).toBe(3);
		expect(office.faults).toHaveLength(1);
		expect(screen.wrong.splice(0)).toHaveLength(3);
	});
});

const called = {
	seq: 7,
	type: "called",
	at: "2026-11-21T01:00:00.000Z",
	ticket: { number: "A001", serviceId: "ho-tich" },
	counter: { id: "quay-1", label: "1" },
	callCount: 1,
};
const call = {
	kind: "call",
	number: "A001",
	serviceId: "ho-tich",
	counter: { id: "quay-1", label: "1" },
	callCount: 1,
	at: called.at,
	calledSeq: 7,
};
const screen = {
	kind: "screen",
	id: "quay-1",
	label: "1",
	status: "open",
	services: [{ vi: "Hộ tịch", en: "Civil status" }],
	current: null,
	next: "A002",
};
const ticketId = "q83vEjRWeJASNFZ4kBI0Vg";

describe("nobody is told", () => {
	test.each<[string, Audience, object, string, string]>([
		[
			"a ticket's id beside a call",
			"board",
			{ "call:A001": { ...call, ticketId } },
			"/set/call:…/ticketId",
			"text",
		],
		[
			"a ticket's id where its number stands",
			"board",
			{ "call:A001": { ...call, number: ticketId } },
			"/set/call:…/number",
			"text",
		],
		["a row under a ticket's id", "board", { [ticketId]: null }, "/set/…", "null"],
		["a row of another kind", "board", { "service:ho-tich": call }, "/set/service:…/kind", "text"],
		["a row that others have", "kiosk", { "call:A001": call }, "/set/call:…", "an object"],
		[
			"who comes next by the ticket's id",
			"counter",
			{ screen: { ...screen, next: ticketId } },
			"/set/screen/next",
			"text",
		],
	])("%s", (_name, audience, set, path, found) => {
		const parts = wrongParts(audience, "change", { ...called, set });
		expect(parts).toContainEqual(expect.objectContaining({ path, found }));
		expect(JSON.stringify(parts)).not.toContain(ticketId);
	});

	test("but what it should be told is all right", () => {
		const set = { "call:A001": call, "call:A000": null };
		expect(wrongParts("board", "change", { ...called, set })).toEqual([]);
		expect(wrongParts("counter", "change", { ...called, set: { screen } })).toEqual([]);
	});
});
