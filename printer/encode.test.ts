import fc from "fast-check";
import { expect, test } from "vitest";
import type { PrinterModel } from "../protocol/printing.ts";
import { type Bitmap, blankBitmap, fillBlack, inkBounds, rowBytes } from "./bitmap.ts";
import { type Encoding, encodePaper, type PrintablePart } from "./encode.ts";
import { endQuestions } from "./escpos.ts";
import { decodePaper } from "./paper-decoder.ts";
import { abilitiesOf } from "./profiles.ts";
import { drawQr } from "./qr-picture.ts";
import { readQr } from "./read-qr.ts";
import { beginsRealTime, withoutRealTime } from "./without-real-time.ts";

const url = "https://motcua.example/t/k3mP0aZ_bQ-9xY2LdV7sTw";
const esc = (...bytes: number[]) => Buffer.of(0x1b, ...bytes);
const gs = (...bytes: number[]) => Buffer.of(0x1d, ...bytes);

const models = ["epson-tm-t88", "xprinter-80", "generic-58"] as const;
const widths = [576, 512, 384] as const;

function howFor(model: PrinterModel, also: Partial<Encoding> = {}): Encoding {
	return {
		cut: "partial",
		abilities: abilitiesOf({ profile: model, widthDots: 384 }, []),
		widthDots: 384,
		...also,
	};
}

function encodedAndDecoded(parts: readonly PrintablePart[], how: Encoding) {
	return decodePaper(encodePaper(parts, how), how.widthDots, how.abilities.feedUnitsPerDot);
}

function picture(heightDots: number, widthDots = 384) {
	const bitmap = blankBitmap(widthDots, heightDots);
	fillBlack(bitmap, { x: 10, y: 5, width: 20, height: heightDots - 10 });
	return { kind: "picture" as const, bitmap };
}

/** Pictures full of what may go wrong: real-time commands, within rows and across them, and long white stretches. */
const anyBitmap = fc
	.record({
		widthDots: fc.constantFrom(...widths),
		rows: fc.array(
			fc.oneof(
				{ weight: 3, arbitrary: fc.constant<number[]>([]) },
				{
					weight: 1,
					arbitrary: fc.array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x00, 0xff), {
						minLength: 40,
						maxLength: 72,
					}),
				},
			),
			{ maxLength: 300, size: "max" },
		),
	})
	.map(({ widthDots, rows }): Bitmap => {
		const bitmap = blankBitmap(widthDots, rows.length);
		const stride = rowBytes(widthDots);
		for (const [row, bytes] of rows.entries()) {
			bitmap.rows.set(bytes.slice(0, stride), row * stride);
		}
		return bitmap;
	});

test("a paper begins with ESC @ and ends with its cut", () => {
	const epson = encodePaper([picture(40)], howFor("epson-tm-t88"));
	expect(epson.subarray(0, 5)).toEqual(Buffer.concat([esc(0x40), gs(0x61, 14)]));
	expect(epson.subarray(-4)).toEqual(gs(0x56, 66, 0));
	const full = encodePaper([picture(40)], howFor("generic-58", { cut: "full" }));
	expect(full.subarray(0, 2)).toEqual(esc(0x40));
	expect(full.subarray(-4)).toEqual(gs(0x56, 65, 0));
});

test("what asks for the printer's word is the process ID, where it knows one, and the state of its paper", () => {
	expect(endQuestions("0042")).toEqual(
		Buffer.concat([gs(0x28, 0x48, 6, 0, 48, 48, ...Buffer.from("0042")), gs(0x72, 1)]),
	);
	expect(endQuestions(null)).toEqual(gs(0x72, 1));
});

test("where nothing cuts, the paper is fed past the tear bar", () => {
	const how = howFor("generic-58", { cut: "none" });
	const bytes = encodePaper([picture(40)], how);
	expect(bytes.subarray(-3)).toEqual(esc(0x64, 5));
	expect(decodePaper(bytes, 384)).toMatchObject({ cuts: [], statusRequests: 0 });
});

test.each([
	["epson-tm-t88", "\x1d8L", 15],
	["xprinter-80", "\x1dv0", 6],
] as const)(
	"on %s a tall picture goes in bands of at most 128 rows and is whole again on paper",
	(model, command, heightAt) => {
		const how = howFor(model);
		const bytes = encodePaper([picture(300)], how);
		const heights = [];
		for (let at = bytes.indexOf(command); at >= 0; at = bytes.indexOf(command, at + 1)) {
			heights.push(bytes.readUInt16LE(at + heightAt));
		}
		expect(heights).toEqual([128, 128, 44]);
		const paper = decodePaper(bytes, 384, how.abilities.feedUnitsPerDot);
		expect(paper.picture).toEqual(picture(300).bitmap);
		expect(paper.cuts).toEqual([{ row: 300, how: "partial" }]);
	},
);

test.each(models)("on %s white stretches are fed, and the picture is the same", (model) => {
	const bitmap = blankBitmap(384, 1_000);
	fillBlack(bitmap, { x: 100, y: 400, width: 8, height: 8 });
	const how = howFor(model);
	const bytes = encodePaper([{ kind: "picture", bitmap }], how);
	expect(bytes.length).toBeLessThan(600);
	expect(encodedAndDecoded([{ kind: "picture", bitmap }], how).picture).toEqual(bitmap);
});

test("the QR is drawn by the printer, in the middle", () => {
	const paper = encodedAndDecoded(
		[{ kind: "qr", text: url, moduleDots: 5 }],
		howFor("xprinter-80"),
	);
	expect(paper.qrTexts).toEqual([url]);
	const ink = inkBounds(paper.picture);
	if (!ink) throw new Error("nothing was printed");
	expect(Math.abs(ink.left - (384 - ink.right))).toBeLessThanOrEqual(1);
	expect((ink.right - ink.left) % 5).toBe(0);
});

test.each(widths)("a printer that cannot gets the QR as picture, %i dots wide", (widthDots) => {
	const white = { kind: "picture" as const, bitmap: blankBitmap(widthDots, 30) };
	const parts = [white, { kind: "qr" as const, text: url, moduleDots: 5 }, white];
	const paper = encodedAndDecoded(parts, howFor("generic-80", { widthDots }));
	expect(paper.qrTexts).toEqual([]);
	expect(readQr(paper.picture)).toBe(url);
	const native = encodedAndDecoded(parts, howFor("xprinter-80", { widthDots }));
	expect(readQr(native.picture)).toBe(url);
	expect(inkBounds(native.picture)).toEqual(inkBounds(paper.picture));
});

test("a QR code wider than the paper is a fault of ours", () => {
	expect(() => drawQr(url, 16, 384)).toThrow("does not fit into 384");
});

test("any picture is whole again on paper but for dots that would speak to the printer", () => {
	fc.assert(
		fc.property(anyBitmap, fc.constantFrom(...models), (bitmap, model) => {
			const how = howFor(model, { widthDots: bitmap.widthDots });
			const { picture: printed } = encodedAndDecoded([{ kind: "picture", bitmap }], how);
			expect(Buffer.from(printed.rows).equals(withoutRealTime(bitmap).rows)).toBe(true);
			for (const [at, byte] of printed.rows.entries()) {
				if (byte === bitmap.rows[at]) continue;
				// One dot is new where a command began, and none is lost.
				expect([0x18, 0x30]).toContain(byte);
				expect(beginsRealTime(bitmap.rows, at)).toBe(true);
			}
		}),
	);
});

test("no real-time command is anywhere in a job", () => {
	fc.assert(
		fc.property(anyBitmap, fc.constantFrom(...models), (bitmap, model) => {
			const how = howFor(model, { widthDots: bitmap.widthDots });
			const bytes = encodePaper(
				[
					{ kind: "picture", bitmap },
					{ kind: "qr", text: url, moduleDots: 4 },
				],
				how,
			);
			expect(bytes.findIndex((_, at) => beginsRealTime(bytes, at))).toBe(-1);
		}),
	);
});
