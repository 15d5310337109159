import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Device } from "../printer/device.ts";
import { tcpDevice } from "../printer/devices/tcp.ts";
import { papersKept, virtualDevice } from "../printer/devices/virtual.ts";
import { encodeTicket } from "../printer/encode.ts";
import { createPrinting, type JobNews, type Printing, type TicketPaper } from "../printer/index.ts";
import type { PrinterSettings } from "../protocol/printing.ts";
import { type FakePrinter, startFakePrinter } from "./fake-printer.ts";

const widthDots = 384;
const quick = { connectMs: 300, writeMs: 300, replyMs: 100 };
/** Long enough that only what is tested ends a print. */
const patient = { connectMs: 60_000, writeMs: 60_000, replyMs: 60_000 };
const never = new AbortController().signal;

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function newFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "motcua-printers-"));
	cleanUps.push(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

async function newFake(): Promise<FakePrinter> {
	const fake = await startFakePrinter(widthDots);
	cleanUps.push(() => fake.close());
	return fake;
}

const slip = (n: number) => ({
	jobId: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
	number: `A${String(n).padStart(3, "0")}`,
});
const bytesWith = (text: string) => encodeTicket([{ kind: "qr", text, moduleDots: 3 }], "partial");

interface Bench {
	device: Device;
	/** The bytes of all that came out, in order. */
	printed(): Promise<Buffer[]>;
	/** Makes the printer impossible to reach. */
	lose(): Promise<void>;
}

const devices: { name: string; bench(): Promise<Bench> }[] = [
	{
		name: "virtual:",
		async bench() {
			const parent = await newFolder();
			const folder = join(parent, "may-in");
			return {
				device: virtualDevice(folder, widthDots),
				async printed() {
					const names = (await readdir(folder)).filter((name) => name.endsWith(".bin"));
					return Promise.all(names.sort().map((name) => readFile(join(folder, name))));
				},
				async lose() {
					await rm(folder, { recursive: true, force: true });
					await writeFile(folder, "a file where the folder was");
				},
			};
		},
	},
	{
		name: "tcp://",
		async bench() {
			const fake = await newFake();
			return {
				device: tcpDevice({ host: "127.0.0.1", port: fake.port }, patient),
				printed: async () => fake.prints.map(({ bytes }) => bytes),
				lose: () => fake.switchOff(),
			};
		},
	},
];

describe.each(devices)("every printer, here $name", ({ bench }) => {
	test("is ready before anything was printed", async () => {
		const { device } = await bench();
		expect(device.status()).toEqual({ state: "ready", reasons: [] });
	});

	test("confirms a ticket once every byte of it has come out", async () => {
		const { device, printed } = await bench();
		const bytes = bytesWith("phiếu A001");
		expect(await device.print(bytes, slip(1), never)).toEqual({ state: "confirmed", low: false });
		expect(await printed()).toEqual([bytes]);
		expect(device.status()).toEqual({ state: "ready", reasons: [] });
	});

	test("prints one ticket after the other", async () => {
		const { device, printed } = await bench();
		const tickets = ["một", "hai", "ba"].map(bytesWith);
		for (const [i, bytes] of tickets.entries()) await device.print(bytes, slip(i), never);
		expect(await printed()).toHaveLength(3);
		expect(await printed()).toEqual(tickets);
	});

	test("says that it cannot be reached, and is well again afterwards", async () => {
		const { device, lose } = await bench();
		await device.print(bytesWith("trước"), slip(1), never);
		await lose();
		expect(await device.print(bytesWith("sau"), slip(2), never)).toMatchObject({
			state: "failed",
			reason: "unreachable",
		});
		expect(device.status()).toEqual({ state: "offline", reasons: ["unreachable"] });
	});

	test("takes nothing after the printing has been ended", async () => {
		const { device, printed } = await bench();
		await device.print(bytesWith("trước"), slip(1), never);
		expect(await device.print(bytesWith("sau"), slip(2), AbortSignal.abort())).toEqual({
			state: "failed",
			reason: "closed",
		});
		expect(await printed()).toEqual([bytesWith("trước")]);
	});
});

describe("a network printer", () => {
	async function attached(timings = quick) {
		const fake = await newFake();
		return { fake, device: tcpDevice({ host: "127.0.0.1", port: fake.port }, timings) };
	}
	/** More than the buffers between two programs hold. */
	const endless = Buffer.alloc(64 * 1024 * 1024);

	test("that nears the end of its roll confirms and is low", async () => {
		const { fake, device } = await attached(patient);
		fake.behave("near-end");
		expect(await device.print(bytesWith("A001"), slip(1), never)).toEqual({
			state: "confirmed",
			low: true,
		});
		expect(device.status()).toEqual({ state: "low", reasons: [] });
	});

	test("that is out of paper blocks", async () => {
		const { fake, device } = await attached(patient);
		fake.behave("paper-out");
		expect(await device.print(bytesWith("A001"), slip(1), never)).toEqual({
			state: "blocked",
			reason: "paper-out",
		});
		expect(device.status()).toEqual({ state: "blocked", reasons: ["paper-out"] });
	});

	test("that sends status of its own accord is still understood", async () => {
		const { fake, device } = await attached(patient);
		fake.behave("noisy");
		expect(await device.print(bytesWith("A001"), slip(1), never)).toEqual({
			state: "confirmed",
			low: false,
		});
	});

	test("that never answers leaves the ticket unconfirmed, not failed", async () => {
		const { fake, device } = await attached();
		fake.behave("mute");
		expect(await device.print(bytesWith("A001"), slip(1), never)).toEqual({
			state: "unconfirmed",
			reason: "timeout",
		});
		expect(fake.prints).toHaveLength(1);
		expect(device.status()).toEqual({ state: "ready", reasons: ["timeout"] });
	});

	test("that closes without an answer leaves the ticket unconfirmed", async () => {
		const { fake, device } = await attached(patient);
		fake.behave("close-unanswered");
		expect(await device.print(bytesWith("A001"), slip(1), never)).toMatchObject({
			state: "unconfirmed",
			reason: "closed",
		});
	});

	test("that closes before it has taken everything fails the ticket", async () => {
		const { fake, device } = await attached(patient);
		fake.behave("close-midway");
		expect(await device.print(endless, slip(1), never)).toMatchObject({
			state: "failed",
			reason: "closed",
		});
		expect(device.status()).toEqual({ state: "offline", reasons: ["closed"] });
	});

	test("that hangs and takes nothing more fails the ticket in time", async () => {
		const { fake, device } = await attached();
		fake.behave("hung");
		expect(await device.print(endless, slip(1), never)).toEqual({
			state: "failed",
			reason: "timeout",
		});
	});

	test("is let go of at once when the printing is ended", async () => {
		const { fake, device } = await attached(patient);
		fake.behave("hung");
		const ending = new AbortController();
		const printing = device.print(endless, slip(1), ending.signal);
		ending.abort();
		expect(await printing).toMatchObject({ state: "failed", reason: "closed" });
	});

	test("that was switched off prints again once it is on", async () => {
		const { fake, device } = await attached(patient);
		await fake.switchOff();
		expect(await device.print(bytesWith("A001"), slip(1), never)).toMatchObject({
			reason: "unreachable",
		});
		await fake.switchOn();
		expect(await device.print(bytesWith("A002"), slip(2), never)).toMatchObject({
			state: "confirmed",
		});
		expect(device.status()).toEqual({ state: "ready", reasons: [] });
		expect(fake.prints.map(({ paper }) => paper.qrTexts)).toEqual([["A002"]]);
	});
});

describe("a virtual printer", () => {
	test("keeps the newest tickets and lets the oldest go", async () => {
		const folder = await newFolder();
		let second = 0;
		const now = () => new Date(Date.UTC(2026, 10, 21, 1, 0, second++));
		const device = virtualDevice(folder, widthDots, now);
		for (let n = 1; n <= papersKept + 2; n++) {
			await device.print(bytesWith("x"), slip(n), never);
		}
		const numbers = device.papers().map(({ number }) => number);
		expect(numbers).toHaveLength(papersKept);
		expect(numbers[0]).toBe("A202");
		expect(numbers.at(-1)).toBe("A003");
		expect(await readdir(folder)).toHaveLength(2 * papersKept);
	});

	test("has all its papers after a restart, and passes over what is not one", async () => {
		const folder = await newFolder();
		const at = new Date("2026-11-21T01:05:00.123Z");
		const device = virtualDevice(folder, widthDots, () => at);
		await device.print(bytesWith("x"), slip(7), never);
		await writeFile(join(folder, "ghi chú.png"), "");
		await writeFile(join(folder, `${basename(device.papers()[0]?.file ?? "")}.part`), "");
		const again = virtualDevice(folder, widthDots).papers();
		expect(again).toEqual(device.papers());
		expect(again).toEqual([
			{
				...slip(7),
				printedAt: "2026-11-21T01:05:00.123Z",
				file: join(folder, `20261121T010500123Z-A007-${slip(7).jobId}.png`),
			},
		]);
	});

	test("confirms nothing that no printer would understand", async () => {
		const device = virtualDevice(await newFolder(), widthDots);
		const outcome = await device.print(Buffer.from("A001"), slip(1), never);
		expect(outcome).toMatchObject({ state: "failed" });
		expect(device.papers()).toEqual([]);
	});
});

describe("printing", () => {
	const ticket = (number: string): TicketPaper => ({
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
		followUrl: `http://192.168.1.20:8080/t/${number}`,
	});
	const silent = { info() {}, warn() {}, error() {} };

	async function open(devices: Record<string, string>, dataDir?: string) {
		const news: JobNews[] = [];
		const waiting = new Set<() => void>();
		const printing: Printing = createPrinting({
			printers: Object.entries(devices).map(
				([id, device]): PrinterSettings => ({ id, device, widthDots }),
			),
			dataDir: dataDir ?? (await newFolder()),
			log: silent,
			tcpTimings: { ...quick, replyMs: 60_000 },
			onJob(job) {
				news.push(job);
				for (const look of waiting) look();
			},
		});
		cleanUps.push(() => printing.close());
		/** Until that many jobs of a printer have ended. */
		function ended(printerId: string, count: number): Promise<JobNews[]> {
			return new Promise((resolve) => {
				function look() {
					const done = news.filter(
						(job) => job.printerId === printerId && job.state !== "printing",
					);
					if (done.length < count) return;
					waiting.delete(look);
					resolve(done);
				}
				waiting.add(look);
				look();
			});
		}
		return { printing, news, ended };
	}

	test("a ticket comes out of a network printer, and its job is followed to the end", async () => {
		const fake = await newFake();
		const { printing, news, ended } = await open({ "may-in-1": fake.device });
		const job = printing.print("may-in-1", ticket("A001"));
		expect(job.state).toBe("queued");
		expect(printing.job(job.jobId)).toEqual(job);
		await ended("may-in-1", 1);
		expect(news.map(({ state }) => state)).toEqual(["printing", "confirmed"]);
		expect(news[1]).toEqual({
			jobId: job.jobId,
			state: "confirmed",
			ticketId: "id-A001",
			printerId: "may-in-1",
		});
		expect(fake.prints.map(({ paper }) => paper.qrTexts)).toEqual([
			["http://192.168.1.20:8080/t/A001"],
		]);
		expect(fake.faults).toEqual([]);
	});

	test("tickets come out in the order they were taken", async () => {
		const fake = await newFake();
		const { printing, ended } = await open({ "may-in-1": fake.device });
		const numbers = ["A001", "B001", "A002", "A003", "C001"];
		for (const number of numbers) printing.print("may-in-1", ticket(number));
		await ended("may-in-1", numbers.length);
		expect(fake.prints.flatMap(({ paper }) => paper.qrTexts)).toEqual(
			numbers.map((number) => `http://192.168.1.20:8080/t/${number}`),
		);
	});

	test("a dead printer and one that never ends do not hold up the third", async () => {
		const dead = await newFake();
		await dead.switchOff();
		const mute = await newFake();
		mute.behave("mute");
		const { printing, ended } = await open({
			"may-in-1": dead.device,
			"may-in-2": mute.device,
			"may-in-3": "virtual:",
		});
		const unanswered = printing.print("may-in-2", ticket("A001"));
		for (const number of ["A002", "A003"]) {
			printing.print("may-in-1", ticket(number));
			printing.print("may-in-3", ticket(number));
		}
		expect(await ended("may-in-1", 2)).toMatchObject([
			{ ticketId: "id-A002", state: "failed", reason: "unreachable" },
			{ ticketId: "id-A003", state: "failed", reason: "unreachable" },
		]);
		expect(await ended("may-in-3", 2)).toMatchObject([
			{ ticketId: "id-A002", state: "confirmed" },
			{ ticketId: "id-A003", state: "confirmed" },
		]);
		await vi.waitFor(() => expect(mute.prints).toHaveLength(1));
		expect(printing.job(unanswered.jobId)?.state).toBe("printing");
		expect(printing.statuses()).toEqual([
			{ id: "may-in-1", state: "offline", reasons: ["unreachable"] },
			{ id: "may-in-2", state: "ready", reasons: [] },
			{ id: "may-in-3", state: "ready", reasons: [] },
		]);
		await printing.close(0);
		expect(printing.job(unanswered.jobId)).toMatchObject({
			state: "unconfirmed",
			reason: "closed",
		});
	});

	test("the paper of a virtual printer is still there after a restart", async () => {
		const dataDir = await newFolder();
		const before = await open({ "may-in-1": "virtual:" }, dataDir);
		for (const number of ["A001", "A002"]) before.printing.print("may-in-1", ticket(number));
		await before.printing.close();
		const { printing } = await open({ "may-in-1": "virtual:" }, dataDir);
		const papers = printing.paper("may-in-1");
		expect(papers?.map(({ number }) => number)).toEqual(["A002", "A001"]);
		expect((await readFile(papers?.[0]?.file ?? "")).subarray(1, 4).toString()).toBe("PNG");
	});

	test("only a virtual printer has paper to show, and an unknown printer is a fault of the caller", async () => {
		const fake = await newFake();
		const { printing } = await open({ "may-in-1": fake.device });
		expect(printing.paper("may-in-1")).toBeNull();
		expect(printing.job("không-có")).toBeNull();
		expect(() => printing.print("may-in-9", ticket("A001"))).toThrow("may-in-9");
	});

	test("after closing nothing more is taken", async () => {
		const { printing } = await open({ "may-in-1": "virtual:" });
		await printing.close();
		expect(printing.print("may-in-1", ticket("A001"))).toMatchObject({
			state: "failed",
			reason: "closed",
		});
	});
});
