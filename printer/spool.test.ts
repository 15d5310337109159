import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Device, Outcome } from "./device.ts";
import { createSpool, type JobNews } from "./spool.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A device whose prints end when the test says so, or when they are aborted. */
function handDevice() {
	const printing: { text: string; end(outcome: Outcome): void }[] = [];
	const device: Device = {
		print: (bytes, _slip, signal) =>
			new Promise((end) => {
				if (signal.aborted) end({ state: "failed", reason: "closed" });
				signal.addEventListener("abort", () => end({ state: "failed", reason: "closed" }));
				printing.push({ text: Buffer.from(bytes).toString(), end });
			}),
		status: () => ({ state: "ready", reasons: [] }),
	};
	return { device, printing };
}

function open(onJob: (news: JobNews) => void = () => undefined) {
	const { device, printing } = handDevice();
	const news: JobNews[] = [];
	const errors: string[] = [];
	const spool = createSpool({
		printerId: "may-in-1",
		device,
		encode: async (paper: { ticketId: string; number: string }) => {
			if (paper.number === "LỖI") throw new Error("no such letter");
			return Buffer.from(paper.number);
		},
		onJob(job) {
			news.push(job);
			onJob(job);
		},
		log: { info() {}, warn() {}, error: (_, message) => errors.push(message) },
	});
	const add = (number: string) => spool.add({ ticketId: `phiếu-${number}`, number });
	return { spool, add, printing, news, errors };
}

const confirmed: Outcome = { state: "confirmed", low: false };

test("jobs print one at a time, in the order they came, and each change is told", async () => {
	const { add, spool, printing, news } = open();
	const first = add("A001");
	const second = add("A002");
	expect(first.state).toBe("queued");
	expect(news).toEqual([]);
	await vi.waitFor(() => expect(printing.map(({ text }) => text)).toEqual(["A001"]));
	expect(spool.job(second.jobId)?.state).toBe("queued");
	printing[0]?.end(confirmed);
	await vi.waitFor(() => expect(printing.map(({ text }) => text)).toEqual(["A001", "A002"]));
	printing[1]?.end({ state: "unconfirmed", reason: "timeout" });
	await vi.waitFor(() => expect(news).toHaveLength(4));
	expect(news.map(({ ticketId, state }) => `${ticketId} ${state}`)).toEqual([
		"phiếu-A001 printing",
		"phiếu-A001 confirmed",
		"phiếu-A002 printing",
		"phiếu-A002 unconfirmed",
	]);
	expect(spool.job(second.jobId)).toEqual({
		jobId: second.jobId,
		state: "unconfirmed",
		reason: "timeout",
	});
});

test("a ticket that cannot be drawn fails alone", async () => {
	const { add, spool, printing, errors } = open();
	const bad = add("LỖI");
	add("A002");
	await vi.waitFor(() => expect(printing.map(({ text }) => text)).toEqual(["A002"]));
	expect(spool.job(bad.jobId)).toEqual({ jobId: bad.jobId, state: "failed" });
	expect(errors).toEqual(["a ticket could not be made ready for printing"]);
});

test("a listener that throws does not stop the line", async () => {
	const { add, printing, errors } = open(() => {
		throw new Error("the hub has a bug");
	});
	add("A001");
	add("A002");
	await vi.waitFor(() => expect(printing).toHaveLength(1));
	printing[0]?.end(confirmed);
	await vi.waitFor(() => expect(printing).toHaveLength(2));
	expect(errors).toHaveLength(3);
});

test("closing waits for the line", async () => {
	const { add, spool, printing, news } = open();
	add("A001");
	const closed = spool.close(5_000);
	await vi.waitFor(() => expect(printing).toHaveLength(1));
	printing[0]?.end(confirmed);
	await closed;
	expect(news.at(-1)?.state).toBe("confirmed");
});

test("closing waits no longer than its bound, and what is left fails as closed", async () => {
	const { add, spool, printing, news } = open();
	add("A001");
	add("A002");
	const closed = spool.close(5_000);
	await vi.waitFor(() => expect(printing).toHaveLength(1));
	await vi.advanceTimersByTimeAsync(5_000);
	await closed;
	expect(news.filter(({ state }) => state === "failed")).toMatchObject([
		{ ticketId: "phiếu-A001", reason: "closed" },
		{ ticketId: "phiếu-A002", reason: "closed" },
	]);
	expect(add("A003")).toMatchObject({ state: "failed", reason: "closed" });
});

test("an unknown job is none", () => {
	expect(open().spool.job("không-có")).toBeNull();
});
