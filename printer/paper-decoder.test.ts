import { expect, test } from "vitest";
import { decodePaper, PaperError } from "./paper-decoder.ts";

const esc = (...bytes: number[]) => Buffer.of(0x1b, ...bytes);
const gs = (...bytes: number[]) => Buffer.of(0x1d, ...bytes);

test.each([
	["a command that is not known", Buffer.concat([esc(0x40), esc(0x4d, 0)]), 2, false],
	["text, which depends on the code page", Buffer.from("A012"), 0, false],
	["a status in real time, which says nothing of the paper", Buffer.of(0x10, 4, 1), 0, false],
	["another QR model", gs(0x28, 0x6b, 4, 0, 49, 0x41, 51, 0), 0, false],
	["a QR code that was never stored", gs(0x28, 0x6b, 3, 0, 49, 0x51, 48), 0, false],
	["graphics that were never stored", gs(0x28, 0x4c, 2, 0, 48, 50), 0, false],
	[
		"graphics of another length than they say",
		gs(0x38, 0x4c, 12, 0, 0, 0, 48, 112, 48, 1, 1, 49, 8, 0, 1, 0, 0xff, 0xff),
		0,
		false,
	],
	["a process ID that is none", gs(0x28, 0x48, 6, 0, 48, 48, 48, 48, 48, 10), 0, false],
	["another sensor", gs(0x72, 2), 2, false],
	[
		"a picture wider than the paper",
		gs(0x76, 0x30, 0, 49, 0, 1, 0, ...Array(49).fill(0)),
		0,
		false,
	],
	["a picture cut short", gs(0x76, 0x30, 0, 48, 0, 2, 0, 0xff), 9, true],
	["half a command", esc(), 1, true],
])("the paper refuses %s and says where", (_, bytes, offset, truncated) => {
	let refused: unknown;
	try {
		decodePaper(bytes, 384);
	} catch (error) {
		refused = error;
	}
	expect(refused).toBeInstanceOf(PaperError);
	expect(refused).toMatchObject({ offset, truncated });
});

test("what a printer remembers is forgotten at ESC @", () => {
	const stored = gs(0x38, 0x4c, 11, 0, 0, 0, 48, 112, 48, 1, 1, 49, 8, 0, 1, 0, 0xff);
	const print = gs(0x28, 0x4c, 2, 0, 48, 50);
	const centred = Buffer.concat([esc(0x61, 1), stored, print]);
	const paper = decodePaper(Buffer.concat([centred, esc(0x40), stored, print]), 24);
	expect([...paper.picture.rows]).toEqual([0, 0xff, 0, 0xff, 0, 0]);
	expect(() => decodePaper(Buffer.concat([stored, esc(0x40), print]), 24)).toThrow("stored");
});

test("a feed goes as far as the printer's unit says", () => {
	expect(decodePaper(esc(0x4a, 40), 384).picture.heightDots).toBe(40);
	expect(decodePaper(esc(0x4a, 40), 384, 2).picture.heightDots).toBe(20);
});
