import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { createPrinting, type JobNews } from "../../printer/index.ts";
import type { TicketPaper } from "../../printer/paper.ts";
import type { SpoolTimings } from "../../printer/spool.ts";
import type { PrinterSettings, PrinterStatus } from "../../protocol/printing.ts";
import { type FakePrinter, startFakePrinter } from "../fake-printer/tcp.ts";

const widthDots = 384;
const profile = "xprinter-80";
const silent = { info() {}, warn() {}, error() {} };
const urlOf = (number: string) => `http://192.168.1.20:8080/t/${number}`;

const ticket = (number: string): TicketPaper => ({
	kind: "ticket",
	languages: ["vi", "en"],
	ticketId: `id-${number}`,
	number,
	language: "vi",
	office: { vi: "Phường Tân Định", en: "Tân Định Ward" },
	serviceName: { vi: "Tư pháp – Hộ tịch", en: "Justice and civil status" },
	priorityClass: null,
	procedureName: "Đăng ký khai sinh",
	issuedAt: "2026-11-21T01:05:00Z",
	timeZone: "Asia/Ho_Chi_Minh",
	ahead: 3,
	wait: null,
	followUrl: urlOf(number),
});

async function newFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "motcua-printing-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

async function newFake(): Promise<FakePrinter> {
	const fake = await startFakePrinter({ widthDots });
	onTestFinished(() => fake.close());
	return fake;
}

async function open(
	devices: Record<string, string>,
	{ timings, dataDir }: { timings?: Partial<SpoolTimings>; dataDir?: string } = {},
) {
	const warnings: { message: string }[] = [];
	const news: JobNews[] = [];
	const told: PrinterStatus[] = [];
	const printing = createPrinting({
		printers: Object.entries(devices).map(
			([id, device]): PrinterSettings => ({ id, device, widthDots, profile }),
		),
		dataDir: dataDir ?? (await newFolder()),
		log: { ...silent, warn: (facts, message) => warnings.push({ ...facts, message }) },
		patience: { askMs: 5_000, proofMs: 60_000, pollMs: 20, blockedMs: 60_000 },
		...(timings && { timings }),
		onJob: (job) => news.push(job),
	});
	printing.onPrinter((status) => told.push(status));
	onTestFinished(() => printing.close(0));
	const statesOf = (number: string) =>
		news.filter(({ label }) => label === number).map(({ job }) => job.state);
	const becomes = (jobId: string, job: object) =>
		vi.waitFor(() => expect(printing.job(jobId)).toMatchObject(job), { timeout: 20_000 });
	return { printing, news, told, warnings, statesOf, becomes };
}

const textsOn = ({ machine }: FakePrinter) => machine.papers.flatMap(({ qrTexts }) => qrTexts);

test("tickets come out of a network printer in the order they were taken, and each is followed to its end", async () => {
	const fake = await newFake();
	const { printing, news, statesOf, becomes } = await open({ "may-in-1": fake.device });
	const numbers = ["A001", "B001", "A002", "A003", "C001"];
	const jobs = numbers.map((number) => printing.print("may-in-1", ticket(number)));
	expect(jobs.map(({ state }) => state)).toEqual(numbers.map(() => "queued"));
	expect(news).toEqual([]);
	await becomes(jobs.at(-1)?.jobId ?? "", { state: "confirmed" });
	expect(textsOn(fake)).toEqual(numbers.map(urlOf));
	expect(statesOf("A002")).toEqual(["printing", "confirmed"]);
	expect(fake.machine.faults).toEqual([]);
	expect(printing.lastJobs("may-in-1").map(({ label }) => label)).toEqual(numbers.toReversed());
});

test("a dead printer and one that hangs do not hold up the third", async () => {
	const [dead, hung] = [await newFake(), await newFake()];
	await dead.powerOff();
	hung.hang(true);
	const { printing, becomes } = await open({
		"may-in-1": dead.device,
		"may-in-2": hung.device,
		"may-in-3": "virtual:",
	});
	const unheard = printing.print("may-in-1", ticket("A001"));
	printing.print("may-in-2", ticket("A002"));
	const third = printing.print("may-in-3", ticket("A003"));
	await becomes(third.jobId, { state: "confirmed" });
	await becomes(unheard.jobId, { state: "blocked", reason: "unreachable" });
	expect(printing.statuses()).toMatchObject([
		{ id: "may-in-1", state: "offline", reasons: ["unreachable"], waiting: 1 },
		{ id: "may-in-2", waiting: 1 },
		{ id: "may-in-3", state: "ready", waiting: 0 },
	]);
	await printing.close(0);
	expect(printing.job(unheard.jobId)).toMatchObject({ state: "failed", reason: "closed" });
	expect(textsOn(hung)).toEqual([]);
});

test("why a printer cannot be reached stands in the log, in the system's own words, once for as long as it is so", async () => {
	const dead = await newFake();
	await dead.powerOff();
	const { printing, warnings } = await open({
		"may-in-1": dead.device,
		"may-in-2": "file:/dev/khong-co",
	});
	for (let times = 0; times < 3; times++) {
		await printing.check("may-in-1");
		await printing.check("may-in-2");
	}
	const message = "the printer cannot be reached";
	const refused = {
		printerId: "may-in-1",
		device: dead.device,
		fault: expect.stringContaining("ECONNREFUSED"),
		message,
	};
	const missing = {
		printerId: "may-in-2",
		device: "file:/dev/khong-co",
		fault: expect.stringContaining("ENOENT"),
		message,
	};
	const unreached = () => warnings.filter((one) => one.message === message);
	expect(unreached()).toHaveLength(2);
	expect(unreached()).toEqual(expect.arrayContaining([refused, missing]));
	await dead.powerOn();
	await printing.check("may-in-1");
	await dead.powerOff();
	await printing.check("may-in-1");
	expect(unreached().slice(2)).toEqual([refused]);
});

test("what the kiosk's printer surely cannot print comes out of its second printer, and only there", async () => {
	const [first, second] = [await newFake(), await newFake()];
	first.machine.sense({ paper: "out" });
	const { printing, becomes, news } = await open({
		"may-in-1": first.device,
		"may-in-2": second.device,
	});
	const job = printing.print("may-in-1", ticket("A001"), { secondPrinterId: "may-in-2" });
	await becomes(job.jobId, { state: "confirmed", printerId: "may-in-2" });
	expect(news.map(({ job: { state }, printerId }) => [printerId, state])).toEqual([
		["may-in-2", "queued"],
		["may-in-2", "printing"],
		["may-in-2", "confirmed"],
	]);
	first.machine.changeRoll();
	expect(textsOn(first)).toEqual([]);
	expect(textsOn(second)).toEqual([urlOf("A001")]);
});

test("a ticket waits for the roll to be changed, and then comes out by itself", async () => {
	const fake = await newFake();
	fake.machine.sense({ paper: "out" });
	const timings = { askAgainMs: 20 };
	const { printing, statesOf, becomes, told } = await open(
		{ "may-in-1": fake.device },
		{ timings },
	);
	const job = printing.print("may-in-1", ticket("A001"));
	await becomes(job.jobId, { state: "blocked", reason: "paper-out" });
	await vi.waitFor(() =>
		expect(told.at(-1)).toMatchObject({ state: "blocked", reasons: ["paper-out"], waiting: 1 }),
	);
	fake.machine.changeRoll();
	await becomes(job.jobId, { state: "confirmed" });
	// Asked in the midst of the change it is stopped for another reason, which is told too.
	const steps = statesOf("A001").filter((state, at, all) => state !== all[at - 1]);
	expect(steps).toEqual(["blocked", "printing", "confirmed"]);
	expect(textsOn(fake)).toEqual([urlOf("A001")]);
});

test("that a roll nears its end is known before anybody comes", async () => {
	const fake = await newFake();
	const { told } = await open({ "may-in-1": fake.device }, { timings: { idleAskMs: 20 } });
	fake.machine.sense({ paper: "near-end" });
	await vi.waitFor(() =>
		expect(told.at(-1)).toEqual({
			id: "may-in-1",
			state: "low",
			reasons: ["paper-low"],
			waiting: 0,
		}),
	);
});

test("the paper of a virtual printer is still there after a restart", async () => {
	const dataDir = await newFolder();
	const before = await open({ "may-in-1": "virtual:" }, { dataDir });
	for (const number of ["A001", "A002"]) before.printing.print("may-in-1", ticket(number));
	await before.printing.close();
	const { printing } = await open({ "may-in-1": "virtual:" }, { dataDir });
	const papers = printing.paper("may-in-1");
	expect(papers?.map(({ label }) => label)).toEqual(["A002", "A001"]);
	expect((await readFile(papers?.[0]?.file ?? "")).subarray(1, 4).toString()).toBe("PNG");
});

test("only a virtual printer has paper to show, and an unknown printer is a fault of the caller", async () => {
	const fake = await newFake();
	const { printing } = await open({ "may-in-1": fake.device });
	expect(printing.paper("may-in-1")).toBeNull();
	expect(printing.job("không-có")).toBeNull();
	const second = { secondPrinterId: "may-in-9" };
	expect(() => printing.print("may-in-9", ticket("A001"))).toThrow("may-in-9");
	expect(() => printing.print("may-in-1", ticket("A001"), second)).toThrow("may-in-9");
	expect(() => printing.pause("may-in-9")).toThrow("may-in-9");
});

test("after closing nothing more is taken", async () => {
	const { printing } = await open({ "may-in-1": "virtual:" });
	await printing.close();
	expect(printing.print("may-in-1", ticket("A001"))).toMatchObject({
		state: "failed",
		reason: "closed",
	});
});
