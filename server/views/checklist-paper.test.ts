import { expect, test } from "vitest";
import { createCatalogue } from "../../catalogue/catalogue.ts";
import { loadSettings } from "../../config/load.ts";
import { defaultOfficeFile } from "../../config/places.ts";
import type { Language } from "../../protocol/office.ts";
import type { Procedure } from "../../protocol/procedures.ts";
import { checklistPaper } from "./checklist-paper.ts";

const loaded = loadSettings(defaultOfficeFile());
if (!loaded.ok) throw new Error("the sample office does not load");
const { office } = loaded;
const { find } = createCatalogue(loaded.catalogue, office.services);

function paperOf(
	code: string,
	{
		language = "vi",
		have = [],
		more = {},
	}: { language?: Language; have?: number[]; more?: Partial<Procedure> } = {},
) {
	const procedure = find(code);
	if (!procedure) throw new Error(`there is no ${code}`);
	return checklistPaper(office, { ...procedure, ...more }, language, "2026-11-22T01:00:00Z", have);
}

test("papers that are there already are marked, in words too", () => {
	const { documents } = paperOf("1.001193", { have: [1] });
	expect(documents?.map(({ have }) => have)).toEqual([false, true, false, false, false, false]);
	expect(documents?.[1]?.detail).toMatch(/^Đã có; 1 bản chính/);
	expect(documents?.[0]?.detail).toBe("1 bản chính");
});

test("a limit reads as one, and a reduction with its last day", () => {
	expect(paperOf("2.000815").fees.join("\n")).toContain("Không quá 200.000\u00a0đ/bản");
	expect(paperOf("1.014063").fees.join("\n")).toContain(
		"Giảm 50% đến hết 31/12/2026, còn 25.000\u00a0đ",
	);
});

test("what the office has promised stands beside what the law asks for", () => {
	const times = {
		text: "25 ngày",
		workingDays: null,
		calendarDays: 25,
		hours: null,
		sameDay: false,
		cutoff: null,
		committed: { calendarDays: 20 },
	};
	const said = (language: Language) =>
		paperOf("1.000894", { language, more: { times, weak: [] } }).times;
	expect(said("vi")).toEqual(["25 ngày", "Cam kết tại đây: 20 ngày"]);
	expect(said("en")).toEqual(["25 days", "Promised here: 20 days"]);
});
