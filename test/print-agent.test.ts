import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Office } from "../config/office.ts";
import type { DeviceList, PairedDevice } from "../protocol/devices.ts";
import type { Health } from "../protocol/health.ts";
import { agentForm } from "../protocol/print-agent.ts";
import type { PrintJob } from "../protocol/printing.ts";
import type { Problem } from "../protocol/problem.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "./ask.ts";
import { type FakePrinter, startFakePrinter } from "./fake-printer/tcp.ts";
import {
	type HubProcess,
	preparedDirectory,
	removeTemporaryDirectories,
	startHubProcess,
} from "./hub-process.ts";
import { type LosingProxy, startLosingProxy } from "./losing-proxy.ts";
import { endPrintAgents, startPrintAgent } from "./print-agent-process.ts";
import { sampleOfficeWith } from "./sample-office.ts";

const sockets: Socket[] = [];

afterEach(async () => {
	for (const socket of sockets.splice(0)) socket.close();
	await endPrintAgents();
});
afterAll(removeTemporaryDirectories);

/** The sample office, where the first kiosk's printer hangs on a print agent. */
const officeWithAgent = (also: Partial<Office> = {}) =>
	sampleOfficeWith(({ printers }) => ({
		printers: printers.map((printer) =>
			printer.id === "printer-1" ? { ...printer, device: "agent:cua-chinh" } : printer,
		),
		...also,
	}));

async function printerOf(hub: HubProcess) {
	const { body } = await asker(hub.url)<Health>("GET", "/api/health");
	const { state, reasons } = body.printers.find(({ id }) => id === "printer-1") ?? {};
	return { state, reasons };
}

/** Asks until it is so; the hub says nothing of its own over HTTP. */
async function until<T>(look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
	for (;;) {
		const found = await look();
		if (isSo(found)) return found;
		await turn();
	}
}

/** Whether or not its paper is low. */
const isReady = (hub: HubProcess) =>
	until(
		() => printerOf(hub),
		({ state }) => state === "ready" || state === "low",
	);

/** A ticket in the midst of which the paper runs out; a new roll lets it go on. */
async function takeUntilPaperIsOut(hub: HubProcess, printer: FakePrinter): Promise<string> {
	printer.machine.putRoll(100);
	const ticket = await take(hub);
	await until(
		async () => printer.machine.sensors().paper,
		(paper) => paper === "out",
	);
	return ticket;
}

async function take(hub: HubProcess): Promise<string> {
	const { status, body } = await asker(hub.url)<TicketAnswer>("POST", "/api/tickets", {
		serviceId: "ho-tich",
		kioskId: "kiosk-1",
	});
	expect(status).toBe(201);
	return body.ticket.id;
}

async function printOf(hub: HubProcess, ticketId: string): Promise<PrintJob | null> {
	return (await asker(hub.url)<TicketAnswer>("GET", `/api/tickets/${ticketId}`)).body.print;
}

const ended = (hub: HubProcess, ticketId: string) =>
	until(
		() => printOf(hub, ticketId),
		(print) => print !== null && ["confirmed", "unconfirmed", "failed"].includes(print.state),
	);

describe("a print agent on the hub's own machine", () => {
	let hub: HubProcess;
	let proxy: LosingProxy;
	let printer: FakePrinter;
	beforeAll(async () => {
		hub = await startHubProcess({ OFFICE_FILE: await officeWithAgent(), LOG_LEVEL: "info" });
		proxy = await startLosingProxy(hub.url);
	});
	beforeEach(async () => {
		printer = await startFakePrinter();
	});
	afterEach(() => printer.close());
	afterAll(async () => {
		await proxy.shut();
		expect(await hub.stop()).toBe(0);
	});
	const start = (hubUrl = hub.url, state?: string) =>
		startPrintAgent({
			hub: hubUrl,
			name: "cua-chinh",
			device: printer.device,
			...(state !== undefined && { state }),
		});

	test("needs no pairing, prints what the hub hands it, and is missed when it is gone", async () => {
		expect(await printerOf(hub)).toEqual({ state: "offline", reasons: ["unreachable"] });
		const ticket = await take(hub);
		await until(
			() => printOf(hub, ticket),
			(print) => print?.state === "blocked" && print.reason === "unreachable",
		);
		const agent = await startPrintAgent({ hub: hub.url, name: "cua-chinh", device: "virtual:" });
		await agent.says(/Trạm in cua-chinh đã kết nối[^\n]*\nThe print agent cua-chinh is connected/);
		await isReady(hub);
		expect(await ended(hub, ticket)).toMatchObject({ state: "confirmed" });
		const papers = await readdir(join(agent.state, "papers"));
		expect(papers.filter((name) => name.endsWith(".png"))).toHaveLength(1);
		expect(await agent.stop()).toBe(0);
		await until(
			() => printerOf(hub),
			({ state }) => state === "offline",
		);
	});

	test("whose line is lost in the midst of a ticket tells what became of it when it is back", async () => {
		const agent = await start(proxy.url);
		await isReady(hub);
		const ticket = await takeUntilPaperIsOut(hub, printer);
		await proxy.shut();
		await agent.says(/Mất kết nối với máy chủ/);
		printer.machine.changeRoll();
		await until(
			() => printerOf(hub),
			({ state }) => state === "offline",
		);
		expect(["printing", "blocked"]).toContain((await printOf(hub, ticket))?.state);
		await proxy.open();
		expect(await ended(hub, ticket)).toMatchObject({ state: "confirmed" });
		expect(await ended(hub, await take(hub))).toMatchObject({ state: "confirmed" });
		expect(printer.machine.papers).toHaveLength(2);
	});

	test("that is killed in the midst of a ticket never prints it again, and says that it may be printed", async () => {
		const agent = await start();
		await isReady(hub);
		const ticket = await takeUntilPaperIsOut(hub, printer);
		await agent.kill();
		await start(hub.url, agent.state);
		expect(await ended(hub, ticket)).toMatchObject({ state: "unconfirmed", reason: "closed" });
		printer.machine.changeRoll();
		await isReady(hub);
		expect(await ended(hub, await take(hub))).toMatchObject({ state: "confirmed" });
		expect(printer.machine.papers).toHaveLength(2);
	});

	test("that is stopped in the midst of a ticket lets it end first", async () => {
		const agent = await start();
		await isReady(hub);
		const ticket = await takeUntilPaperIsOut(hub, printer);
		const stopped = agent.stop();
		await agent.says(/Trạm in đang dừng/);
		printer.machine.changeRoll();
		expect(await stopped).toBe(0);
		expect(await ended(hub, ticket)).toMatchObject({ state: "confirmed" });
	});

	test("is the only one of its name, until it stands still", async () => {
		const first = await start();
		await isReady(hub);
		// A network printer serves one at a time, and the first keeps it also while it stands still.
		const second = await startPrintAgent({ hub: hub.url, name: "cua-chinh", device: "virtual:" });
		await second.says(/Một trạm in khác đang chạy với tên cua-chinh/);
		first.freeze();
		await second.says(/Trạm in cua-chinh đã kết nối/);
		expect(await ended(hub, await take(hub))).toMatchObject({ state: "confirmed" });
		first.thaw();
		await first.says(/Một trạm in khác đang chạy với tên cua-chinh/);
	});

	test("of a name that the office file does not know says so", async () => {
		const agent = await startPrintAgent({ hub: hub.url, name: "cua-phu", device: "virtual:" });
		await agent.says(
			/không có máy in nào ghi "agent:cua-phu"[^\n]*\nNo printer of the office file/,
		);
		const { status, body } = await asker(hub.url)<Problem>("POST", "/api/devices/pairings", {
			role: "print-agent",
			place: "cua-phu",
		});
		expect([status, body.code]).toEqual([404, "print-agent/unknown"]);
		const asked = () => agent.logged().split("the hub refuses this print agent").length - 1;
		const before = asked();
		expect(await agent.stop()).toBe(0);
		// The pause between two questions ends with the stop, and none follows it.
		expect(asked()).toBe(before);
	});

	function knock(auth: object, headers: Record<string, string> = {}): Socket {
		const socket = io(`${hub.url}/print`, {
			transports: ["websocket"],
			forceNew: true,
			reconnection: false,
			auth: { form: agentForm, name: "cua-chinh", run: "lan-nay", ...auth },
			extraHeaders: headers,
		});
		sockets.push(socket);
		return socket;
	}
	const said = (socket: Socket) =>
		new Promise<unknown>((resolve) => {
			socket.on("connect", () => resolve("connected"));
			socket.on("connect_error", ({ data, message }: Error & { data?: { code: string } }) =>
				resolve(data?.code ?? message),
			);
		});

	test.each([
		["another form", { form: 99, later: true }, {}, "print-agent/other-form"],
		["no name", { name: undefined }, {}, "request/invalid"],
		["more than is asked", { admin: true }, {}, "request/invalid"],
		["a name of nobody", { name: "cua-phu" }, {}, "print-agent/unknown"],
		[
			"a token of nobody, elsewhere",
			{ token: "x" },
			{ "x-forwarded-for": "10.0.0.9" },
			"device/revoked",
		],
		["another machine", {}, { "x-forwarded-for": "10.0.0.9" }, "device/not-trusted"],
		["a page of another site", {}, { origin: "https://xau.example" }, "websocket error"],
	])("a handshake is refused: %s", async (_, auth, headers: Record<string, string>, code) => {
		expect(await said(knock(auth, headers))).toBe(code);
	});

	test("what says other things than a print agent is cut off, and the hub goes on", async () => {
		for (const tell of [
			(socket: Socket) => socket.emit("condition", { state: "happy" }),
			(socket: Socket) => socket.emit("outcome", { jobId: 5 }),
			(socket: Socket) => socket.emit("blocked"),
		]) {
			const socket = knock({});
			socket.on("hello", (_hello: unknown, answer: (said: object) => void) => {
				answer({ state: "ready", reasons: [] });
				tell(socket);
			});
			await new Promise((cut) => socket.on("disconnect", cut));
		}
		const mute = knock({});
		mute.on("hello", (_hello: unknown, answer: (said: string) => void) => answer("khỏe"));
		await new Promise((cut) => mute.on("disconnect", cut));
		expect(await printerOf(hub)).toEqual({ state: "offline", reasons: ["unreachable"] });
	});
});

test("a hub that is started anew finds its print agent again, and nothing is printed twice", async () => {
	const env = { OFFICE_FILE: await officeWithAgent(), DATA_DIR: await preparedDirectory() };
	const printer = await startFakePrinter();
	const first = await startHubProcess(env);
	const agent = await startPrintAgent({
		hub: first.url,
		name: "cua-chinh",
		device: printer.device,
	});
	await isReady(first);
	await takeUntilPaperIsOut(first, printer);
	await first.kill();
	await agent.says(/Mất kết nối với máy chủ/);
	const second = await startHubProcess({ ...env, PORT: new URL(first.url).port });
	await until(
		() => printerOf(second),
		({ reasons }) => reasons?.includes("unreachable") === false,
	);
	printer.machine.changeRoll();
	await isReady(second);
	expect(await ended(second, await take(second))).toMatchObject({ state: "confirmed" });
	expect(printer.machine.papers).toHaveLength(2);
	expect(await agent.stop()).toBe(0);
	expect(await second.stop()).toBe(0);
	await printer.close();
});

describe("a print agent on another machine", () => {
	let hub: HubProcess;
	let askAdmin: ReturnType<typeof asker>;
	beforeAll(async () => {
		const office = await officeWithAgent({ devices: { trustLocal: false } });
		hub = await startHubProcess({ OFFICE_FILE: office });
		askAdmin = asker(hub.url, await signIn(hub.url));
	});
	afterAll(async () => {
		expect(await hub.stop()).toBe(0);
	});

	async function accept(code: string): Promise<PairedDevice> {
		const { status, body } = await askAdmin<PairedDevice>("POST", "/api/admin/devices/accept", {
			code,
			name: "Trạm in cửa chính",
		});
		expect(status).toBe(201);
		return body;
	}

	test("shows a code, goes on by itself once it is accepted, and shows another when it is revoked", async () => {
		const agent = await startPrintAgent({ hub: hub.url, name: "cua-chinh", device: "virtual:" });
		const [, code = ""] = await agent.says(/Nhập mã (\d{4} \d{4}) ở trang Thiết bị/);
		expect(agent.said()).toContain(
			`Enter the code ${code} on the page Devices (${hub.url}/staff/)`,
		);
		const device = await accept(code);
		expect(device).toMatchObject({ role: "print-agent", place: "cua-chinh" });
		await agent.says(/Trạm in cua-chinh đã kết nối/);
		await isReady(hub);
		const { body } = await askAdmin<DeviceList>("GET", "/api/admin/devices");
		expect(body.paired).toMatchObject([{ id: device.id, online: true }]);
		const kept = join(agent.state, "admittance.json");
		expect((await stat(kept)).mode & 0o777).toBe(0o600);
		const token: string = JSON.parse(await readFile(kept, "utf8")).token;
		expect(agent.said() + agent.logged()).not.toContain(token);

		expect(await agent.stop()).toBe(0);
		const again = await startPrintAgent({
			hub: hub.url,
			name: "cua-chinh",
			device: "virtual:",
			state: agent.state,
		});
		await again.says(/Trạm in cua-chinh đã kết nối/);
		expect(again.said()).not.toContain("Nhập mã");

		expect((await askAdmin("DELETE", `/api/admin/devices/${device.id}`)).status).toBe(204);
		await again.says(/Quyền của trạm in này đã bị thu hồi/);
		const [, other = ""] = await again.says(/Nhập mã (\d{4} \d{4}) ở trang Thiết bị/);
		expect(await printerOf(hub)).toEqual({ state: "offline", reasons: ["unreachable"] });
		await accept(other);
		await again.says(/đã kết nối[\s\S]*đã kết nối/);
		expect(await again.stop()).toBe(0);
	});
});
