import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type Bitmap, inkBounds } from "./bitmap.ts";
import { measureText } from "./font.ts";
import { layoutPaper } from "./layout.ts";
import type { ChecklistPaper, Paper, TestPaper, TicketPaper } from "./paper.ts";
import { createRaster } from "./raster.ts";
import type { Drawing } from "./sheet.ts";
import { printable } from "./wrap.ts";

const raster = createRaster();
afterAll(() => raster.close());

const widths = [576, 512, 384] as const;
const about = {
	language: "vi",
	languages: ["vi", "en"],
	office: { vi: "Phường Tân Định", en: "Tân Định Ward" },
	timeZone: "Asia/Ho_Chi_Minh",
} as const;
const ticket: TicketPaper = {
	kind: "ticket",
	...about,
	ticketId: "k3mP0aZ_bQ-9xY2LdV7sTw",
	number: "A012",
	serviceName: { vi: "Hộ tịch", en: "Civil status" },
	priorityClass: null,
	procedureName: null,
	issuedAt: "2026-11-21T01:05:00Z",
	ahead: 3,
	wait: { lowMin: 15, highMin: 20 },
	followUrl: null,
};
const checklist: ChecklistPaper = {
	kind: "checklist",
	...about,
	code: "1.001193",
	name: "Đăng ký khai sinh",
	serviceName: ticket.serviceName,
	documents: [{ name: "Giấy chứng sinh", detail: "1 bản chính" }],
	fees: ["Miễn phí"],
	times: ["Trả ngay trong ngày"],
	where: "1, 2",
	sourceUrl: "https://dichvucong.gov.vn/thu-tuc/1.001193",
	asOf: "2026-07-20",
	printedAt: "2026-11-21T01:12:00Z",
};
const testPage: TestPaper = {
	kind: "test",
	...about,
	printerId: "printer-1",
	printerName: "Máy in 1",
	device: "tcp://192.168.1.50:9100",
	profile: "epson-tm-t82",
	widthDots: 576,
	isCut: true,
	printedAt: "2026-11-21T01:12:00Z",
};

/** A paper's lines from the top, as one text. */
function textOf(paper: Paper, widthDots: number): string {
	return layoutPaper(paper, widthDots, measureText)
		.parts.flatMap((part) => (part.kind === "drawing" ? part.blocks : []))
		.flatMap((block) => (block.kind === "text" ? block.text : []))
		.join(" ");
}

/** On paper that is larger than the drawing says, so that what would be clipped is seen. */
function drawWider(drawing: Drawing): Promise<Bitmap> {
	const { widthDots, heightDots } = drawing;
	return raster.draw({ ...drawing, widthDots: widthDots + 64, heightDots: heightDots + 64 });
}

function squeezed(text: string): string {
	return text.replace(/\s/gu, "");
}

const anyText = fc.string({
	unit: fc.oneof(
		fc.constantFrom(..."     aăâbcdđeêghiklmnoôơpqrstuưvxyẾỄỰỘẨặợữ–,.()0123456789W&<"),
		fc.constantFrom("Trung tâm ", "Phục vụ ", "nghiêng", "中", "😀", "ﬁ", "e\u0302\u0301"),
	),
	minLength: 1,
	maxLength: 120,
});
const anyWidth = fc.constantFrom(...widths);
const anySign = fc.constantFrom(undefined, "baby" as const, "id-card" as const);

test("whatever a ticket says is within the paper, and every word of it is there or the line ends in an ellipsis", async () => {
	await fc.assert(
		fc.asyncProperty(
			anyText,
			anyText,
			anyText,
			anySign,
			anyWidth,
			async (one, two, three, sign, width) => {
				const paper: TicketPaper = {
					...ticket,
					office: { vi: one, en: two },
					serviceName: { vi: three, en: one },
					procedureName: two,
					priorityClass: { vi: two, en: three },
					where: "1, 2",
					...(sign && { sign }),
				};
				for (const part of layoutPaper(paper, width, measureText).parts) {
					if (part.kind !== "drawing") continue;
					const ink = inkBounds(await drawWider(part));
					expect(ink?.left ?? 0).toBeGreaterThanOrEqual(4);
					expect(ink?.right ?? 0).toBeLessThanOrEqual(width - 4);
					expect(ink?.bottom ?? 0).toBeLessThanOrEqual(part.heightDots);
				}
				const said = textOf(paper, width);
				for (const text of [one, two, three].map(printable)) {
					expect(said.includes("…") || squeezed(said).includes(squeezed(text))).toBe(true);
				}
			},
		),
		{ numRuns: 40 },
	);
});

test("every word of a checklist is on the paper, within it, however long the source has it", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(anyText, { minLength: 1, maxLength: 6 }),
			anyWidth,
			async (texts, width) => {
				const paper: ChecklistPaper = {
					...checklist,
					documents: texts.map((name) => ({ name, detail: name })),
					fees: texts,
					times: texts,
				};
				const said = squeezed(textOf(paper, width));
				for (const text of texts) {
					expect(said.split(squeezed(printable(text))).length - 1).toBeGreaterThanOrEqual(4);
				}
				for (const part of layoutPaper(paper, width, measureText).parts) {
					if (part.kind !== "drawing") continue;
					const ink = inkBounds(await drawWider(part));
					expect(ink?.right ?? 0).toBeLessThanOrEqual(width - 4);
				}
			},
		),
		{ numRuns: 15 },
	);
});

test.each(widths)(
	"every paper of a demonstration says in both languages, above all else, that it is worth nothing: %i dots",
	async (width) => {
		for (const paper of [ticket, checklist, testPage]) {
			for (const languages of [["vi", "en"], ["vi"], ["en"]] as const) {
				const [language] = languages;
				const usual = { ...paper, language, languages };
				const said = squeezed(textOf({ ...usual, isDemo: true }, width));
				expect(said).toContain(squeezed("BẢN TRÌNH DIỄN số không có giá trị"));
				expect(said).toContain(squeezed("Demonstration – numbers are not valid"));
				expect(said.indexOf("TRÌNH")).toBeLessThan(said.indexOf(squeezed(about.office[language])));
				expect(textOf(usual, width)).not.toMatch(/diễn|demonstration/i);
			}
		}
		const [head] = layoutPaper({ ...ticket, isDemo: true }, width, measureText).parts;
		if (head?.kind !== "drawing") throw new Error("a ticket begins with a drawing");
		const ink = inkBounds(await drawWider(head));
		expect(ink?.left).toBeGreaterThanOrEqual(4);
		expect(ink?.right).toBeLessThanOrEqual(width - 4);
	},
);

test("an office of one language prints that one alone", () => {
	const vietnamese = textOf({ ...ticket, languages: ["vi"], where: "1, 2" }, 576);
	expect(vietnamese).toContain("Hộ tịch");
	expect(vietnamese).not.toMatch(/Civil|Ward|Your|people|wait|Valid|Counter|keep/);
	// Even where a kiosk asked for the other one.
	expect(textOf({ ...ticket, languages: ["vi"], language: "en" }, 576)).toBe(
		textOf({ ...ticket, languages: ["vi"] }, 576),
	);
});

test("a ticket says which counters serve it, beside the service's sign", () => {
	const paper: TicketPaper = { ...ticket, sign: "baby", where: "1, 2" };
	const [upper] = layoutPaper(paper, 576, measureText).parts;
	const blocks = upper?.kind === "drawing" ? upper.blocks : [];
	const sign = blocks.find((block) => block.kind === "sign");
	const counter = blocks.find((block) => block.kind === "text" && block.text === "Quầy 1, 2");
	if (sign?.kind !== "sign" || counter?.kind !== "text") throw new Error("one of them is missing");
	// 12 to 16 mm at 8 dots a millimetre.
	expect(sign.side).toBeGreaterThanOrEqual(96);
	expect(sign.side).toBeLessThanOrEqual(128);
	expect(counter.words[0]?.x).toBeGreaterThan(sign.x + sign.side);
	expect(counter.baseline).toBeGreaterThan(sign.y - 40);
	expect(counter.baseline).toBeLessThan(sign.y + sign.side + 60);
});

test("a checklist has a box to tick before each paper, and says what the source leaves open", () => {
	const said = textOf(checklist, 576);
	for (const text of [
		"Giấy chứng sinh",
		"1 bản chính",
		"Miễn phí",
		"Quầy 1, 2",
		"Dữ liệu ngày 20/7/2026",
		"Nguồn: dichvucong.gov.vn",
		"hỏi lại tại quầy",
	]) {
		expect(said).toContain(text);
	}
	expect(textOf({ ...checklist, documents: null }, 576)).toContain("Vui lòng hỏi tại quầy");
	expect(layoutPaper(checklist, 576, measureText).parts).toContainEqual(
		expect.objectContaining({ kind: "qr", text: "https://dichvucong.gov.vn/thu-tuc/1.001193" }),
	);
});

test("a box is filled where the paper is there already, and nowhere else", () => {
	const boxes = (have: boolean[]) =>
		layoutPaper(
			{
				...checklist,
				documents: have.map((one) => ({ name: "Tờ khai", detail: null, have: one })),
			},
			576,
			measureText,
		).parts.flatMap((part) =>
			part.kind === "drawing" ? part.blocks.filter(({ kind }) => kind === "box") : [],
		).length;
	expect(boxes([true, false]) - boxes([false, false])).toBe(1);
	expect(boxes([true, true]) - boxes([false, false])).toBe(2);
});

test("the test page asks of a printer without a cutter how its paper tears", () => {
	expect(textOf(testPage, 576)).toContain("Giấy được cắt sau dòng cuối cùng");
	const torn = textOf({ ...testPage, widthDots: 384, isCut: false }, 384).replace(/\s+/g, " ");
	expect(torn).toContain("Xé giấy ở mép xé");
	expect(torn).not.toContain("được cắt");
});

test.each(widths)(
	"the test page marks both edges of %i dots and has every letter once in each case",
	async (widthDots) => {
		const [upper] = layoutPaper({ ...testPage, widthDots }, widthDots, measureText).parts;
		if (upper?.kind !== "drawing") throw new Error("the page begins with no drawing");
		const picture = await raster.draw(upper);
		expect(inkBounds(picture)).toMatchObject({ left: 0, top: 0, right: widthDots });
		const letters = [...textOf({ ...testPage, widthDots }, widthDots)].filter((letter) =>
			/\p{Letter}/u.test(letter),
		);
		for (const letter of "ạảãàáặẳẵằắậẩẫầấệểễềếịỉĩìíộổỗồốợởỡờớụủũùúựửữừứỵỷỹỳýđ") {
			expect(letters).toContain(letter);
			expect(letters).toContain(letter.toLocaleUpperCase("vi"));
		}
	},
);
