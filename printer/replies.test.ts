import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { processIdOf } from "./escpos.ts";
import { createReplyReader, type Reply, realTimeSaid } from "./replies.ts";

const well = {
	offline: false,
	coverOpen: false,
	paperLow: false,
	paperOut: false,
	cutter: false,
	error: false,
};
const automatic = [0b0001_0100, 0, 0, 0b0000_1111];
const read = (bytes: readonly number[]) => createReplyReader().read(Uint8Array.from(bytes));
const paper = (low: boolean, out: boolean): Reply => ({ kind: "paper", low, out });
const processId = (id: string) => [0x37, 0x22, ...Buffer.from(id, "latin1"), 0];

test.each<[string, number[], Reply[]]>([
	["nothing yet", [], []],
	["paper is there", [0], [paper(false, false)]],
	["the roll is near its end", [0b11], [paper(true, false)]],
	["the roll has ended", [0b1111], [paper(true, true)]],
	["bits that vary by model", [0b0110_0000], [paper(false, false)]],
	["one bit of a sensor that has two", [0b0000_0100], []],
	["automatic status", automatic, [{ kind: "automatic", said: well }]],
	["half an automatic status", automatic.slice(0, 2), []],
	[
		"automatic status, then the answer",
		[...automatic, 0b11],
		[{ kind: "automatic", said: well }, paper(true, false)],
	],
	["XOFF and XON, then the answer", [0x13, 0x11, 0], [paper(false, false)]],
	[
		"XOFF within automatic status",
		[...automatic.slice(0, 2), 0x13, ...automatic.slice(2)],
		[{ kind: "automatic", said: well }],
	],
	["an answer in real time", [0b0001_0010], [{ kind: "real-time", byte: 0b0001_0010 }]],
	["a process ID", processId("A 7~"), [{ kind: "process-id", id: "A 7~" }]],
	["a process ID with a header in it", processId('7"7%'), [{ kind: "process-id", id: '7"7%' }]],
	["a process ID without its end", [...processId("0001").slice(0, 6), 0x41], []],
	["a process ID of other letters", [0x37, 0x22, 0x30, 0x1f, 0x30, 0x30, 0], []],
	["the buffer is cleared", [0x37, 0x25, 0], [{ kind: "cleared" }]],
	["a block of another kind", [0x37, 0x21, 0x80], []],
])("%s", (_, bytes, replies) => {
	expect(read(bytes)).toEqual(replies);
});

describe("what automatic status says", () => {
	test.each([
		["offline", [0x18, 0, 0, 0], { offline: true }],
		["an open cover", [0x38, 0, 0, 0], { offline: true, coverOpen: true }],
		["a cutter that is stuck", [0x18, 0x08, 0, 0], { offline: true, cutter: true }],
		["an error to be mended", [0x18, 0x04, 0, 0], { offline: true, error: true }],
		["an error beyond mending", [0x18, 0x20, 0, 0], { offline: true, error: true }],
		["heat", [0x18, 0x40, 0, 0], { offline: true, error: true }],
		["paper near its end", [0x10, 0, 0x03, 0], { paperLow: true }],
		["no paper", [0x18, 0, 0x0f, 0], { offline: true, paperLow: true, paperOut: true }],
	])("%s", (_, bytes, said) => {
		expect(read(bytes)).toEqual([{ kind: "automatic", said: { ...well, ...said } }]);
	});
});

test.each([
	[1, 0b0001_0010, { offline: false }],
	[1, 0b0001_1010, { offline: true }],
	[2, 0b0001_0010, { coverOpen: false, error: false }],
	[2, 0b0001_0110, { coverOpen: true, error: false }],
	[2, 0b0011_0010, { coverOpen: false, error: false, paperOut: true }],
	[2, 0b0101_0010, { coverOpen: false, error: true }],
	[3, 0b0001_1010, { cutter: true, error: false }],
	[3, 0b0001_0110, { cutter: false, error: true }],
	[3, 0b0011_0010, { cutter: false, error: true }],
	[3, 0b0101_0010, { cutter: false, error: true }],
	[4, 0b0001_0010, { paperLow: false, paperOut: false }],
	[4, 0b0001_1110, { paperLow: true, paperOut: false }],
	[4, 0b0111_1110, { paperLow: true, paperOut: true }],
] as const)("the answer to DLE EOT %i: %i", (n, byte, said) => {
	expect(realTimeSaid(n, byte)).toEqual(said);
});

const anyWord = fc
	.array(fc.constantFrom("0", "A", "z", " ", "~", "7", '"', "%"), { minLength: 4, maxLength: 4 })
	.map((letters) => letters.join(""));
/** A reply, as bytes and as it is to be read. */
const anyReply: fc.Arbitrary<{ bytes: readonly number[]; reply: Reply }> = fc.oneof(
	fc.constantFrom(0, 3, 12, 15, 0x60).map((byte) => ({
		bytes: [byte],
		reply: paper((byte & 3) !== 0, (byte & 12) !== 0),
	})),
	fc
		.constantFrom(0x12, 0x1a, 0x16, 0x7e)
		.map((byte) => ({ bytes: [byte], reply: { kind: "real-time" as const, byte } })),
	anyWord.map((id) => ({ bytes: processId(id), reply: { kind: "process-id" as const, id } })),
	fc.constant({ bytes: [0x37, 0x25, 0], reply: { kind: "cleared" as const } }),
	fc.constant({ bytes: automatic, reply: { kind: "automatic" as const, said: well } }),
);
/** Bytes that no reply begins with: bit 7, or bits 4 and 0, but for the header of a block. */
const anyJunk = fc.array(
	fc
		.integer({ min: 0, max: 255 })
		.filter((byte) => byte >= 0x80 || ((byte & 0x11) === 0x11 && byte !== 0x37)),
	{ maxLength: 5 },
);

test("every reply is read, whatever stands between them and however it is cut into pieces", () => {
	fc.assert(
		fc.property(
			fc.array(fc.record({ junk: anyJunk, said: anyReply })),
			fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }),
			(parts, sizes) => {
				const stream = parts.flatMap(({ junk, said }) => [...junk, ...said.bytes]);
				const reader = createReplyReader();
				const replies: Reply[] = [];
				for (let at = 0, i = 0; at < stream.length; i++) {
					const size = sizes[i % sizes.length] ?? 1;
					replies.push(...reader.read(Uint8Array.from(stream.slice(at, at + size))));
					at += size;
				}
				expect(replies).toEqual(parts.map(({ said }) => said.reply));
			},
		),
	);
});

test("a reply that breaks off costs itself alone, and is never taken for another", () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.nat(3).map((length) => automatic.slice(0, length)),
				anyWord.chain((id) => fc.nat(6).map((length) => processId(id).slice(0, length))),
				fc.nat(2).map((length) => [0x37, 0x25, 0].slice(0, length)),
			),
			// A byte that cannot go on with what broke off.
			fc.constantFrom(0x80, 0xff, 0xc3),
			anyReply,
			(broken, junk, { bytes, reply }) => {
				expect(read([...broken, junk, ...bytes])).toEqual([reply]);
			},
		),
	);
});

test("a block that breaks off at the header of the next costs itself alone", () => {
	fc.assert(
		fc.property(anyWord, fc.integer({ min: 1, max: 6 }), anyWord, (lost, length, id) => {
			fc.pre(!lost.includes("7") && !id.includes("7"));
			const replies = read([...processId(lost).slice(0, length), ...processId(id)]);
			expect(replies).toEqual([{ kind: "process-id", id }]);
		}),
	);
});

test("whatever comes, what comes after it is read again soon", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 40 }), (rubbish) => {
			const reader = createReplyReader();
			reader.read(rubbish);
			// As many as the longest reply has bytes may be lost.
			reader.read(new Uint8Array(7).fill(0xff));
			expect(reader.read(Uint8Array.from(processId("0042")))).toEqual([
				{ kind: "process-id", id: "0042" },
			]);
		}),
	);
});

test("process IDs are four letters, and no two are alike for a long while", () => {
	fc.assert(
		fc.property(fc.nat(95 ** 4 - 1), fc.nat(95 ** 4 - 1), (one, other) => {
			expect(processIdOf(one)).toMatch(/^[ -~]{4}$/);
			expect(processIdOf(one) === processIdOf(other)).toBe(one === other);
		}),
	);
	expect(processIdOf(95 ** 4)).toBe(processIdOf(0));
});
