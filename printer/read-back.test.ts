import npos from "npos";
import { afterAll, describe, expect, test } from "vitest";
import type { PrinterAbilities } from "../protocol/printing.ts";
import { type Bitmap, blankBitmap, fillBlack, inkBounds } from "./bitmap.ts";
import { encodePaper, type PrintablePart } from "./encode.ts";
import { endQuestions } from "./escpos.ts";
import { measureText } from "./font.ts";
import { layoutPaper } from "./layout.ts";
import type { TicketPaper } from "./paper.ts";
import { decodePaper } from "./paper-decoder.ts";
import { abilitiesOf } from "./profiles.ts";
import { drawQr } from "./qr-picture.ts";
import { createRaster } from "./raster.ts";
import { readQr } from "./read-qr.ts";
import { withoutRealTime } from "./without-real-time.ts";

const raster = createRaster();
afterAll(() => raster.close());

const url = "http://192.168.1.20:8080/t/k3mP0aZ_bQ-9xY2LdV7sTw";
const widths = [576, 512, 384] as const;
const ways = widths.flatMap((widthDots) =>
	(["raster", "graphics"] as const).flatMap((picture) =>
		(["native", "picture"] as const).map((qr) => [picture, qr, widthDots] as const),
	),
);

const ticket: TicketPaper = {
	kind: "ticket",
	ticketId: "k3mP0aZ_bQ-9xY2LdV7sTw",
	number: "A012",
	language: "vi",
	languages: ["vi", "en"],
	office: {
		vi: "Trung tâm Phục vụ hành chính công phường Tân Định",
		en: "Tân Định Ward Public Service Centre",
	},
	serviceName: { vi: "Tư pháp – Hộ tịch", en: "Justice and civil status" },
	priorityClass: { vi: "Người cao tuổi", en: "Older people" },
	procedureName: "Đăng ký khai sinh",
	issuedAt: "2026-11-21T01:05:00Z",
	timeZone: "Asia/Ho_Chi_Minh",
	ahead: 3,
	wait: { lowMin: 15, highMin: 20 },
	followUrl: url,
};

/** The ticket's pictures and QR code as they are sent, and the picture that all of it should make. */
async function drawn(widthDots: number): Promise<{ parts: PrintablePart[]; whole: Bitmap }> {
	const parts: PrintablePart[] = [];
	for (const part of layoutPaper(ticket, widthDots, measureText).parts) {
		if (part.kind === "qr") parts.push(part);
		else parts.push({ kind: "picture", bitmap: await raster.draw(part) });
	}
	const bitmaps = parts.map((part) =>
		part.kind === "qr"
			? drawQr(part.text, part.moduleDots, widthDots)
			: withoutRealTime(part.bitmap),
	);
	return { parts, whole: joined(bitmaps, widthDots) };
}

/** As it goes to a printer that is asked whether it has printed. */
function encoded(parts: readonly PrintablePart[], abilities: PrinterAbilities, widthDots: number) {
	const paper = encodePaper(parts, { cut: "partial", abilities, widthDots });
	return Buffer.concat([paper, endQuestions(abilities.processId ? "0001" : null)]);
}

describe.each(ways)(
	"a ticket sent as %s with its QR %s, %i dots wide",
	(picture, qr, widthDots) => {
		const abilities = {
			...abilitiesOf({ profile: "epson-tm-t82", widthDots }, []),
			picture,
			qr,
		};

		test("is on paper, dot for dot, what was drawn; its QR can be read", async () => {
			const { parts, whole } = await drawn(widthDots);
			const paper = decodePaper(encoded(parts, abilities, widthDots), widthDots, 2);
			expectSame(paper.picture, whole);
			expect(readQr(paper.picture)).toBe(url);
			expect(paper.qrTexts).toEqual(qr === "native" ? [url] : []);
		});
	},
);

test.each(widths)("few dots of a ticket %i dots wide are other than drawn", async (widthDots) => {
	const { parts } = await drawn(widthDots);
	const changed = parts.map((part) =>
		part.kind === "picture" ? changedDots(part.bitmap, withoutRealTime(part.bitmap)) : 0,
	);
	expect(Math.max(...changed)).toBeLessThan(20);
});

describe.each(widths)("read by a decoder that is not ours, %i dots wide", (widthDots) => {
	test.each(["raster", "graphics"] as const)(
		"a ticket sent as %s is what was drawn",
		async (picture) => {
			const { parts, whole } = await drawn(widthDots);
			const abilities = {
				...abilitiesOf({ profile: "generic-80", widthDots }, []),
				picture,
				processId: true,
				autoStatus: true,
			};
			const read = readByNpos(encoded(parts, abilities, widthDots), widthDots);
			expectSame(read, whole);
			expect(readQr(read)).toBe(url);
		},
	);
});

/** What npos finds in the stream: its own decoding of GS v 0; of GS 8 L it knows where it begins and ends, and the rows are the same. */
function readByNpos(bytes: Buffer, widthDots: number): Bitmap {
	const { error, tree } = npos.parser().analyze(bytes);
	if (error || !tree) throw error ?? new Error("no commands were found");
	const pieces = tree.flatMap(({ ascii, fn, offset }): Bitmap[] => {
		switch (`${ascii} ${fn}`) {
			case "GS v0":
				return [dotsOf(npos.codecs.raster.decode(bytes, [{ offset }]))];
			case "GS 8L": {
				const [width, height] = [bytes.readUInt16LE(offset + 13), bytes.readUInt16LE(offset + 15)];
				const node = { offset: offset + 17, width, height };
				return [dotsOf(npos.codecs.raster.decode(bytes, [node]))];
			}
			case "ESC J":
				return [blankBitmap(widthDots, bytes.readUInt8(offset + 2))];
			default:
				return [];
		}
	});
	return joined(pieces, widthDots);
}

function dotsOf(image: { width: number; height: number; getPixel(x: number, y: number): number }) {
	const bitmap = blankBitmap(image.width, image.height);
	for (let y = 0; y < image.height; y++) {
		for (let x = 0; x < image.width; x++) {
			if (image.getPixel(x, y) === 0) fillBlack(bitmap, { x, y, width: 1, height: 1 });
		}
	}
	return bitmap;
}

/** One beneath the other; all as wide as the paper. */
function joined(bitmaps: readonly Bitmap[], widthDots: number): Bitmap {
	return {
		widthDots,
		heightDots: bitmaps.reduce((sum, { heightDots }) => sum + heightDots, 0),
		rows: Buffer.concat(bitmaps.map(({ rows }) => rows)),
	};
}

function expectSame(one: Bitmap, other: Bitmap): void {
	expect(inkBounds(one)).not.toBeNull();
	expect([one.widthDots, one.heightDots]).toEqual([other.widthDots, other.heightDots]);
	expect(Buffer.from(one.rows).equals(other.rows)).toBe(true);
}

function changedDots(one: Bitmap, other: Bitmap): number {
	return one.rows.reduce((sum, byte, at) => {
		const changed = byte ^ (other.rows[at] ?? 0);
		return sum + changed.toString(2).replaceAll("0", "").length;
	}, 0);
}
