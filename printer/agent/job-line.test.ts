import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { JobBlocked, JobEnded } from "../../protocol/print-agent.ts";
import type { Condition, Course, Device, DeviceJob, Outcome } from "../device.ts";
import { wellCondition } from "../device.ts";
import { abilitiesOf } from "../profiles.ts";
import { createJobLine, type PrinterWays } from "./job-line.ts";
import type { Journal } from "./journal.ts";

const ways: PrinterWays = {
	printerId: "printer-1",
	widthDots: 576,
	abilities: abilitiesOf({ widthDots: 576 }, []),
	cut: "partial",
};
const confirmed: Outcome = { state: "confirmed" };
const untouched: Outcome = { state: "failed", reason: "offline", untouched: true };
const job = (jobId: string): DeviceJob => ({ jobId, label: "A012", bytes: Uint8Array.of(1) });
const nowhere = { info: () => undefined, warn: () => undefined, error: () => undefined };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const settled = () => vi.advanceTimersByTimeAsync(0);

function memory(known: [string, Outcome | "begun"][] = []): Journal {
	const jobs = new Map(known);
	return {
		of: (jobId) => jobs.get(jobId) ?? null,
		begin: (jobId) => void jobs.set(jobId, "begun"),
		end: (jobId, outcome) => void jobs.set(jobId, outcome),
	};
}

/** A printer whose jobs end when the test says so. */
function setUp(journal = memory()) {
	const prints: { jobId: string; course: Course; end: (outcome: Outcome) => void }[] = [];
	const opened: PrinterWays[] = [];
	let closes = 0;
	let tell: (condition: Condition) => void = () => undefined;
	const device: Device = {
		print: ({ jobId }, course) =>
			new Promise((end) => {
				prints.push({ jobId, course, end });
				course.signal.addEventListener("abort", () =>
					end({ state: "failed", reason: "closed", untouched: false }),
				);
			}),
		ask: async () => wellCondition,
		condition: () => wellCondition,
		onCondition(listener) {
			tell = listener;
		},
		close: async () => void closes++,
	};
	const ended: JobEnded[] = [];
	const blocked: JobBlocked[] = [];
	const conditions: Condition[] = [];
	const line = createJobLine({
		open(next) {
			opened.push(next);
			return device;
		},
		journal,
		onCondition: (condition) => conditions.push(condition),
		onBlocked: (one) => blocked.push(one),
		onEnded: (one) => ended.push(one),
		log: nowhere,
	});
	const said = (condition: Condition) => tell(condition);
	return { line, prints, opened, ended, blocked, conditions, said, closes: () => closes };
}

test("jobs are printed one after the other, and one that is given twice is printed once", async () => {
	const { line, prints, ended, blocked } = setUp();
	await line.use(ways);
	expect([line.take(job("1")), line.take(job("2")), line.take(job("1"))]).toEqual([
		true,
		true,
		true,
	]);
	await settled();
	expect(prints.map(({ jobId }) => jobId)).toEqual(["1"]);
	prints[0]?.course.onBlocked("paper-out");
	expect(blocked).toEqual([{ jobId: "1", reason: "paper-out" }]);
	expect(["1", "2", "3"].map((jobId) => line.standing(jobId))).toEqual([
		{ state: "printing", blocked: "paper-out" },
		{ state: "printing", blocked: null },
		{ state: "unknown" },
	]);
	prints[0]?.end(confirmed);
	await settled();
	expect(prints.map(({ jobId }) => jobId)).toEqual(["1", "2"]);
	expect(line.take(job("1"))).toBe(true);
	await settled();
	expect(prints).toHaveLength(2);
	expect(ended).toEqual([
		{ jobId: "1", outcome: confirmed },
		{ jobId: "1", outcome: confirmed },
	]);
	expect(line.standing("1")).toEqual({ state: "ended", outcome: confirmed });
});

test("what an earlier run had begun is never printed, and is said to be unconfirmed", async () => {
	const { line, prints, ended } = setUp(memory([["1", "begun"]]));
	await line.use(ways);
	expect(line.take(job("1"))).toBe(true);
	await settled();
	expect(prints).toEqual([]);
	expect(ended).toMatchObject([{ outcome: { state: "unconfirmed", reason: "closed" } }]);
});

test("what surely was not printed is, when it is given again", async () => {
	const { line, prints, ended } = setUp(memory([["1", untouched]]));
	await line.use(ways);
	line.take(job("1"));
	await settled();
	prints[0]?.end(confirmed);
	await settled();
	expect(ended).toEqual([{ jobId: "1", outcome: confirmed }]);
});

test("other ways hold from the next job on; the same ways open nothing anew", async () => {
	const { line, prints, opened, closes } = setUp();
	await line.use(ways);
	await line.use({ ...ways });
	line.take(job("1"));
	await settled();
	const changed = line.use({ ...ways, widthDots: 384 });
	line.take(job("2"));
	await settled();
	expect([opened.length, closes()]).toEqual([1, 0]);
	prints[0]?.end(confirmed);
	await changed;
	await settled();
	expect(opened.map(({ widthDots }) => widthDots)).toEqual([576, 384]);
	expect(prints.map(({ jobId }) => jobId)).toEqual(["1", "2"]);
});

test("a condition that is said again and again is told once", async () => {
	const { line, conditions, said } = setUp();
	await line.use(ways);
	said(wellCondition);
	said({ state: "low", reasons: ["paper-low"] });
	said({ state: "low", reasons: ["paper-low"] });
	expect(conditions.map(({ state }) => state)).toEqual(["ready", "low"]);
});

test("a device that throws is a ticket that may have been printed", async () => {
	const ended: JobEnded[] = [];
	const line = createJobLine({
		open: () => ({
			print: async () => {
				throw new Error("hỏng");
			},
			ask: async () => wellCondition,
			condition: () => wellCondition,
			onCondition: () => undefined,
			close: async () => undefined,
		}),
		journal: memory(),
		onCondition: () => undefined,
		onBlocked: () => undefined,
		onEnded: (one) => ended.push(one),
		log: nowhere,
	});
	await line.use(ways);
	line.take(job("1"));
	await settled();
	expect(ended).toEqual([{ jobId: "1", outcome: { state: "unconfirmed", reason: "error" } }]);
});

test("a stop takes no more, lets a ticket end, and cuts it short when it takes too long", async () => {
	const { line, prints, ended, closes } = setUp();
	await line.use(ways);
	line.take(job("1"));
	await settled();
	const stopped = line.close(10_000);
	expect(line.take(job("2"))).toBe(false);
	await vi.advanceTimersByTimeAsync(9_999);
	expect(ended).toEqual([]);
	await vi.advanceTimersByTimeAsync(1);
	await stopped;
	expect(ended).toMatchObject([{ jobId: "1", outcome: { state: "failed", untouched: false } }]);
	expect([prints.length, closes()]).toEqual([1, 1]);
});
