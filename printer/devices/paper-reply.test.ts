import { expect, test } from "vitest";
import { findPaperReply } from "./paper-reply.ts";

const automatic = [0b0001_0100, 0, 0, 0b0000_1111];

test.each([
	["nothing yet", [], null],
	["paper is there", [0], { out: false, nearEnd: false }],
	["the roll is near its end", [0b11], { out: false, nearEnd: true }],
	["the roll has ended", [0b1111], { out: true, nearEnd: true }],
	["bits that vary by model", [0b0110_0000], { out: false, nearEnd: false }],
	["automatic status alone", automatic, null],
	["automatic status, then the answer", [...automatic, 0b11], { out: false, nearEnd: true }],
	["half an automatic status", automatic.slice(0, 2), null],
	["XOFF and XON, then the answer", [0x13, 0x11, 0], { out: false, nearEnd: false }],
])("the answer is found: %s", (_, received, reply) => {
	expect(findPaperReply(Uint8Array.from(received))).toEqual(reply);
});

test("a byte that came before the question is not its answer", () => {
	expect(findPaperReply(Uint8Array.of(0), 1)).toBeNull();
	expect(findPaperReply(Uint8Array.of(0, 0b11), 1)).toEqual({ out: false, nearEnd: true });
});
