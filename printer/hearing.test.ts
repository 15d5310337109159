import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createHearing } from "./hearing.ts";
import { LinkError } from "./link.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const never = new AbortController().signal;
const paperIs = { well: 0b0000_0000, low: 0b0000_0011, out: 0b0000_1111 };
const word = (id: string) => Buffer.concat([Buffer.of(0x37, 0x22), Buffer.from(id), Buffer.of(0)]);

test("the word for a job is the answer that comes after it was asked for", async () => {
	const hearing = createHearing();
	const proof = hearing.expectProof(null);
	const said = proof.within(1_000, never);
	hearing.take(Buffer.of(paperIs.low));
	expect(await said).toBe("done");
	expect(hearing.condition()).toEqual({ state: "low", reasons: ["paper-low"] });
});

test("an answer that is late is never taken for that of the next job", async () => {
	const hearing = createHearing();
	const first = hearing.expectProof(null).within(1_000, never);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(await first).toBe("not-yet");

	const second = hearing.expectProof(null);
	const soon = second.within(1_000, never);
	hearing.take(Buffer.of(paperIs.well));
	await vi.advanceTimersByTimeAsync(1_000);
	expect(await soon).toBe("not-yet");
	const later = second.within(1_000, never);
	hearing.take(Buffer.of(paperIs.well));
	expect(await later).toBe("done");
});

test("once a while of silence has followed an answer, none is owed any more", async () => {
	const hearing = createHearing();
	const lost = hearing.expectProof(null).within(1_000, never);
	await vi.advanceTimersByTimeAsync(1_000);
	await lost;
	expect(hearing.owes()).toBe(true);

	const settled = hearing.settles(1_000, never);
	hearing.take(Buffer.of(paperIs.well));
	await vi.advanceTimersByTimeAsync(300);
	await settled;
	expect(hearing.owes()).toBe(false);
	const next = hearing.expectProof(null).within(1_000, never);
	hearing.take(Buffer.of(paperIs.well));
	expect(await next).toBe("done");
});

test("a process ID is the word for its own job alone", async () => {
	const hearing = createHearing();
	const first = hearing.expectProof("A001").within(500, never);
	hearing.take(word("A000"));
	await vi.advanceTimersByTimeAsync(500);
	expect(await first).toBe("not-yet");
	const second = hearing.expectProof("A002").within(500, never);
	hearing.take(word("A002"));
	expect(await second).toBe("done");
});

test("a printer that has once answered a process ID is not believed by a stray byte", async () => {
	const hearing = createHearing();
	const first = hearing.expectProof("A001").within(500, never);
	hearing.take(Buffer.concat([word("A001"), Buffer.of(paperIs.well)]));
	expect(await first).toBe("done");
	const second = hearing.expectProof("A002").within(500, never);
	hearing.take(Buffer.of(paperIs.well));
	await vi.advanceTimersByTimeAsync(500);
	expect(await second).toBe("not-yet");
});

test("a printer that has carried everything out without paper says so", async () => {
	const hearing = createHearing();
	const said = hearing.expectProof(null).within(1_000, never);
	hearing.take(Buffer.of(paperIs.out));
	expect(await said).toBe("paper-out");
});

test("a line that is lost ends the wait at once", async () => {
	const hearing = createHearing();
	const said = hearing.expectProof(null).within(60_000, never);
	hearing.lost(new LinkError("closed", "the plug was pulled"));
	expect(await said).toBe("lost");
	expect(vi.getTimerCount()).toBe(0);
});

test("an answer to a question that nobody has asked says nothing", () => {
	const hearing = createHearing();
	// DLE EOT: offline.
	hearing.take(Buffer.of(0b0001_1010));
	expect(hearing.condition()).toEqual({ state: "ready", reasons: [] });
});

test("a question that a printer does not know is not asked again, but for the first", async () => {
	const hearing = createHearing();
	for (const n of hearing.questions()) {
		const answer = hearing.answer(n, 100, never);
		if (n === 1 || n === 4) hearing.take(Buffer.of(0b0001_0010));
		await vi.advanceTimersByTimeAsync(100);
		expect(await answer).toBe(n === 1 || n === 4);
	}
	expect(hearing.questions()).toEqual([1, 4]);
	const silent = hearing.answer(1, 100, never);
	await vi.advanceTimersByTimeAsync(100);
	expect(await silent).toBe(false);
	expect(hearing.questions()).toEqual([1, 4]);
});

test.each([
	["the cover is open", 0b0001_0110, ["cover-open"]],
	["an error stands", 0b0101_0010, ["error"]],
])("what stops a printer is told: %s", async (_, byte, reasons) => {
	const hearing = createHearing();
	const answer = hearing.answer(2, 100, never);
	hearing.take(Buffer.of(byte));
	await answer;
	expect(hearing.condition()).toEqual({ state: "blocked", reasons });
});

test("a printer that once did not answer in time is still heard to have new paper", async () => {
	const hearing = createHearing();
	const paperEnd = { out: 0b0111_0010, well: 0b0001_0010 };
	const out = hearing.answer(4, 100, never);
	hearing.take(Buffer.of(paperEnd.out));
	await out;
	const late = hearing.answer(4, 100, never);
	await vi.advanceTimersByTimeAsync(100);
	expect(await late).toBe(false);
	expect(hearing.condition()).toEqual({ state: "blocked", reasons: ["paper-out"] });

	expect(hearing.questions()).toContain(4);
	const mended = hearing.answer(4, 100, never);
	hearing.take(Buffer.of(paperEnd.well));
	await mended;
	expect(hearing.condition()).toEqual({ state: "ready", reasons: [] });
});

test.each([null, "A001"])(
	"that a printer has thrown away what it had is not its word for a job (process ID %s)",
	async (id) => {
		const hearing = createHearing();
		const proof = hearing.expectProof(id);
		const soon = proof.within(500, never);
		hearing.take(Buffer.of(0x37, 0x25, 0));
		await vi.advanceTimersByTimeAsync(500);
		expect(await soon).toBe("not-yet");
		const later = proof.within(500, never);
		hearing.take(Buffer.of(paperIs.well));
		expect(await later).toBe("done");
	},
);

test("a printer that never tells of its roll goes on when it is no longer stopped for want of paper", async () => {
	const hearing = createHearing();
	const offlineCause = { out: 0b0011_0010, well: 0b0001_0010 };
	const first = hearing.answer(1, 100, never);
	hearing.take(Buffer.of(0b0001_0010));
	await first;
	const roll = hearing.answer(4, 100, never);
	await vi.advanceTimersByTimeAsync(100);
	await roll;

	const stopped = hearing.answer(2, 100, never);
	hearing.take(Buffer.of(offlineCause.out));
	await stopped;
	expect(hearing.condition()).toEqual({ state: "blocked", reasons: ["paper-out"] });
	const goesOn = hearing.answer(2, 100, never);
	hearing.take(Buffer.of(offlineCause.well));
	await goesOn;
	expect(hearing.condition()).toEqual({ state: "ready", reasons: [] });

	// Its word for a job is no lasting one: nothing would ever take it back.
	const said = hearing.expectProof(null).within(1_000, never);
	hearing.take(Buffer.of(paperIs.out));
	expect(await said).toBe("paper-out");
	expect(hearing.condition().state).not.toBe("blocked");
});
