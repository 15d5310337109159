import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Problem } from "../protocol/problem.ts";
import type {
	ActAnswer,
	CallAnswer,
	FoundTicket,
	NextAnswer,
	QueueAnswer,
	UndoAnswer,
} from "../protocol/staff.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "./ask.ts";
import { noonOffice } from "./faults/noon-office.ts";
import {
	type HubProcess,
	projectRoot,
	removeTemporaryDirectories,
	startHubProcess,
} from "./hub-process.ts";

let hub: HubProcess;
let ask: ReturnType<typeof asker>;
let staff: ReturnType<typeof asker>;

/** The sample office with rules of its own: one with priority, one without, one of three calls for a result. */
beforeAll(async () => {
	// A slot a few minutes from now is one of today.
	const OFFICE_FILE = await noonOffice((office) => {
		office.catalogue = join(projectRoot, "config/procedures");
		office.calling = {
			classes: { rule: "ratio", priority: 1, ordinary: 1 },
			appointments: { earlyMinutes: 10, lateMinutes: 10 },
		};
		office.tickets = { recallsUntilMissed: 1, maxFiles: 5 };
	});
	hub = await startHubProcess({ OFFICE_FILE });
	ask = asker(hub.url);
	staff = asker(hub.url, await signIn(hub.url));
});
afterAll(async () => {
	expect(await hub.stop()).toBe(0);
	await removeTemporaryDirectories();
});

beforeEach(async () => {
	// Each begins with nobody waiting.
	for (const counter of ["quay-1", "quay-2"]) {
		await staff("POST", `/api/counters/${counter}/open`, {});
	}
	const { waiting, parked, missed } = (await staff<QueueAnswer>("GET", "/api/queue")).body;
	for (const { id } of [...waiting, ...parked, ...missed])
		await ask("DELETE", `/api/tickets/${id}`);
	await staff("POST", "/api/counters/quay-1/finish", {});
	await staff("POST", "/api/counters/quay-2/finish", {});
});

const take = async (more: object = {}) =>
	(await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich", ...more })).body;
const act = <T = ActAnswer>(name: string, body: object = {}, counter = "quay-1") =>
	staff<T>("POST", `/api/counters/${counter}/${name}`, body);
const refused = async (name: string, body: object = {}) => {
	const { status, body: problem } = await act<Problem>(name, body);
	return `${status} ${problem.code}`;
};

describe("priority", () => {
	test("puts somebody before who came earlier, says so in both languages, and where it will", async () => {
		const ordinary = await take();
		const elderly = await take({ priorityClass: "nguoi-cao-tuoi" });
		expect([ordinary.ahead, elderly.ahead]).toEqual([0, 0]);
		expect((await ask<TicketAnswer>("GET", `/api/tickets/${ordinary.ticket.id}`)).body.ahead).toBe(
			1,
		);
		const { waiting } = (await staff<QueueAnswer>("GET", "/api/queue?counter=quay-1")).body;
		expect(waiting.map(({ number, why }) => [number, why.rule])).toEqual([
			[elderly.ticket.number, "ratio"],
			[ordinary.ticket.number, "first-come"],
		]);
		const { body } = await act<CallAnswer>("call-next");
		expect(body.ticket?.id).toBe(elderly.ticket.id);
		expect(body.why).toEqual(waiting[0]?.why);
		expect(body.why?.detail.vi).toContain(`trước ${ordinary.ticket.number}`);
		expect(body.why?.detail.en).toContain(`before ${ordinary.ticket.number}`);
	});
});

describe("somebody who mends a form", () => {
	test("is parked and back at the same counter next", async () => {
		const { ticket } = await take();
		await take();
		await act("call-next");
		expect((await act("park")).body.ticket).toMatchObject({ id: ticket.id, state: "parked" });
		const { parked } = (await staff<QueueAnswer>("GET", "/api/queue")).body;
		expect(parked).toMatchObject([{ id: ticket.id, counterId: "quay-1" }]);
		expect(Date.parse(parked[0]?.since ?? "")).toBeLessThanOrEqual(Date.now());
		expect((await act("unpark", { ticketId: ticket.id })).body.ticket.state).toBe("waiting");
		const { body } = await act<CallAnswer>("call-next");
		expect(body.ticket).toMatchObject({ id: ticket.id, number: ticket.number });
	});
});

describe("somebody who does not come", () => {
	test("is missed by the recall after the last, and restored", async () => {
		const { ticket } = await take();
		await act("call-next");
		expect((await act("recall")).body.ticket.state).toBe("called");
		expect((await act("recall")).body.ticket.state).toBe("missed");
		expect((await act("restore", { ticketId: ticket.id })).body.ticket.state).toBe("waiting");
		expect(await refused("restore", { ticketId: ticket.id })).toBe("409 ticket/not-missed");
	});
});

describe("sending somebody elsewhere", () => {
	test("to one counter alone, and undoing it", async () => {
		const { ticket } = await take();
		await act("call-next");
		await act("transfer", { toCounterId: "quay-2" });
		expect((await act<CallAnswer>("call-next")).body.ticket).toBeNull();
		const { waiting } = (await staff<QueueAnswer>("GET", "/api/queue?counter=quay-2")).body;
		expect(waiting).toMatchObject([{ id: ticket.id, reservedFor: "quay-2" }]);
		const undone = await act<UndoAnswer>("undo");
		expect(undone.body.tickets).toMatchObject([{ id: ticket.id, state: "called" }]);
		expect(await refused("undo")).toBe("409 counter/nothing-to-undo");
	});

	test("to a counter that pauses: whoever was kept for it is called elsewhere, and nobody is sent there", async () => {
		const { ticket } = await take();
		await act("call-next");
		await act("transfer", { toCounterId: "quay-2" });
		await act("pause", {}, "quay-2");
		const { body } = await act<CallAnswer>("call-next");
		expect(body.ticket).toMatchObject({ id: ticket.id, number: ticket.number });
		expect(await refused("transfer", { toCounterId: "quay-2" })).toBe("409 counter/not-open");
	});

	test("the same undo sent twice is one", async () => {
		const { ticket } = await take();
		await act("call-next");
		const key = { "idempotency-key": "hoan-tac-1" };
		const undo = () => staff<UndoAnswer>("POST", "/api/counters/quay-1/undo", {}, key);
		const [first, second] = [await undo(), await undo()];
		expect(first.body.tickets).toMatchObject([{ id: ticket.id, state: "waiting" }]);
		expect(second).toMatchObject({ status: 200, body: first.body });
	});

	test("on a visit goes by itself", async () => {
		const { ticket } = await take({ visit: ["chung-thuc"], files: 3 });
		expect(ticket).toMatchObject({ visit: ["chung-thuc"], files: 3 });
		await act("call-next");
		expect((await act("finish")).body.ticket).toMatchObject({
			id: ticket.id,
			number: ticket.number,
			state: "waiting",
			serviceId: "chung-thuc",
			visit: [],
		});
	});
});

describe("out of turn", () => {
	test("needs a reason, which stands in the log with who did it", async () => {
		await take();
		const { ticket } = await take();
		expect(await refused("call", { ticketId: ticket.id })).toBe("422 ticket/reason-needed");
		const { body } = await act<CallAnswer>("call", {
			ticketId: ticket.id,
			reason: "Cụ bà đang mệt",
		});
		expect(body).toMatchObject({
			ticket: { id: ticket.id },
			why: { rule: "out-of-turn", detail: { vi: expect.stringContaining("Cụ bà đang mệt") } },
		});
		const log = await staff("GET", "/api/admin/log.csv");
		expect(log.body).toMatch(new RegExp(`admin.*${ticket.number}.*Cụ bà đang mệt`));
	});
});

describe("giving up", () => {
	test("is the holder's with the ticket's id alone, once or often", async () => {
		const { ticket } = await take();
		for (let time = 0; time < 2; time++) {
			const { status, body } = await ask<TicketAnswer>("DELETE", `/api/tickets/${ticket.id}`);
			expect([status, body.ticket.state, body.ahead]).toEqual([200, "cancelled", null]);
		}
		expect((await ask("DELETE", `/api/tickets/${"A".repeat(22)}`)).status).toBe(404);
	});

	test("is not possible while being served", async () => {
		const { ticket } = await take();
		await act("call-next");
		await act("start");
		const { status, body } = await ask<Problem>("DELETE", `/api/tickets/${ticket.id}`);
		expect([status, body.code]).toEqual([409, "ticket/being-served"]);
		expect(await refused("cancel")).toBe("409 ticket/being-served");
	});
});

describe("an appointment", () => {
	test("is called from its window on, before who came earlier; too late it is none", async () => {
		const slot = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
		await take();
		const late = await take({ appointmentAt: slot(-30) });
		expect(late.ticket.appointmentAt).toBeNull();
		const kept = await take({ appointmentAt: slot(5) });
		expect([kept.ahead, late.ahead]).toEqual([0, 1]);
		const { body } = await act<CallAnswer>("call-next");
		expect([body.ticket?.id, body.why?.rule]).toEqual([kept.ticket.id, "appointment"]);
	});
});

test.each([
	[{ files: 6 }, "409 ticket/too-many-files"],
	[{ files: 0 }, "400 request/invalid"],
	[{ visit: ["ho-tich"] }, "422 visit/service-twice"],
	[{ visit: ["khong-co"] }, "404 service/unknown"],
	[{ appointmentAt: "sáng mai" }, "400 request/invalid"],
	[{ appointmentAt: "2099-01-04T02:00:00Z" }, "409 appointment/other-day"],
])("a number with %j is refused: %s", async (more, answer) => {
	const asked = { serviceId: "ho-tich", ...more };
	const { status, body } = await ask<Problem>("POST", "/api/tickets", asked);
	expect(`${status} ${body.code}`).toBe(answer);
});

test("an officer finds any number of today, wherever it is, and how it came there", async () => {
	const { ticket } = await take({ priorityClass: "nguoi-cao-tuoi" });
	const find = (number: string) => staff<FoundTicket>("GET", `/api/queue/${number}`);
	expect((await find(ticket.number.toLowerCase())).body).toMatchObject({
		ticket: { id: ticket.id, state: "waiting", counter: null },
		ahead: 0,
		since: null,
	});
	await act("call-next");
	await act("park", { reason: "Thiếu bản sao" });
	const { body } = await find(ticket.number);
	expect(body).toMatchObject({
		ticket: { state: "parked", counter: { id: "quay-1" } },
		ahead: null,
	});
	expect(body.since).not.toBeNull();
	expect(body.notes.map(({ text }) => text)).toEqual(["Thiếu bản sao"]);
	expect(await find("Z999")).toMatchObject({ status: 404, body: { code: "ticket/unknown" } });
	expect((await ask("GET", `/api/queue/${ticket.number}`)).status).toBe(401);
});

test("whom a counter would call now is told to it alone, and is nobody while it is paused", async () => {
	const next = async () =>
		(await staff<NextAnswer>("GET", "/api/counters/quay-1/next")).body.next?.number ?? null;
	expect(await next()).toBeNull();
	const { ticket } = await take();
	const kept = await take();
	await act("transfer", { ticketId: kept.ticket.id, toCounterId: "quay-2" });
	expect(await next()).toBe(ticket.number);
	await act("call-next");
	// Whoever is kept for another counter is not called here.
	expect(await next()).toBeNull();
	await take();
	expect(await next()).not.toBeNull();
	await act("pause");
	expect(await next()).toBeNull();
	expect((await staff("GET", "/api/counters/quay-9/next")).status).toBe(404);
});

test("an officer takes a number for somebody from any machine, printed where they say or nowhere", async () => {
	const elsewhere = { "x-forwarded-for": "192.168.1.77" };
	const wish = { serviceId: "ho-tich", priorityClass: "nguoi-cao-tuoi" };
	const said = await staff<TicketAnswer>("POST", "/api/tickets", wish, elsewhere);
	expect(said).toMatchObject({ status: 201, body: { print: null } });
	const printed = { ...wish, kioskId: "kiosk-1" };
	const paper = await staff<TicketAnswer>("POST", "/api/tickets", printed, elsewhere);
	expect(paper.body.print).toMatchObject({ state: "queued" });
	const nowhere = { ...wish, kioskId: "kiosk-9" };
	expect((await staff("POST", "/api/tickets", nowhere, elsewhere)).status).toBe(404);
	expect((await ask("POST", "/api/tickets", wish, elsewhere)).status).toBe(403);
	const again = { ...elsewhere, "idempotency-key": "mot-lan-thoi" };
	const once = await staff<TicketAnswer>("POST", "/api/tickets", wish, again);
	const twice = await staff<TicketAnswer>("POST", "/api/tickets", wish, again);
	expect(twice.body.ticket.id).toBe(once.body.ticket.id);
});
