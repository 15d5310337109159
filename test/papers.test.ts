import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Status } from "../protocol/live.ts";
import type { LogPage } from "../protocol/log.ts";
import type { PrintAnswer, PrinterList, PrinterStatus } from "../protocol/printing.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { type Answer, asker, signIn } from "./ask.ts";
import { type FakePrinter, startFakePrinter } from "./fake-printer/tcp.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "./hub-process.ts";
import { sampleOfficeWith } from "./sample-office.ts";

let hub: HubProcess;
let cookie: string;
let first: FakePrinter;
let ask: ReturnType<typeof asker>;
let staff: ReturnType<typeof asker>;

/** Kiosk 1 prints on a network printer, and where that cannot on a virtual one. */
beforeAll(async () => {
	first = await startFakePrinter({ widthDots: 576 });
	const officeFile = await sampleOfficeWith(({ kiosks, printers }) => ({
		kiosks: kiosks.map((kiosk) =>
			kiosk.id === "kiosk-1" ? { ...kiosk, secondPrinterId: "printer-2" } : kiosk,
		),
		printers: printers.map((printer) =>
			printer.id === "printer-1"
				? { ...printer, device: first.device, profile: "xprinter-80", widthDots: 576 }
				: printer,
		),
	}));
	hub = await startHubProcess({ OFFICE_FILE: officeFile });
	cookie = await signIn(hub.url);
	ask = asker(hub.url);
	staff = asker(hub.url, cookie);
});
afterAll(async () => {
	await hub.stop();
	await first.close();
	await removeTemporaryDirectories();
});

async function take(key?: string): Promise<TicketAnswer> {
	const body = { serviceId: "ho-tich", kioskId: "kiosk-1" };
	const headers = key === undefined ? {} : { "idempotency-key": key };
	return (await ask<TicketAnswer>("POST", "/api/tickets", body, headers)).body;
}

const look = async (id: string) =>
	(await ask<TicketAnswer>("GET", `/api/tickets/${id}`)).body.print;
const comesOut = (id: string, job = {}) =>
	expect.poll(() => look(id), { timeout: 20_000 }).toMatchObject({ state: "confirmed", ...job });
const reprint = (id: string, body: object = { kioskId: "kiosk-1" }, headers = {}) =>
	ask<PrintAnswer>("POST", `/api/tickets/${id}/print`, body, headers);
const refusal = ({ status, body }: Answer) => [status, Object(body).code];

describe("a ticket printed again", () => {
	test("comes out at the kiosk, twice and no more, each beside none that goes on", async () => {
		const { ticket } = await take();
		await comesOut(ticket.id);
		for (let times = 0; times < 2; times++) {
			const { status, body } = await reprint(ticket.id);
			expect([status, body.print.state]).toEqual([200, "queued"]);
			await comesOut(ticket.id, { jobId: body.print.jobId });
		}
		expect(refusal(await reprint(ticket.id))).toEqual([429, "print/too-often"]);
		const byStaff = await staff<PrintAnswer>("POST", `/api/tickets/${ticket.id}/print`, {});
		expect(byStaff.status).toBe(200);
		await comesOut(ticket.id, { jobId: byStaff.body.print.jobId });
		const { body } = await staff<LogPage>("GET", "/api/admin/log?kind=ticket-reprinted");
		expect(body.items).toMatchObject([{ by: "admin", number: ticket.number }]);
	});

	test("is one paper however often a request with a key comes, and staff choose where", async () => {
		const { ticket } = await take();
		await comesOut(ticket.id);
		const key = { "idempotency-key": "in-lai-1" };
		const body = { printerId: "printer-2" };
		const path = `/api/tickets/${ticket.id}/print`;
		const answers = await Promise.all(
			[1, 2].map(() => staff<PrintAnswer>("POST", path, body, key)),
		);
		const [one, other] = answers.map((answer) => answer.body.print);
		expect(one?.jobId).toBe(other?.jobId);
		expect(one).toMatchObject({ printerId: "printer-2" });
		expect(refusal(await staff("POST", path, {}, key))).toEqual([422, "request/key-reused"]);
		await comesOut(ticket.id, { jobId: one?.jobId });
	});

	test("is refused to a kiosk for what is over, and where nobody knows it", async () => {
		const { ticket } = await take();
		await comesOut(ticket.id);
		await ask("DELETE", `/api/tickets/${ticket.id}`);
		expect(refusal(await reprint(ticket.id))).toEqual([409, "ticket/over"]);
		expect(refusal(await reprint("A".repeat(22)))).toEqual([404, "ticket/unknown"]);
		expect(refusal(await reprint(ticket.id, { printerId: "printer-2" }))).toEqual([
			401,
			"session/required",
		]);
	});
});

test("a ticket goes to the second printer while the first has no paper, and everybody who should know is told", async () => {
	const heard: Status[] = [];
	const socket = io(`${hub.url}/live`, {
		transports: ["websocket"],
		auth: { view: "kiosk", id: "kiosk-1" },
	});
	onTestFinished(() => void socket.close());
	socket.on("status", (status: Status) => heard.push(status));
	await expect.poll(() => heard.filter(({ topic }) => topic === "printer")).toHaveLength(2);
	first.machine.sense({ paper: "out" });
	const { ticket } = await take();
	await comesOut(ticket.id, { printerId: "printer-2" });
	await expect
		.poll(() => heard)
		.toContainEqual(
			expect.objectContaining({ topic: "printer", id: "printer-1", reasons: ["paper-out"] }),
		);
	expect(heard).toContainEqual(
		expect.objectContaining({ topic: "job", ticketId: ticket.id, printerId: "printer-2" }),
	);
	first.machine.changeRoll();
	const checked = await staff<PrinterStatus>("POST", "/api/printers/printer-1/check", {});
	expect(checked.body).toMatchObject({ state: "ready", reasons: [] });
});

test("a printer is paused, tested and goes on", async () => {
	const at = "/api/printers/printer-2";
	expect((await staff<PrinterStatus>("POST", `${at}/pause`, {})).body).toMatchObject({
		state: "blocked",
		reasons: ["paused"],
	});
	const { body } = await staff<PrintAnswer>("POST", `${at}/test`, {});
	const printers = async () => (await staff<PrinterList>("GET", "/api/printers")).body;
	await expect
		.poll(async () => (await printers())[1]?.lastJobs[0], { timeout: 20_000 })
		.toMatchObject({ jobId: body.print.jobId, label: "test", state: "confirmed" });
	expect((await staff<PrinterStatus>("POST", `${at}/resume`, {})).body.reasons).toEqual([]);
	expect((await printers()).map(({ id, kiosks }) => [id, kiosks])).toEqual([
		["printer-1", ["kiosk-1"]],
		["printer-2", ["kiosk-1", "kiosk-2"]],
	]);
	expect(refusal(await staff("POST", "/api/printers/may-in-9/test", {}))).toEqual([
		404,
		"printer/unknown",
	]);
});

test("a kiosk prints what to bring", async () => {
	const path = "/api/procedures/1.001193/print";
	const { status, body } = await ask<PrintAnswer>("POST", path, {
		kioskId: "kiosk-2",
		language: "en",
		have: [0, 2],
	});
	expect([status, body.print.state]).toEqual([200, "queued"]);
	await expect
		.poll(async () => (await staff<PrinterList>("GET", "/api/printers")).body[1]?.lastJobs, {
			timeout: 20_000,
		})
		.toContainEqual(expect.objectContaining({ label: "1.001193", state: "confirmed" }));
	expect(refusal(await ask("POST", path, {}))).toEqual([404, "kiosk/unknown"]);
	for (const have of [[1, 1], [-1], ["Giấy chứng sinh"]]) {
		const wrong = await ask("POST", path, { kioskId: "kiosk-2", have });
		expect([have, ...refusal(wrong)]).toEqual([have, 400, "request/invalid"]);
	}
});

test("figures say how the printers are and what has become of papers", async () => {
	const { type, body } = await ask<string>("GET", "/metrics");
	expect(type).toContain("text/plain");
	expect(body).toMatch(/^motcua_printer_state\{printer="printer-2",state="ready"\} 1$/m);
	expect(body).toMatch(/^motcua_print_waiting\{printer="printer-2"\} 0$/m);
	expect(body).toMatch(
		/^motcua_print_jobs_total\{printer="printer-2",state="confirmed",reason=""\} [1-9]/m,
	);
	expect(body).toMatch(/^process_resident_memory_bytes /m);
	const again = (await ask<string>("GET", "/metrics")).body;
	const papers = /^motcua_print_jobs_total.*$/gm;
	expect(again.match(papers)).toEqual(body.match(papers));
});

test("a request repeated after a restart prints nothing by itself: it may be on paper already", async () => {
	const { ticket } = await take("lay-so-1");
	await comesOut(ticket.id);
	await hub.kill();
	const papers = first.machine.papers.length;
	hub = await startHubProcess({ DATA_DIR: hub.dataDir, OFFICE_FILE: await officeAgain() });
	ask = asker(hub.url);
	for (let times = 0; times < 2; times++) {
		const again = await take("lay-so-1");
		expect(again.ticket.id).toBe(ticket.id);
		expect(again.print).toMatchObject({ state: "unconfirmed", reason: "closed" });
	}
	const { body } = await reprint(ticket.id);
	await comesOut(ticket.id, { jobId: body.print.jobId });
	expect(first.machine.papers.length).toBe(papers + 1);
});

async function officeAgain(): Promise<string> {
	return sampleOfficeWith(({ printers }) => ({
		printers: printers.map((printer) =>
			printer.id === "printer-1"
				? { ...printer, device: first.device, profile: "xprinter-80", widthDots: 576 }
				: printer,
		),
	}));
}
