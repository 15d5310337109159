import { Resvg } from "@resvg/resvg-js";
import { afterAll, expect, test } from "vitest";
import type { PrinterSettings } from "../protocol/printing.ts";
import { fromPng, inkBounds, toPng } from "./bitmap.ts";
import { fontFamily, fontFiles, measureText } from "./font.ts";
import { layoutPaper } from "./layout.ts";
import { createLogos } from "./logo.ts";
import type { TicketPaper } from "./paper.ts";
import { paperBytes } from "./paper-bytes.ts";
import { decodePaper } from "./paper-decoder.ts";
import { createRaster } from "./raster.ts";
import { readQr } from "./read-qr.ts";

const raster = createRaster();
const press = { raster, logos: createLogos(() => undefined), profiles: [] };
afterAll(() => raster.close());

const widths = [576, 512, 384] as const;
const followUrl = "http://192.168.1.20:8080/t/k3mP0aZ_bQ-9xY2LdV7sTw";
const ticket: TicketPaper = {
	kind: "ticket",
	languages: ["vi", "en"],
	ticketId: "k3mP0aZ_bQ-9xY2LdV7sTw",
	number: "A012",
	language: "vi",
	office: {
		vi: "Trung tâm Phục vụ hành chính công phường Tân Định",
		en: "Tân Định Ward Public Service Centre",
	},
	serviceName: { vi: "Tư pháp – Hộ tịch", en: "Justice and civil status" },
	priorityClass: null,
	procedureName: null,
	issuedAt: "2026-11-21T01:05:00Z",
	timeZone: "Asia/Ho_Chi_Minh",
	ahead: 3,
	wait: { lowMin: 15, highMin: 20 },
	followUrl,
};

/** 400 characters, as long as the office file lets a name be, with the tallest letters there are. */
const longest =
	"Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất ỄỰế ẾỘ ".repeat(5);
const longTicket: TicketPaper = {
	...ticket,
	office: { vi: longest.slice(0, 400), en: longest.slice(0, 400).toUpperCase() },
	header: { vi: longest.slice(0, 200), en: "x".repeat(200) },
	footer: { vi: `ỰỄ${"W".repeat(198)}`, en: longest.slice(0, 200) },
	number: "W10000",
	serviceName: { vi: longest.slice(0, 400), en: longest.slice(0, 400).toUpperCase() },
	priorityClass: { vi: longest.slice(0, 400), en: longest.slice(0, 400) },
	procedureName: longest.slice(0, 400),
	ahead: 123_456,
	wait: { lowMin: 1_995, highMin: 2_000 },
	reprintedAt: "2026-11-21T01:12:00Z",
};

async function printed(
	paper: TicketPaper,
	settings: Pick<PrinterSettings, "widthDots" | "cut" | "profile">,
) {
	return decodePaper(await paperBytes(paper, settings, press), settings.widthDots);
}

/** The lines of text of each drawing of a ticket. */
function textsOf(paper: TicketPaper, widthDots: number) {
	return layoutPaper(paper, widthDots, measureText).parts.map((part) =>
		part.kind === "drawing" ? part.blocks.filter((block) => block.kind === "text") : [],
	);
}

/** The words of a ticket without regard to where its lines break. */
function wordsOf(paper: TicketPaper, widthDots: number): string {
	return textsOf(paper, widthDots)
		.flat()
		.map(({ text }) => text)
		.join(" ")
		.replaceAll("\u00a0", " ");
}

test.each(widths)(
	"a ticket %i dots wide can be read back: its QR leads to the phone page",
	async (widthDots) => {
		const paper = await printed(ticket, { widthDots, profile: "xprinter-80" });
		expect(paper.picture.widthDots).toBe(widthDots);
		expect(paper.qrTexts).toEqual([followUrl]);
		expect(readQr(fromPng(toPng(paper.picture)))).toBe(followUrl);
		expect(paper.cuts).toEqual([{ row: paper.picture.heightDots, how: "partial" }]);
	},
);

test.each(widths)(
	"the longest names and the tallest letters stay within %i dots",
	async (widthDots) => {
		for (const language of ["vi", "en"] as const) {
			const { picture } = await printed({ ...longTicket, language }, { widthDots });
			const ink = inkBounds(picture);
			if (!ink) throw new Error("the ticket is blank");
			expect(ink.left).toBeGreaterThanOrEqual(8);
			expect(ink.right).toBeLessThanOrEqual(widthDots - 8);
			expect(ink.top).toBeGreaterThanOrEqual(2);
			expect(ink.bottom).toBeLessThanOrEqual(picture.heightDots - 16);
		}
	},
);

test.each(widths)("no two lines of a ticket %i dots wide touch", (widthDots) => {
	const texts = textsOf(longTicket, widthDots);
	expect(texts.flat().length).toBeGreaterThan(30);
	for (const drawing of texts) {
		const lines = drawing.map(({ text, baseline, size, weight }) => {
			const ink = new Resvg(
				`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="4000"><text y="${baseline}" ` +
					`font-family="${fontFamily}" font-size="${size}" font-weight="${weight}">${text}</text></svg>`,
				{ font: { loadSystemFonts: false, fontFiles: [...fontFiles] } },
			).getBBox();
			return { text, top: ink?.y ?? Number.NaN, bottom: (ink?.y ?? 0) + (ink?.height ?? 0) };
		});
		for (const [i, below] of lines.entries()) {
			const above = lines[i - 1];
			if (above) expect(below.top, `${above.text} / ${below.text}`).toBeGreaterThan(above.bottom);
		}
	}
});

test.each(widths)(
	"on paper %i dots wide the number is by far the largest and nothing is too small",
	(widthDots) => {
		const texts = textsOf(ticket, widthDots).flat();
		const number = texts.find(({ text }) => text === "A012");
		const others = texts.filter(({ text }) => text !== "A012").map(({ size }) => size);
		// 8 dots are a millimetre: digits 12 mm high at the least.
		expect((number?.size ?? 0) * 0.714).toBeGreaterThanOrEqual(12 * 8);
		expect(number?.size ?? 0).toBeGreaterThanOrEqual(3.5 * Math.max(...others));
		expect(Math.min(...others)).toBeGreaterThanOrEqual(26);
	},
);

test("a Vietnamese ticket says everything in Vietnamese, with the essentials in English beneath", () => {
	const words = wordsOf(
		{
			...ticket,
			procedureName: "Đăng ký khai sinh",
			priorityClass: { vi: "Người cao tuổi", en: "Older people" },
			reprintedAt: "2026-11-21T01:12:00Z",
		},
		576,
	);
	expect(words.indexOf("SỐ THỨ TỰ")).toBeLessThan(words.indexOf("Your number"));
	for (const said of [
		"Trung tâm Phục vụ hành chính công phường Tân Định",
		"Tư pháp – Hộ tịch",
		"Thủ tục: Đăng ký khai sinh",
		"Ưu tiên: Người cao tuổi",
		"Đang chờ trước bạn: 3 người",
		"3 people ahead of you",
		"Dự kiến chờ khoảng 15–20 phút",
		"Quét mã để theo dõi lượt của bạn",
		"BẢN IN LẠI",
		"In lại lúc 08:12, ngày 21/11/2026",
		"08:05, ngày 21/11/2026",
		"Vui lòng giữ phiếu",
		"Số chỉ có giá trị trong ngày",
	]) {
		expect(words).toContain(said);
	}
});

test("an English ticket turns the languages round", () => {
	const words = wordsOf({ ...ticket, language: "en" }, 576);
	expect(words.indexOf("YOUR NUMBER")).toBeLessThan(words.indexOf("Số thứ tự"));
	expect(words.indexOf("3 people ahead of you")).toBeLessThan(words.indexOf("trước bạn: 3"));
});

test("what is not known is not printed", async () => {
	const bare = { ...ticket, ahead: null, wait: null, followUrl: null };
	const words = wordsOf(bare, 576);
	expect(words).not.toMatch(/trước bạn|phút|Quét mã|Ưu tiên|Thủ tục|in lại/i);
	const paper = await printed(bare, { widthDots: 576, cut: "none" });
	expect(paper.qrTexts).toEqual([]);
	expect(readQr(paper.picture)).toBeUndefined();
	expect(paper.cuts).toEqual([]);
});

test("nobody ahead is said in words, not as a zero", () => {
	expect(wordsOf({ ...ticket, ahead: 0 }, 576)).toContain("Không có ai chờ trước bạn");
	expect(wordsOf({ ...ticket, ahead: 1, language: "en" }, 576)).toContain("1 person ahead of you");
});

test("a name with marks of its own is printed as it stands", async () => {
	const odd = { vi: "Phòng <A> & “B” \u0000\u202e中文 😀", en: "]]> &amp;" };
	const { picture } = await printed({ ...ticket, office: odd }, { widthDots: 384 });
	expect(wordsOf({ ...ticket, office: odd }, 576)).toContain("Phòng <A> & “B” 中文 😀");
	expect(inkBounds(picture)).not.toBeNull();
});
