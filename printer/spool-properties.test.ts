import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PrinterSettings, PrintJob } from "../protocol/printing.ts";
import { type Condition, type Device, type Outcome, wellCondition } from "./device.ts";
import { createPrinting } from "./index.ts";
import { hasEnded } from "./job-book.ts";
import type { Paper } from "./paper.ts";

vi.mock("./paper-bytes.ts", () => ({ paperBytes: async () => Buffer.from("ESC @") }));

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const conditions: Condition[] = [
	wellCondition,
	{ state: "low", reasons: ["paper-low"] },
	{ state: "blocked", reasons: ["paper-out"] },
	{ state: "blocked", reasons: ["cover-open"] },
	{ state: "offline", reasons: ["offline"] },
	{ state: "offline", reasons: ["unreachable"] },
	{ state: "offline", reasons: ["timeout"] },
];
const outcomes: Outcome[] = [
	{ state: "confirmed" },
	{ state: "unconfirmed", reason: "timeout" },
	{ state: "unconfirmed", reason: "paper-out" },
	{ state: "failed", reason: "closed", untouched: false },
	{ state: "failed", reason: "unreachable", untouched: true },
	{ state: "failed", reason: "timeout", untouched: true },
	{ state: "failed", reason: "cover-open", untouched: true },
];

/** What a printer does with the next job: how it ends, after how long, and whether it waits for a person meanwhile. */
const Course = fc.record({
	outcome: fc.constantFrom(...outcomes),
	tookMs: fc.constantFrom(0, 5, 400, 30_000),
	sticks: fc.boolean(),
});
const printerId = fc.constantFrom("may-in-1", "may-in-2");
const Act = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({ does: fc.constant("print" as const), printerId, second: fc.boolean() }),
	},
	fc.record({ does: fc.constant("test" as const), printerId }),
	{
		weight: 2,
		arbitrary: fc.record({
			does: fc.constant("becomes" as const),
			printerId,
			condition: fc.constantFrom(...conditions),
			says: fc.boolean(),
		}),
	},
	fc.record({
		does: fc.constantFrom("pause" as const, "resume" as const, "check" as const),
		printerId,
	}),
	fc.record({
		does: fc.constantFrom("call" as const, "withdraw" as const),
		which: fc.nat({ max: 20 }),
	}),
	{
		weight: 3,
		arbitrary: fc.record({
			does: fc.constant("pass" as const),
			ms: fc.constantFrom(0, 1, 600, 2_000, 20_000, 90_000),
		}),
	},
);

interface Attempt {
	jobId: string;
	label: string;
	outcome: Outcome | null;
}

interface CourseOfJob {
	outcome: Outcome;
	tookMs: number;
	sticks: boolean;
}

function modelledPrinter(courses: readonly CourseOfJob[], all: Attempt[]) {
	const attempts: Attempt[] = [];
	let condition = wellCondition;
	let tell: (condition: Condition) => void = () => undefined;
	let isBusy = false;
	const device: Device = {
		async print({ jobId, label }, { signal, onBlocked }) {
			if (isBusy) throw new Error("two jobs at a time");
			isBusy = true;
			const { outcome, tookMs, sticks } = courses[attempts.length % courses.length] ?? {
				outcome: { state: "confirmed" },
				tookMs: 0,
				sticks: false,
			};
			const attempt: Attempt = { jobId, label, outcome: null };
			attempts.push(attempt);
			all.push(attempt);
			const begins = outcome.state !== "failed" || !outcome.untouched;
			if (sticks && begins) onBlocked("paper-out");
			const ended = await new Promise<Outcome>((end) => {
				setTimeout(end, tookMs, outcome);
				signal.addEventListener("abort", () =>
					end(begins ? { state: "unconfirmed", reason: "closed" } : outcome),
				);
			});
			if (sticks && begins) onBlocked(null);
			isBusy = false;
			attempt.outcome = ended;
			return ended;
		},
		ask: async () => condition,
		condition: () => condition,
		onCondition(listener) {
			tell = listener;
		},
		close: async () => undefined,
	};
	return {
		device,
		attempts,
		becomes(next: Condition, says: boolean) {
			condition = next;
			if (says) tell(next);
		},
	};
}

test("whatever printers do: each job ends once, in its turn, and nothing that may be on paper is sent again", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(Act, { minLength: 5, maxLength: 60 }),
			fc.array(Course, { minLength: 1, maxLength: 12 }),
			async (acts, courses) => {
				const all: Attempt[] = [];
				const printers = new Map(
					["may-in-1", "may-in-2"].map((id) => [id, modelledPrinter(courses, all)]),
				);
				const ends = new Map<string, number>();
				const jobs: PrintJob[] = [];
				/** The jobs of each printer in the order in which they came into its line. */
				const lines = new Map<string, string[]>([
					["may-in-1", []],
					["may-in-2", []],
				]);
				const called = new Set<string>();
				const attemptsAtEnd = new Map<string, number>();
				const attemptsOf = (jobId: string) => all.filter((one) => one.jobId === jobId);
				const printing = createPrinting({
					printers: [...printers.keys()].map(
						(id): PrinterSettings => ({ id, device: "tcp://10.0.0.7:9100", widthDots: 576 }),
					),
					dataDir: "/không-dùng",
					log: { info() {}, warn() {}, error: (facts) => expect(facts).toBeNull() },
					open: ({ id }) => printers.get(id)?.device ?? modelledPrinter([], all).device,
					isWanted: (paper) => paper.kind !== "ticket" || !called.has(paper.number),
					onJob({ job, printerId: at }) {
						if (job.state === "queued") lines.get(at)?.push(job.jobId);
						if (!hasEnded(job)) return;
						ends.set(job.jobId, (ends.get(job.jobId) ?? 0) + 1);
						attemptsAtEnd.set(job.jobId, attemptsOf(job.jobId).length);
					},
				});
				for (const act of acts) {
					switch (act.does) {
						case "print": {
							const other = act.printerId === "may-in-1" ? "may-in-2" : "may-in-1";
							const job = printing.print(
								act.printerId,
								ticket(jobs.length),
								act.second ? { secondPrinterId: other } : {},
							);
							jobs.push(job);
							lines.get(act.printerId)?.push(job.jobId);
							break;
						}
						case "test":
							jobs.push(printing.print(act.printerId, testPage(jobs.length)));
							break;
						case "becomes":
							printers.get(act.printerId)?.becomes(act.condition, act.says);
							break;
						case "pause":
						case "resume":
							printing[act.does](act.printerId);
							break;
						case "check":
							void printing.check(act.printerId);
							break;
						case "call":
							called.add(`A${act.which}`);
							break;
						case "withdraw":
							printing.withdraw(jobs[act.which]?.jobId ?? "");
							break;
						case "pass":
							await vi.advanceTimersByTimeAsync(act.ms);
					}
				}
				const closed = printing.close(2_000);
				await vi.advanceTimersByTimeAsync(2_000);
				await closed;

				for (const { jobId } of jobs) {
					expect(ends.get(jobId)).toBe(1);
					const attempts = attemptsOf(jobId);
					expect(attemptsAtEnd.get(jobId)).toBe(attempts.length);
					for (const { outcome } of attempts.slice(0, -1)) {
						expect(outcome).toMatchObject({ state: "failed", untouched: true });
					}
					const last = attempts.at(-1)?.outcome;
					if (last?.state === "confirmed") expect(printing.job(jobId)?.state).toBe("confirmed");
					if (printing.job(jobId)?.state === "confirmed") expect(last?.state).toBe("confirmed");
				}
				for (const [id, { attempts }] of printers) {
					const line = lines.get(id) ?? [];
					const places = attempts
						.filter(({ label }) => label !== "test")
						.map(({ jobId }) => line.lastIndexOf(jobId));
					expect(places).toEqual(places.toSorted((one, other) => one - other));
				}
			},
		),
		{ numRuns: 300 },
	);
});

const ofOffice = {
	languages: ["vi"],
	language: "vi",
	office: { vi: "Phường Tân Định", en: "Tân Định Ward" },
	timeZone: "Asia/Ho_Chi_Minh",
} as const;

function ticket(n: number): Paper {
	return {
		...ofOffice,
		kind: "ticket",
		ticketId: `phiếu-${n}`,
		number: `A${n}`,
		serviceName: { vi: "Hộ tịch", en: "Civil status" },
		priorityClass: null,
		procedureName: null,
		issuedAt: "2026-11-21T01:05:00Z",
		ahead: null,
		wait: null,
		followUrl: null,
	};
}

function testPage(n: number): Paper {
	return {
		...ofOffice,
		kind: "test",
		printerId: "may-in-1",
		printerName: `Máy in ${n}`,
		device: "tcp://10.0.0.7:9100",
		profile: "generic-80",
		widthDots: 576,
		isCut: true,
		printedAt: "2026-11-21T01:05:00Z",
	};
}
