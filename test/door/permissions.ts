import type { DeviceList, PairingAsked } from "../../protocol/devices.ts";
import type { Health } from "../../protocol/health.ts";
import type { Audience } from "../../protocol/live.ts";
import type { EnterSlip, SlipAnswer } from "../../protocol/slips.ts";
import type { ActAnswer } from "../../protocol/staff.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { aTicket, type Caller, type Lobby, post } from "./callers.ts";
import {
	admins,
	anyone,
	anyoneAtACost,
	boards,
	boardsOfThatName,
	holder,
	kiosks,
	kiosksAndOfficers,
	machine,
	metricsReaders,
	officers,
	type Particulars,
	printAgents,
	type Row,
	signedIn,
	supervisors,
} from "./rights.ts";

/**
 * Who may ask what: a line for every route there is, asked from the first to the last. HEAD is answered as GET is. A new route's line: its method and
 * path, who may, what they are answered, and, where it takes any, parameters and a body that are right.
 */
export const permissions: Record<string, Row> = {
	"GET /": anyone(200),
	"GET /kiosk": anyone(302),
	"GET /kiosk/*": anyone(200, { params: { "*": "index.html" } }),
	"GET /display/*": anyone(200, { params: { "*": "board.html" } }),
	"GET /phone/*": anyone(200, { params: { "*": "phone.html" } }),
	"GET /display/board": anyone(200),
	"GET /display/counter/:counterId": anyone(200, { params: { counterId: "quay-1" } }),
	"GET /staff": anyone(302),
	"GET /staff/*": anyone(200, { params: { "*": "index.html" } }),
	"GET /pages/*": anyone(200, { params: { "*": "pages.css" } }),
	"GET /t/:ticketId": anyone(200, { params: { ticketId: "khong-co" } }),
	"GET /printers/:id/paper": machine(200, { params: { id: "printer-1" } }),
	"GET /printers/:id/paper/:jobId.png": machine(200, printed),

	"GET /api/docs": anyone(200),
	"HEAD /api/docs/": anyone(200),
	"GET /api/docs/json": anyone(200),
	"GET /api/docs/yaml": anyone(200),
	"GET /api/docs/static/*": anyone(200, { params: { "*": "swagger-ui.css" } }),
	"GET /api/docs/static/index.html": anyone(302),
	"GET /api/docs/static/swagger-initializer.js": anyone(200),
	"GET /api/openapi.json": anyone(200),

	"GET /metrics": metricsReaders(200),
	"GET /api/health": anyone(200),
	"GET /api/office": anyone(200),
	"GET /api/slides/:name": anyone("request/not-found", { params: { name: "khong-co.png" } }),
	"GET /api/voice/:language": anyone(200, { params: { language: "vi" } }),
	"GET /api/voice/clips/:file": anyone("request/not-found", { params: { file: "khong-co.opus" } }),
	"GET /api/fields": anyone(200),
	"GET /api/languages/:code": anyone("language/unknown", { params: { code: "qaa" } }),
	"GET /api/life-events": anyone(200),
	"GET /api/procedures": anyone(200, { query: "?q=khai%20sinh" }),
	"GET /api/procedures/:code": anyone(200, { params: { code: "1.001193" } }),
	"GET /api/catalogue/:hash": anyone("catalogue/unknown", { params: { hash: "da-cu" } }),
	"GET /api/catalogue/:hash/procedures": anyone("catalogue/unknown", { params: { hash: "da-cu" } }),
	"POST /api/tickets": kiosksAndOfficers(201, { body: aTicket }),
	"GET /api/tickets/:id": holder(200, (_lobby, { ticketId }) => ({
		params: { id: ticketId ?? "A".repeat(22) },
	})),

	"POST /api/tickets/:id/print": kiosksAndOfficers(200, async (lobby) => ({
		params: { id: await takesATicket(lobby) },
		body: { kioskId: "kiosk-1" },
	})),
	"POST /api/procedures/:code/print": kiosks(200, {
		params: { code: "1.001193" },
		body: { kioskId: "kiosk-1" },
	}),
	"DELETE /api/tickets/:id": holder(200, async (lobby, { ticketId }) => ({
		params: { id: ticketId === undefined ? "A".repeat(22) : await takesATicket(lobby) },
	})),

	"POST /api/devices/pairings": anyone(201, { body: aBoard(), headers: sameRequest() }),
	"POST /api/devices/pairings/collect": anyone(200, async (lobby) => ({
		body: { secret: (await asksToBeLetIn(lobby)).secret },
	})),

	"POST /api/counters/:id/open": officers(200, atOwnCounter),
	"POST /api/counters/:id/call-next": officers(200, withSomebodyCalled),
	"POST /api/counters/:id/recall": officers(200, withSomebodyCalled),
	"POST /api/counters/:id/start": officers(200, withSomebodyCalled),
	"POST /api/counters/:id/finish": officers(200, withSomebodyCalled),
	"POST /api/counters/:id/miss": officers(200, withSomebodyCalled),
	"POST /api/counters/:id/park": officers(200, withSomebodyCalled),
	"POST /api/counters/:id/undo": officers(200, withSomebodyCalled),
	"POST /api/counters/:id/cancel": officers(200, withSomebodyCalled),
	"POST /api/counters/:id/transfer": officers(200, async (lobby, caller) => ({
		...(await withSomebodyCalled(lobby, caller)),
		body: { toCounterId: caller.seat?.counterId },
	})),
	"POST /api/counters/:id/unpark": officers(200, (lobby, caller) => aside(lobby, caller, "park")),
	"POST /api/counters/:id/restore": officers(200, (lobby, caller) => aside(lobby, caller, "miss")),
	"POST /api/counters/:id/call": officers(200, async (lobby, caller) => ({
		...(await withSomebodyCalled(lobby, caller)),
		body: {
			ticketId: await takesATicket(lobby, caller.seat?.serviceId),
			reason: "Cụ bà đang mệt",
		},
	})),
	"POST /api/counters/:id/pause": officers(200, withSomebodyCalled),
	"POST /api/counters/:id/close": officers(200, async (lobby, caller) => ({
		...(await withSomebodyCalled(lobby, caller)),
		body: { current: "finish" },
	})),
	"GET /api/counters/:id/next": officers(200, { params: { id: "quay-1" } }),
	"GET /api/queue": officers(200),
	"GET /api/slips": officers(200),
	"POST /api/slips": officers(201, () => ({ body: nextSlip() })),
	"POST /api/slips/:id/withdraw": officers(200, async (lobby) => {
		const entered = await lobby.ask(lobby.callers.admin, post("/api/slips", nextSlip()));
		const { slip } = entered.body as SlipAnswer;
		return { params: { id: slip.id }, body: {} };
	}),
	"GET /api/queue/:number": officers(200, async (lobby) => ({
		params: { number: await takesANumber(lobby) },
	})),
	"GET /api/hall": officers(200),
	"GET /api/admin/settings": admins(200),
	"GET /api/admin/settings/versions/:number": admins(200, { params: { number: "1" } }),
	"POST /api/admin/settings/check": admins(200, { body: { office: {} } }),
	"PUT /api/admin/settings": admins("settings/wrong", { body: { ifVersion: 1, office: {} } }),
	"POST /api/admin/settings/back": admins(200, { body: { ifVersion: 1, to: 1 } }),
	"GET /api/admin/settings/pictures": admins("request/not-found", {
		query: "?picture=kept%3Akhong-co.png",
	}),
	"POST /api/admin/settings/pictures": admins("picture/none", { body: {} }),
	"GET /api/reports/waits": supervisors(200),
	"GET /api/reports/day": supervisors(200),
	"GET /api/reports/day.csv": supervisors(200),
	"GET /api/reports/day.xlsx": supervisors(200),
	"POST /api/hall/stop": supervisors(200, { body: { reason: "power" } }),
	"POST /api/hall/resume": supervisors(200),
	"POST /api/hall/counters/:id/pause": supervisors(200, withSomebodyCalled),
	"POST /api/hall/counters/:id/open": supervisors(200, withSomebodyCalled),
	"POST /api/hall/counters/:id/close": supervisors(200, async (lobby, caller) => ({
		...(await withSomebodyCalled(lobby, caller)),
		body: { current: "finish" },
	})),
	"POST /api/hall/policy": supervisors(200, { body: { policy: "usual" } }),
	"POST /api/hall/hours": supervisors(200, { body: { periods: "usual" } }),
	"POST /api/services/:id/close": supervisors(200, { params: { id: "dat-dai" }, body: {} }),
	"POST /api/services/:id/open": supervisors(200, { params: { id: "dat-dai" } }),
	"POST /api/services/:id/quota": supervisors(200, {
		params: { id: "dat-dai" },
		body: { quota: "usual" },
	}),
	"GET /api/printers": officers(200),
	"POST /api/printers/:id/test": officers(200, { params: { id: "printer-1" } }),
	"POST /api/printers/:id/check": officers(200, { params: { id: "printer-1" } }),
	"POST /api/printers/:id/pause": supervisors(200, { params: { id: "printer-1" } }),
	"POST /api/printers/:id/resume": supervisors(200, { params: { id: "printer-1" } }),
	"POST /api/clock/confirm": supervisors(200, today),

	"GET /api/admin/accounts": admins(200),
	"POST /api/admin/accounts": admins(201, {
		body: { username: "moi", password: "năm con mèo tím", name: "Lê Thị Mới", roles: ["officer"] },
	}),
	"PATCH /api/admin/accounts/:username": admins(200, {
		params: { username: "moi" },
		body: { name: "Lê Thị Cũ" },
	}),
	"POST /api/admin/accounts/:username/password": admins(200, {
		params: { username: "moi" },
		body: { password: "sáu con mèo tím" },
	}),
	"POST /api/admin/accounts/:username/end-sessions": admins(200, {
		params: { username: "moi" },
		body: {},
	}),
	"GET /api/admin/log": admins(200),
	"GET /api/admin/log.csv": admins(200),
	"GET /api/admin/devices": admins(200),
	"POST /api/admin/devices/find": admins(200, async (lobby) => ({
		body: { code: (await asksToBeLetIn(lobby)).code },
	})),
	"POST /api/admin/devices/:id/refuse": admins(204, async (lobby, caller) => ({
		params: { id: await waitingId(lobby, caller) },
	})),
	"POST /api/admin/devices/accept": admins(201, async (lobby) => ({
		body: { code: (await asksToBeLetIn(lobby, "chap-nhan")).code, name: "Bảng ở sảnh" },
	})),
	"POST /api/admin/devices/:id/rename": admins(200, async (lobby) => ({
		params: { id: (await lobby.letIn("board", "sanh")).id },
		body: { name: "Bảng ở cổng" },
	})),
	"DELETE /api/admin/devices/:id": admins(204, async (lobby) => ({
		params: { id: (await lobby.letIn("board", "sanh")).id },
	})),

	"GET /api/session": signedIn(200),
	// It takes the right password, and not the one that holds already.
	"POST /api/session/password": signedIn("password/same", (_lobby, { account }) => ({
		body: { password: account?.password, newPassword: account?.password },
	})),
	"DELETE /api/session": signedIn(204),
	// Lets those in again who went out above; a stranger knows an officer's password.
	"POST /api/session": anyoneAtACost(200, ({ callers }, { name, account }) => ({
		body: name === "nobody" ? callers.officer.account : (account ?? {}),
	})),
	// The last: nobody is signed in after it.
	"POST /api/session/end-all": signedIn(204, { body: {} }),
};

/** How a client is let into a view. */
export const into = 101;

/** Who may follow which view; the particulars are the handshake's `auth`, in `body`. */
export const views: Record<Audience | "supervisor" | "khong-co", Row> = {
	board: boards(into, { body: {} }),
	kiosk: kiosks(into, { body: { id: "kiosk-1" } }),
	staff: officers(into, { body: {} }),
	ticket: holder(into, (_lobby, { ticketId }) => ({ body: { id: ticketId ?? "A".repeat(22) } })),
	counter: boardsOfThatName(into, { body: { id: "quay-1" } }),
	// There are none yet.
	supervisor: anyone("request/invalid", { body: {} }),
	"khong-co": anyone("request/invalid", { body: {} }),
};

/** Who gets jobs to print. */
export const printing = printAgents(into, { body: { name: "may-in-1" } });

function aBoard() {
	return { role: "board", place: "sanh" };
}

/** One wish, however many ask: there are but a few places for those that wait. */
function sameRequest(key = "mot-lan") {
	return { "idempotency-key": key };
}

async function asksToBeLetIn(lobby: Lobby, key?: string): Promise<PairingAsked> {
	const asked = {
		...post("/api/devices/pairings", aBoard()),
		headers: sameRequest(key),
	};
	return (await lobby.ask<PairingAsked>(lobby.callers.nobody, asked)).body;
}

async function waitingId(lobby: Lobby, caller: Caller): Promise<string> {
	await asksToBeLetIn(lobby);
	const list = { method: "GET", path: "/api/admin/devices" };
	const { body } = await lobby.ask<DeviceList>(caller, list);
	return body.waiting[0]?.id ?? "";
}

let slips = 900;

/** A number on paper that was given just now. */
function nextSlip(): EnterSlip {
	slips++;
	const takenAt = new Date().toISOString();
	return { number: `A${slips}`, serviceId: "ho-tich", takenAt, as: "waiting" };
}

function atOwnCounter(_lobby: Lobby, { seat }: Caller): Particulars {
	const { counterId = "" } = seat ?? {};
	return { params: { id: counterId }, body: {} };
}

/** Somebody was called to the officer's counter, and somebody else waits. */
async function withSomebodyCalled(lobby: Lobby, caller: Caller): Promise<Particulars> {
	const { counterId = "", serviceId = "" } = caller.seat ?? {};
	for (let people = 0; people < 2; people++) {
		await lobby.ask(lobby.callers.local, post("/api/tickets", { serviceId }));
	}
	await lobby.ask(caller, post(`/api/counters/${counterId}/open`, {}));
	await lobby.ask(caller, post(`/api/counters/${counterId}/call-next`, {}));
	return { params: { id: counterId }, body: {} };
}

/** Somebody was called to the officer's counter and put aside. */
async function aside(lobby: Lobby, caller: Caller, act: "park" | "miss"): Promise<Particulars> {
	const { params } = await withSomebodyCalled(lobby, caller);
	const put = post(`/api/counters/${params?.id}/${act}`, {});
	const { body } = await lobby.ask<ActAnswer>(caller, put);
	return { ...(params && { params }), body: { ticketId: body.ticket?.id ?? "khong-co" } };
}

/** Takes a number and answers with the key of it. */
async function takesATicket(lobby: Lobby, serviceId?: string): Promise<string> {
	return (await takes(lobby, serviceId)).id;
}

async function takesANumber(lobby: Lobby): Promise<string> {
	return (await takes(lobby)).number;
}

async function takes(lobby: Lobby, serviceId?: string): Promise<TicketAnswer["ticket"]> {
	const asked = post("/api/tickets", serviceId === undefined ? aTicket : { serviceId });
	return (await lobby.ask<TicketAnswer>(lobby.callers.local, asked)).body.ticket;
}

async function printed(lobby: Lobby, caller: Caller): Promise<Particulars> {
	const atKiosk = post("/api/tickets", { ...aTicket, kioskId: "kiosk-1" });
	const { body } = await lobby.ask<TicketAnswer>(caller, atKiosk);
	for (;;) {
		const look = { method: "GET", path: `/api/tickets/${body.ticket.id}` };
		const { print } = (await lobby.ask<TicketAnswer>(caller, look)).body;
		if (print?.state === "confirmed") {
			return { params: { id: "printer-1", jobId: print.jobId } };
		}
	}
}

async function today(lobby: Lobby, caller: Caller): Promise<Particulars> {
	const { body } = await lobby.ask<Health>(caller, { method: "GET", path: "/api/health" });
	return { body: { day: body.clock.wallDay } };
}
