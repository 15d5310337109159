import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { blankBitmap, fillBlack } from "../../printer/bitmap.ts";
import { afterHalfPaper, encodePaper } from "../../printer/encode.ts";
import {
	automaticStatus,
	clearBuffers,
	endQuestions,
	initialise,
	rasterBand,
	transmitRealTimeStatus,
} from "../../printer/escpos.ts";
import { abilitiesOf } from "../../printer/profiles.ts";
import { createReplyReader, type Reply, realTimeSaid } from "../../printer/replies.ts";
import { createMachine } from "./machine.ts";
import type { Ways } from "./ways.ts";

const widthDots = 384;
const abilities = abilitiesOf({ profile: "epson-tm-t88", widthDots }, []);

/** A ticket of 400 rows; its process ID and the text of its QR say which. */
function ticket(id: string, heightDots = 400): Buffer {
	const bitmap = blankBitmap(widthDots, heightDots);
	fillBlack(bitmap, { x: 8, y: 8, width: 200, height: heightDots - 16 });
	const paper = encodePaper(
		[
			{ kind: "picture", bitmap },
			{ kind: "qr", text: `https://motcua.example/${id}`, moduleDots: 3 },
		],
		{ cut: "partial", abilities, widthDots },
	);
	return Buffer.concat([paper, endQuestions(id)]);
}

function printerThat(ways: Partial<Ways> = {}) {
	const machine = createMachine({ widthDots, feedUnitsPerDot: abilities.feedUnitsPerDot }, ways);
	const reader = createReplyReader();
	const replies: Reply[] = [];
	machine.onReply((bytes) => replies.push(...reader.read(bytes)));
	return { machine, replies };
}

/** Feeds whatever there is room for, as a line would. */
function feedAll(machine: ReturnType<typeof createMachine>, bytes: Uint8Array): void {
	let at = machine.feed(bytes);
	machine.onRoom(() => {
		if (at < bytes.length) at += machine.feed(bytes.subarray(at));
	});
}

const ids = (replies: readonly Reply[]) =>
	replies.flatMap((reply) => (reply.kind === "process-id" ? [reply.id] : []));

test("a ticket is printed, cut and confirmed, whatever pieces it comes in", () => {
	const bytes = ticket("0001");
	fc.assert(
		fc.property(fc.array(fc.nat(bytes.length), { maxLength: 20 }), (cuts) => {
			const { machine, replies } = printerThat();
			const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
			for (const [i, to] of at.entries()) machine.feed(bytes.subarray(at[i - 1] ?? 0, to));
			expect(machine.faults).toEqual([]);
			expect(machine.papers).toHaveLength(1);
			const [paper] = machine.papers;
			expect(paper?.bytes.equals(bytes)).toBe(true);
			expect(paper).toMatchObject({
				qrTexts: ["https://motcua.example/0001"],
				processIds: ["0001"],
				cuts: [{ how: "partial" }],
			});
			expect(replies).toEqual([
				{ kind: "automatic", said: expect.objectContaining({ offline: false }) },
				{ kind: "process-id", id: "0001" },
				{ kind: "paper", low: false, out: false },
			]);
		}),
		{ numRuns: 30 },
	);
});

describe("in its own time", () => {
	test("at 9,600 baud a ticket takes as long as it has bytes, and is confirmed only then", () => {
		vi.useFakeTimers();
		try {
			const { machine, replies } = printerThat({ bytesPerSecond: 960 });
			const bytes = ticket("0001");
			machine.feed(bytes);
			const wholeMs = (bytes.length / 960) * 1_000;
			vi.advanceTimersByTime(wholeMs - 100);
			expect(machine.papers).toHaveLength(0);
			expect(ids(replies)).toEqual([]);
			vi.advanceTimersByTime(200);
			expect(machine.papers).toHaveLength(1);
			expect(ids(replies)).toEqual(["0001"]);
		} finally {
			vi.useRealTimers();
		}
	});

	test("a small buffer takes no more than it holds, and says when there is room", () => {
		vi.useFakeTimers();
		try {
			const { machine } = printerThat({ bytesPerSecond: 50_000, bufferBytes: 4_096 });
			const bytes = ticket("0001");
			expect(bytes.length).toBeGreaterThan(8_192);
			expect(machine.feed(bytes)).toBe(4_096);
			expect(machine.room()).toBe(0);
			let at = 4_096;
			machine.onRoom(() => {
				at += machine.feed(bytes.subarray(at));
			});
			vi.advanceTimersByTime(1_000);
			expect(machine.papers).toHaveLength(1);
		} finally {
			vi.useRealTimers();
		}
	});
});

describe("questions in real time", () => {
	test("are answered at once, before what waits in the buffer", () => {
		const { machine, replies } = printerThat();
		machine.sense({ paper: "out" });
		machine.feed(ticket("0001"));
		for (const n of [1, 2, 3, 4] as const) machine.feed(transmitRealTimeStatus(n));
		const said = replies.map((reply, index) =>
			reply.kind === "real-time"
				? realTimeSaid(([1, 2, 3, 4] as const)[index] ?? 1, reply.byte)
				: {},
		);
		expect(said).toEqual([
			{ offline: true },
			{ coverOpen: false, error: false, paperOut: true },
			{ cutter: false, error: false },
			{ paperLow: true, paperOut: true },
		]);
		machine.changeRoll();
		expect(machine.papers).toHaveLength(1);
		expect(machine.faults).toEqual([]);
	});

	test("are seen even when they come byte by byte", () => {
		const { machine, replies } = printerThat();
		for (const byte of transmitRealTimeStatus(1)) machine.feed(Uint8Array.of(byte));
		expect(replies).toEqual([{ kind: "real-time", byte: 0b0001_0010 }]);
	});

	test("are answered within a picture too, which is a fault of who sent it", () => {
		const { machine, replies } = printerThat();
		machine.feed(rasterBand(8, Uint8Array.of(0xff, 0x10, 4, 1, 0xff, 0, 0, 0)));
		expect(replies).toEqual([{ kind: "real-time", byte: 0b0001_0010 }]);
		expect(machine.faults).toHaveLength(1);
	});

	test("clear what waits and was not printed, and nothing that comes after", () => {
		const { machine, replies } = printerThat();
		machine.sense({ offline: true });
		machine.feed(Buffer.concat([ticket("0001"), clearBuffers, ticket("0002")]));
		expect(replies).toEqual([{ kind: "cleared" }]);
		machine.sense({ offline: false });
		expect(ids(replies)).toEqual(["0002"]);
		expect(machine.papers).toHaveLength(1);
	});
});

describe("what goes wrong", () => {
	test("a roll that ends in the midst of a ticket stops it, and a new one lets it go on", () => {
		const { machine, replies } = printerThat();
		machine.feed(automaticStatus(true));
		machine.putRoll(1_000);
		machine.set({ initialiseEndsAutomaticStatus: false });
		for (const id of ["0001", "0002", "0003"]) machine.feed(ticket(id));
		expect(ids(replies)).toEqual(["0001", "0002"]);
		expect(machine.sensors().paper).toBe("out");
		expect(machine.papers).toHaveLength(2);
		machine.changeRoll();
		expect(ids(replies)).toEqual(["0001", "0002", "0003"]);
		const walk = replies.flatMap((reply) => (reply.kind === "automatic" ? [reply.said] : []));
		const seen = walk.map(({ paperLow, paperOut, coverOpen, offline }) =>
			[paperLow && "low", paperOut && "out", coverOpen && "cover", offline && "offline"]
				.filter(Boolean)
				.join(" "),
		);
		expect(seen.filter((word, index) => word !== seen[index - 1])).toEqual([
			"",
			"low",
			"low out offline",
			"low out cover offline",
			"cover offline",
			"",
		]);
	});

	test.each([
		["the cover", { coverOpen: true }, { coverOpen: false }],
		["somebody", { offline: true }, { offline: false }],
		["heat", { error: true }, { error: false }],
	])("%s stops it, and it goes on afterwards", (_, stopped, well) => {
		const { machine, replies } = printerThat();
		machine.sense(stopped);
		machine.feed(ticket("0001"));
		expect(machine.papers).toHaveLength(0);
		expect(replies).toEqual([]);
		machine.sense(well);
		expect(ids(replies)).toEqual(["0001"]);
	});

	test("a jammed cutter is an error at the cut, and cuts once it is free", () => {
		const { machine, replies } = printerThat({ cutterJams: true });
		machine.feed(ticket("0001"));
		expect(machine.sensors().cutterError).toBe(true);
		expect(machine.hangsOut()).toBe(true);
		expect(ids(replies)).toEqual([]);
		machine.freeCutter();
		expect(ids(replies)).toEqual(["0001"]);
		expect(machine.papers).toMatchObject([{ cuts: [{ how: "partial" }] }]);
	});

	test("without power all that waits is lost", () => {
		const { machine, replies } = printerThat({ bytesPerSecond: 960 });
		machine.feed(ticket("0001"));
		machine.powerOff();
		expect(machine.feed(ticket("0002"))).toBe(0);
		machine.powerOn();
		machine.set({ bytesPerSecond: null });
		machine.feed(ticket("0003"));
		expect(ids(replies)).toEqual(["0003"]);
	});

	test("half a command swallows what comes after it, until it is whole", () => {
		const { machine } = printerThat();
		const bytes = ticket("0001");
		machine.feed(bytes.subarray(0, 2_000));
		machine.feed(ticket("0002"));
		expect(machine.papers.flatMap(({ qrTexts }) => qrTexts)).not.toContain("0001");
		expect(machine.faults.length).toBeGreaterThan(0);
	});

	test("half a paper is completed and cut off, and the next one comes out whole", () => {
		const { machine, replies } = printerThat();
		machine.feed(ticket("0001").subarray(0, 2_000));
		machine.feed(afterHalfPaper(false));
		machine.feed(ticket("0002"));
		expect(ids(replies)).toEqual(["0002"]);
		expect(machine.papers.map(({ qrTexts }) => qrTexts.length)).toEqual([0, 1]);
		expect(machine.faults).toEqual([]);
	});

	test("what is no command is a fault, told once", () => {
		const { machine } = printerThat();
		machine.feed(Buffer.concat([Buffer.from("Xin chào"), initialise]));
		expect(machine.faults.map(String)).toEqual(["PaperError: unknown command 58 at byte 0"]);
	});
});

describe("what it does not know", () => {
	test("process IDs and automatic status are passed over", () => {
		const { machine, replies } = printerThat({
			knowsProcessId: false,
			knowsAutomaticStatus: false,
		});
		machine.feed(Buffer.concat([automaticStatus(true), ticket("0001")]));
		expect(replies).toEqual([{ kind: "paper", low: false, out: false }]);
		expect(machine.faults).toEqual([]);
	});

	test("a mute printer prints and says nothing", () => {
		const { machine, replies } = printerThat({ mute: true });
		machine.feed(Buffer.concat([transmitRealTimeStatus(1), ticket("0001")]));
		expect(replies).toEqual([]);
		expect(machine.papers).toHaveLength(1);
	});

	test("one that talks rubbish is understood all the same", () => {
		const { machine, replies } = printerThat({ junk: true });
		machine.feed(endQuestions("abcd"));
		expect(replies).toEqual([
			{ kind: "process-id", id: "abcd" },
			{ kind: "paper", low: false, out: false },
		]);
	});
});

test("paper that is not cut is torn off by hand", () => {
	const { machine, replies } = printerThat();
	const bitmap = blankBitmap(widthDots, 40);
	fillBlack(bitmap, { x: 0, y: 0, width: 8, height: 40 });
	const parts = [{ kind: "picture" as const, bitmap }];
	const paper = encodePaper(parts, { cut: "none", abilities, widthDots });
	feedAll(machine, Buffer.concat([paper, endQuestions("0001")]));
	expect(ids(replies)).toEqual(["0001"]);
	expect(machine.papers).toEqual([]);
	machine.tearOff();
	expect(machine.papers).toMatchObject([{ cuts: [], processIds: ["0001"] }]);
	expect(machine.hangsOut()).toBe(false);
});
