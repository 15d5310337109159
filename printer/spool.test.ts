import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { JobReason, JobState, PrinterReason } from "../protocol/printing.ts";
import { type Condition, type Device, type Outcome, wellCondition } from "./device.ts";
import { createJobBook } from "./job-book.ts";
import type { Paper, TestPaper, TicketPaper } from "./paper.ts";
import { createSpool, type Spool, spoolTimings } from "./spool.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const ofOffice = {
	languages: ["vi"],
	language: "vi",
	office: { vi: "Phường Tân Định", en: "Tân Định Ward" },
	timeZone: "Asia/Ho_Chi_Minh",
} as const;
const ticket = (number: string): TicketPaper => ({
	...ofOffice,
	kind: "ticket",
	ticketId: `phiếu-${number}`,
	number,
	serviceName: { vi: "Hộ tịch", en: "Civil status" },
	priorityClass: null,
	procedureName: null,
	issuedAt: "2026-11-21T01:05:00Z",
	ahead: null,
	wait: null,
	followUrl: null,
});
const testPage: TestPaper = {
	...ofOffice,
	kind: "test",
	printerId: "may-in-1",
	printerName: "Máy in 1",
	device: "tcp://10.0.0.7:9100",
	profile: "generic-80",
	widthDots: 576,
	isCut: true,
	printedAt: "2026-11-21T01:05:00Z",
};

/** A device whose prints end when the test says so, or when they are aborted. */
function handDevice() {
	const prints: {
		label: string;
		end(outcome: Outcome): void;
		block(why: JobReason | null): void;
	}[] = [];
	let condition: Condition = wellCondition;
	let tell: (condition: Condition) => void = () => undefined;
	let asked = 0;
	const device: Device = {
		print: ({ label }, { signal, onBlocked }) =>
			new Promise((end) => {
				signal.addEventListener("abort", () => end({ state: "unconfirmed", reason: "closed" }));
				prints.push({ label, end, block: onBlocked });
			}),
		async ask() {
			asked++;
			return condition;
		},
		condition: () => condition,
		onCondition(listener) {
			tell = listener;
		},
		close: async () => undefined,
	};
	/** How the printer is, without saying so. */
	const is = (state: Condition["state"], ...reasons: PrinterReason[]) => {
		condition = { state, reasons };
	};
	return { device, prints, is, says: () => tell(condition), asked: () => asked };
}

function open() {
	const told: string[] = [];
	const errors: string[] = [];
	const log = { info() {}, warn() {}, error: (_: object, message: string) => errors.push(message) };
	const book = createJobBook({
		now: () => new Date(),
		log,
		onJob({ job, label, printerId }) {
			told.push(
				[label, job.state, job.reason, printerId === "may-in-1" ? null : printerId]
					.filter(Boolean)
					.join(" "),
			);
		},
	});
	const unwanted = new Set<string>();
	const spools = new Map<string, Spool>();
	function printer(printerId: string) {
		const hand = handDevice();
		const spool = createSpool({
			printerId,
			device: hand.device,
			book,
			async encode(paper) {
				if (paper.kind === "ticket" && paper.number === "LỖI") throw new Error("no such letter");
				return Buffer.from("ESC @");
			},
			isWanted: (paper) => paper.kind !== "ticket" || !unwanted.has(paper.number),
			moveAway(job, to) {
				const second = spools.get(to);
				if (!second?.isWell()) return false;
				book.move(job.jobId, to);
				second.add(job);
				return true;
			},
			onStatus: () => undefined,
			log,
			timings: spoolTimings,
			nowMs: () => performance.now(),
		});
		spools.set(printerId, spool);
		return { spool, ...hand };
	}
	const first = printer("may-in-1");
	const second = printer("may-in-2");
	let jobs = 0;
	function add(what: string | Paper, secondPrinterId: string | null = null): string {
		const paper = typeof what === "string" ? ticket(what) : what;
		const label = paper.kind === "ticket" ? paper.number : paper.kind;
		const jobId = `job-${++jobs}`;
		const ticketId = paper.kind === "ticket" ? paper.ticketId : null;
		book.open({ jobId, ticketId, label, printerId: "may-in-1", elsewhere: false });
		first.spool.add({ jobId, paper, label, askedMs: performance.now(), secondPrinterId });
		return jobId;
	}
	const stateOf = (jobId: string): [JobState?, JobReason?] => {
		const job = book.job(jobId);
		return job ? (job.reason ? [job.state, job.reason] : [job.state]) : [];
	};
	return { first, second, add, told, errors, unwanted, stateOf };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const confirmed: Outcome = { state: "confirmed" };
const untouched = (reason: JobReason): Outcome => ({ state: "failed", reason, untouched: true });
const labels = (prints: { label: string }[]) => prints.map(({ label }) => label);

test("jobs print one at a time, in the order they came, and each change is told", async () => {
	const { first, add, told } = open();
	add("A001");
	add("A002");
	expect(told).toEqual([]);
	await pass(0);
	expect(labels(first.prints)).toEqual(["A001"]);
	first.prints[0]?.end(confirmed);
	await pass(0);
	first.prints[1]?.end({ state: "unconfirmed", reason: "timeout" });
	await pass(0);
	expect(told).toEqual([
		"A001 printing",
		"A001 confirmed",
		"A002 printing",
		"A002 unconfirmed timeout",
	]);
});

test.each<[PrinterReason & JobReason]>([
	["paper-out"],
	["cover-open"],
	["cutter"],
	["error"],
	["offline"],
])(
	"a printer that waits for a person (%s) keeps the line waiting, and goes on when it is well",
	async (reason) => {
		const { first, add, told, stateOf } = open();
		await pass(0);
		first.is("blocked", reason);
		await pass(spoolTimings.freshMs);
		const job = add("A001");
		const behind = add("A002");
		await pass(5_000);
		expect([stateOf(job), stateOf(behind)]).toEqual([["blocked", reason], ["queued"]]);
		expect(first.prints).toEqual([]);
		expect(first.asked()).toBeGreaterThanOrEqual(5);
		first.is("ready");
		await pass(1_000);
		expect(labels(first.prints)).toEqual(["A001"]);
		expect(told).toEqual([`A001 blocked ${reason}`, "A001 printing"]);
	},
);

test("what the printer says by itself is not waited for", async () => {
	const { first, add } = open();
	first.is("blocked", "cover-open");
	add("A001");
	await pass(100);
	first.is("ready");
	first.says();
	await pass(0);
	expect(labels(first.prints)).toEqual(["A001"]);
});

test("a printer near the end of its roll prints", async () => {
	const { first, add } = open();
	first.is("low", "paper-low");
	add("A001");
	await pass(0);
	expect(labels(first.prints)).toEqual(["A001"]);
});

test("a printer that cannot be reached is tried again, ever more slowly, as long as the paper is worth it", async () => {
	const { first, add, told, stateOf } = open();
	const job = add("A001");
	const triedAfter: number[] = [];
	for (let ms = 0; ms < spoolTimings.staleAfterMs + 10_000; ms += 100) {
		for (const print of first.prints.splice(0)) {
			triedAfter.push(ms);
			print.end(untouched("unreachable"));
		}
		await pass(100);
	}
	expect(triedAfter.slice(0, 6)).toEqual([100, 600, 1_600, 3_600, 7_600, 15_600]);
	expect(stateOf(job)).toEqual(["failed", "stale"]);
	expect(told.filter((line) => line.endsWith("stale"))).toEqual(["A001 failed stale"]);
	expect(triedAfter.at(-1)).toBeLessThan(spoolTimings.staleAfterMs + 100);
});

test("what may have been printed is never sent again", async () => {
	const { first, add, stateOf } = open();
	const ends: Outcome[] = [
		{ state: "unconfirmed", reason: "paper-out" },
		{ state: "failed", reason: "closed", untouched: false },
	];
	for (const [n, outcome] of ends.entries()) {
		const job = add(`A00${n}`, "may-in-2");
		await pass(1_000);
		first.prints.at(-1)?.end(outcome);
		await pass(60_000);
		expect(stateOf(job)[0]).toBe(outcome.state);
	}
	expect(labels(first.prints)).toEqual(["A000", "A001"]);
});

test("what surely was not touched goes to the second printer at once, with all behind it, and never back", async () => {
	const { first, second, add, told, stateOf } = open();
	first.is("blocked", "paper-out");
	const job = add("A001", "may-in-2");
	add("A002", "may-in-2");
	await pass(0);
	expect(told.slice(0, 3)).toEqual([
		"A001 queued may-in-2",
		"A001 printing may-in-2",
		"A002 queued may-in-2",
	]);
	first.is("ready");
	second.is("offline", "unreachable");
	second.prints[0]?.end(untouched("unreachable"));
	await pass(0);
	expect(stateOf(job)).toEqual(["blocked", "unreachable"]);
	expect(first.prints).toEqual([]);
});

test("a second printer that is not well either gets nothing", async () => {
	const { first, second, add, stateOf } = open();
	first.is("blocked", "paper-out");
	second.is("blocked", "cover-open");
	const job = add("A001", "may-in-2");
	await pass(3_000);
	expect(stateOf(job)).toEqual(["blocked", "paper-out"]);
	second.is("ready");
	await pass(1_000);
	expect(labels(second.prints)).toEqual(["A001"]);
});

test("paper that runs out in the midst is waited for, and who stands behind goes elsewhere", async () => {
	const { first, second, add, told, stateOf } = open();
	const job = add("A001", "may-in-2");
	add("A002", "may-in-2");
	await pass(0);
	first.prints[0]?.block("paper-out");
	add("A003", "may-in-2");
	await pass(0);
	expect(stateOf(job)).toEqual(["blocked", "paper-out"]);
	expect(labels(second.prints)).toEqual(["A002"]);
	first.prints[0]?.block(null);
	first.prints[0]?.end(confirmed);
	await pass(0);
	expect(told.filter((line) => line.startsWith("A001"))).toEqual([
		"A001 printing",
		"A001 blocked paper-out",
		"A001 printing",
		"A001 confirmed",
	]);
	expect(labels(first.prints)).toEqual(["A001"]);
});

test("a ticket that was called meanwhile, or waited too long, is dropped, wherever it stands in line", async () => {
	const { first, add, unwanted, stateOf } = open();
	const inHand = add("A001");
	const called = add("A002");
	const old = add("A003");
	await pass(60_000);
	unwanted.add("A001").add("A002");
	const fresh = add("A004");
	await pass(60_001);
	expect([inHand, called, old, fresh].map(stateOf)).toEqual([
		["printing"],
		["failed", "stale"],
		["failed", "stale"],
		["queued"],
	]);
	first.prints[0]?.end(confirmed);
	await pass(0);
	expect(labels(first.prints)).toEqual(["A001", "A004"]);
});

test("while paused nothing is printed but test pages, which go before the line", async () => {
	const { first, add, stateOf } = open();
	first.spool.pause();
	const job = add("A001");
	await pass(0);
	expect(stateOf(job)).toEqual(["blocked", "paused"]);
	expect(first.spool.status()).toMatchObject({ state: "blocked", reasons: ["paused"], waiting: 1 });
	add(testPage);
	await pass(0);
	expect(labels(first.prints)).toEqual(["test"]);
	first.prints[0]?.end(confirmed);
	await pass(30_000);
	expect(labels(first.prints)).toEqual(["test"]);
	first.spool.resume();
	await pass(0);
	expect(labels(first.prints)).toEqual(["test", "A001"]);
	expect(first.spool.status().reasons).toEqual([]);
});

test("an idle printer is asked now and then, and at once when somebody wants to know", async () => {
	const { first } = open();
	await pass(0);
	expect(first.asked()).toBe(1);
	await pass(spoolTimings.idleAskMs * 3);
	expect(first.asked()).toBe(4);
	first.is("offline", "unreachable");
	const checked = first.spool.check();
	await pass(0);
	expect(await checked).toMatchObject({ state: "offline", reasons: ["unreachable"] });
});

test("what waits can be taken out of the line, and what is being printed cannot", async () => {
	const { first, add, stateOf } = open();
	const printing = add("A001");
	const waiting = add("A002");
	await pass(0);
	expect([printing, waiting, "không-có"].map(first.spool.withdraw)).toEqual([false, true, false]);
	expect(stateOf(waiting)).toEqual(["failed", "stale"]);
});

test("a ticket that cannot be drawn fails alone", async () => {
	const { first, add, stateOf, errors } = open();
	const bad = add("LỖI");
	add("A002");
	await pass(0);
	expect(labels(first.prints)).toEqual(["A002"]);
	expect(stateOf(bad)).toEqual(["failed"]);
	expect(errors).toEqual(["a paper could not be made ready"]);
});

test("closing waits for what prints, and not for what cannot be printed", async () => {
	const { first, add, stateOf } = open();
	const job = add("A001");
	const behind = add("A002");
	await pass(0);
	const closed = first.spool.close(5_000);
	first.prints[0]?.end(confirmed);
	await pass(0);
	first.prints[1]?.end(untouched("unreachable"));
	await closed;
	expect([stateOf(job), stateOf(behind)]).toEqual([["confirmed"], ["failed", "closed"]]);
});

test("closing waits no longer than its bound", async () => {
	const { first, add, stateOf } = open();
	const jobs = [add("A001"), add("A002")];
	await pass(0);
	const closed = first.spool.close(5_000);
	await pass(5_000);
	await closed;
	expect(jobs.map(stateOf)).toEqual([
		["unconfirmed", "closed"],
		["failed", "closed"],
	]);
});
