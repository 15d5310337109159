import { expect, test } from "vitest";
import { blankBitmap, fillBlack, inkBounds } from "./bitmap.ts";
import { encodeTicket } from "./encode.ts";
import { decodePaper, PaperError } from "./paper-decoder.ts";

const url = "https://motcua.example/t/k3mP0aZ_bQ-9xY2LdV7sTw";
const esc = (...bytes: number[]) => Buffer.of(0x1b, ...bytes);
const gs = (...bytes: number[]) => Buffer.of(0x1d, ...bytes);

function picture(heightDots: number) {
	const bitmap = blankBitmap(384, heightDots);
	fillBlack(bitmap, { x: 10, y: 5, width: 20, height: heightDots - 10 });
	return { kind: "picture" as const, bitmap };
}

test("a ticket begins with ESC @, is cut, and ends with the question about the paper", () => {
	const bytes = encodeTicket([picture(40)], "partial");
	expect(bytes.subarray(0, 2)).toEqual(esc(0x40));
	expect(bytes.subarray(-7)).toEqual(Buffer.concat([gs(0x56, 66, 0), gs(0x72, 1)]));
	expect(encodeTicket([picture(40)], "full").subarray(-7, -3)).toEqual(gs(0x56, 65, 0));
});

test("where nothing cuts, the paper is fed past the tear bar", () => {
	const bytes = encodeTicket([picture(40)], "none");
	expect(bytes.subarray(-6)).toEqual(Buffer.concat([esc(0x64, 5), gs(0x72, 1)]));
	expect(decodePaper(bytes, 384)).toMatchObject({ cuts: [], statusRequests: 1 });
});

test("a tall picture goes in bands of at most 128 rows and is whole again on paper", () => {
	const bytes = encodeTicket([picture(300)], "partial");
	const heights = [];
	for (let at = bytes.indexOf("\x1dv0"); at >= 0; at = bytes.indexOf("\x1dv0", at + 1)) {
		heights.push(bytes.readUInt16LE(at + 6));
	}
	expect(heights).toEqual([128, 128, 44]);
	const paper = decodePaper(bytes, 384);
	expect(paper.picture).toEqual(picture(300).bitmap);
	expect(paper.cuts).toEqual([{ row: 300, how: "partial" }]);
});

test("the QR is drawn by the printer, in the middle", () => {
	const paper = decodePaper(
		encodeTicket([{ kind: "qr", text: url, moduleDots: 5 }], "partial"),
		384,
	);
	expect(paper.qrTexts).toEqual([url]);
	const ink = inkBounds(paper.picture);
	if (!ink) throw new Error("nothing was printed");
	expect(Math.abs(ink.left - (384 - ink.right))).toBeLessThanOrEqual(1);
	expect((ink.right - ink.left) % 5).toBe(0);
});

test.each([
	["a command that is not known", Buffer.concat([esc(0x40), esc(0x4d, 0)]), 2, false],
	["text, which depends on the code page", Buffer.from("A012"), 0, false],
	["a status in real time, which says nothing of the ticket", Buffer.of(0x10, 4, 1), 0, false],
	["another QR model", gs(0x28, 0x6b, 4, 0, 49, 0x41, 51, 0), 0, false],
	["a QR code that was never stored", gs(0x28, 0x6b, 3, 0, 49, 0x51, 48), 0, false],
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
