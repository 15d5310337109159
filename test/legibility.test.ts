import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "fast-png";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCatalogue } from "../catalogue/catalogue.ts";
import { loadSettings } from "../config/load.ts";
import { defaultOfficeFile } from "../config/places.ts";
import { type Bitmap, isBlack } from "../printer/bitmap.ts";
import { measureText } from "../printer/font.ts";
import { layoutPaper } from "../printer/layout.ts";
import { createLogos } from "../printer/logo.ts";
import type { Paper, TicketPaper } from "../printer/paper.ts";
import { paperBytes } from "../printer/paper-bytes.ts";
import { decodePaper } from "../printer/paper-decoder.ts";
import { drawQr } from "../printer/qr-picture.ts";
import { createRaster } from "../printer/raster.ts";
import type { TextBlock } from "../printer/sheet.ts";
import { checklistPaper } from "../server/views/checklist-paper.ts";

const missing = whatIsMissing();
if (missing !== null) process.stderr.write(`what is printed is not read back: ${missing}\n`);

const raster = createRaster();
const press = { raster, logos: createLogos(() => undefined), profiles: [] };
let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "motcua-legibility-"));
});
afterAll(async () => {
	await rm(folder, { recursive: true, force: true });
	await raster.close();
});

const ticket: TicketPaper = {
	kind: "ticket",
	language: "vi",
	languages: ["vi", "en"],
	office: {
		vi: "Trung tâm Phục vụ hành chính công phường Tân Định",
		en: "Tân Định Ward Public Service Centre",
	},
	header: { vi: "Điện thoại: 028 3822 1234", en: "Phone: 028 3822 1234" },
	footer: { vi: "Góp ý về thái độ phục vụ: 1022", en: "Feedback on our service: 1022" },
	timeZone: "Asia/Ho_Chi_Minh",
	ticketId: "k3mP0aZ_bQ-9xY2LdV7sTw",
	number: "A012",
	serviceName: { vi: "Đất đai, xây dựng, môi trường", en: "Land, building, environment" },
	sign: "land",
	where: "4, 5",
	priorityClass: { vi: "Người cao tuổi", en: "Older people" },
	procedureName: "Cấp đổi Giấy chứng nhận quyền sử dụng đất",
	issuedAt: "2026-11-21T01:05:00Z",
	ahead: 3,
	wait: { lowMin: 15, highMin: 20 },
	followUrl: "http://192.168.1.20:8080/t/k3mP0aZ_bQ-9xY2LdV7sTw",
};

const papers: [name: string, paperFor: (widthDots: number) => Paper][] = [
	["a ticket", () => ticket],
	[
		"a reprint",
		() => ({
			...ticket,
			priorityClass: null,
			wait: null,
			ahead: 0,
			reprintedAt: "2026-11-21T01:12:00Z",
		}),
	],
	["a checklist", () => checklistOf("1.001193")],
	[
		"the test page",
		(widthDots) => ({
			kind: "test",
			language: "vi",
			languages: ["vi", "en"],
			office: ticket.office,
			timeZone: ticket.timeZone,
			printerId: "printer-1",
			printerName: "Máy in sảnh chính",
			device: "tcp://192.168.1.50:9100",
			profile: "epson-tm-t82",
			widthDots,
			isCut: true,
			printedAt: "2026-11-21T01:12:00Z",
		}),
	],
];

describe.skipIf(missing !== null)("what is printed is read line by line, as a scan of it", () => {
	describe.each([576, 384] as const)("%i dots wide", (widthDots) => {
		test.each(papers)("%s", { timeout: 120_000 }, async (_, paperFor) => {
			const paper = paperFor(widthDots);
			const { picture } = decodePaper(await paperBytes(paper, { widthDots }, press), widthDots);
			const lines = linesOf(paper, widthDots);
			expect(lines.length).toBeGreaterThan(15);
			const read = await readLines(picture, lines);
			expect(read).toEqual(lines.map(({ text }) => normalised(text)));
		});
	});
});

function checklistOf(code: string): Paper {
	const loaded = loadSettings(defaultOfficeFile());
	if (!loaded.ok) throw new Error("the sample office does not load");
	const { office, catalogue } = loaded;
	const procedure = createCatalogue(catalogue, office.services).find(code);
	if (!procedure) throw new Error(`there is no ${code}`);
	return checklistPaper(office, procedure, "vi", "2026-11-21T01:12:00Z");
}

/** A line of text on the whole paper. */
type Line = Pick<TextBlock, "text" | "words" | "baseline" | "size" | "white">;

/** All lines but those of single letters, which no reader of words can know from their like. */
function linesOf(paper: Paper, widthDots: number): Line[] {
	let top = 0;
	const lines: Line[] = [];
	for (const part of layoutPaper(paper, widthDots, measureText).parts) {
		if (part.kind === "qr") {
			top += drawQr(part.text, part.moduleDots, widthDots).heightDots;
			continue;
		}
		for (const block of part.blocks) {
			if (block.kind !== "text" || !/\S{2}/u.test(block.text)) continue;
			lines.push({ ...block, baseline: block.baseline + top });
		}
		top += part.heightDots;
	}
	return lines;
}

/**
 * How a line may be read, one reader after the other until each of its words was read right by one of them: tesseract knows one language
 * at a time well, and English lines have names from here in them. Lines with letters that English has not
 * are Vietnamese, or English with names from here; all others are read as English.
 */
const readers = {
	vietnamese: [
		{ language: "vie", scale: 1.5 },
		{ language: "vie", scale: 2 },
		{ language: "eng+vie", scale: 1.5 },
	],
	plain: [
		{ language: "eng", scale: 1.5 },
		{ language: "eng", scale: 2 },
	],
};

async function readLines(picture: Bitmap, lines: readonly Line[]): Promise<string[]> {
	const read: string[] = [];
	for (const kind of ["vietnamese", "plain"] as const) {
		let left = [...lines.entries()].filter(
			([, { text }]) => hasMarks(text) === (kind === "vietnamese"),
		);
		for (const { language, scale } of readers[kind]) {
			const scans = left.map(([, line]) => scanOf(picture, line, scale));
			const texts = await tesseract(scans, language);
			for (const [place, [index, { text }]] of left.entries()) {
				read[index] = better(normalised(text), read[index], texts[place] ?? "");
			}
			left = left.filter(([index, { text }]) => read[index] !== normalised(text));
			if (left.length === 0) break;
		}
	}
	return read;
}

/** The later reading, with those words of the earlier one that it alone has right. */
function better(text: string, earlier: string | undefined, later: string): string {
	const [said, before, after] = [text, earlier ?? "", later].map((line) => line.split(" "));
	if (before?.length !== after?.length)
		return after?.length === said?.length || !earlier ? later : earlier;
	return (after ?? [])
		.map((word, at) => (before?.[at] === said?.[at] ? before?.[at] : word))
		.join(" ");
}

/** Letters of Vietnamese that English has not; dashes, dots and arrows are none. */
function hasMarks(text: string): boolean {
	return /(?![A-Za-z])\p{Letter}/u.test(text);
}

/** Each picture as one line (page segmentation mode 7). */
async function tesseract(scans: readonly Uint8Array[], language: string): Promise<string[]> {
	const files = scans.map((_, index) => join(folder, `${index}.png`));
	for (const [index, scan] of scans.entries()) await writeFile(files[index] ?? "", scan);
	const list = join(folder, "lines.txt");
	await writeFile(list, files.join("\n"));
	const { stdout, status, stderr } = spawnSync(
		"tesseract",
		[list, "-", "-l", language, "--psm", "7"],
		{ encoding: "utf8", env: { ...process.env, OMP_THREAD_LIMIT: "1" } },
	);
	if (status !== 0) throw new Error(stderr);
	return stdout.split("\f").slice(0, scans.length).map(normalised);
}

/**
 * Composed, spaces as one and none between a comma and a digit, every dash alike, and dots in place of an ellipsis: tesseract has one
 * dash and no ellipsis.
 */
function normalised(text: string): string {
	return text
		.normalize("NFC")
		.replace(/[–—]/gu, "-")
		.replaceAll("…", "...")
		.replace(/\s+/gu, " ")
		.replace(/, (?=\d)/gu, ",")
		.trim();
}

const borderPixels = 24;
/** How far a scanner's spot reaches, in dots to each side. */
const spot = 1;
const samples = [-0.8, -0.4, 0, 0.4, 0.8].map((part) => part * spot);

/** The line, black on white with the grey edges of a scan at 203 dpi times `scale`, and a white border around it. */
function scanOf(
	picture: Bitmap,
	{ words, baseline, size, white }: Line,
	scale: number,
): Uint8Array {
	// A number has no marks, and stands closer to what is above it.
	const top = Math.round(baseline - size * (size > 100 ? 0.8 : 1.1));
	const rows = Math.round(baseline + size * 0.3) - top;
	const left = Math.min(...words.map(({ x }) => x)) - 6;
	const columns = Math.max(...words.map(({ x, widthDots }) => Math.ceil(x + widthDots))) + 6 - left;
	const width = Math.round(columns * scale) + 2 * borderPixels;
	const height = Math.round(rows * scale) + 2 * borderPixels;
	const data = new Uint8Array(width * height).fill(255);
	function ink(x: number, y: number): number {
		const [column, row] = [Math.floor(x), Math.floor(y)];
		if (column < 0 || row < 0 || column >= columns || row >= rows) return 0;
		return Number(isBlack(picture, left + column, top + row) !== white);
	}
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const atX = (x - borderPixels + 0.5) / scale;
			const atY = (y - borderPixels + 0.5) / scale;
			let dark = 0;
			for (const dy of samples) for (const dx of samples) dark += ink(atX + dx, atY + dy);
			data[y * width + x] = 255 - Math.round((255 * dark) / samples.length ** 2);
		}
	}
	return encode({ width, height, channels: 1, data });
}

/** What keeps papers from being read here; null when nothing does. */
function whatIsMissing(): string | null {
	const { stdout, status } = spawnSync("tesseract", ["--list-langs"], { encoding: "utf8" });
	if (status !== 0) return "tesseract is not installed";
	const languages = stdout.split("\n");
	const lacking = ["vie", "eng"].filter((language) => !languages.includes(language));
	return lacking.length === 0 ? null : `tesseract lacks its data for ${lacking.join(" and ")}`;
}
