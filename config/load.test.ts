import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openingAt } from "./calendar.ts";
import { describeFaults, type loadCatalogue, loadSettings } from "./load.ts";
import { defaultCatalogueFolder, defaultOfficeFile, projectRoot } from "./places.ts";

let folder: string;
let officeFile: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "motcua-config-"));
	officeFile = join(folder, "office.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The sample office with its text changed, and what loading it says. */
function loadChanged(from: string | RegExp, to: string) {
	const sample = readFileSync(defaultOfficeFile(), "utf8");
	const changed = sample.replace(from, to);
	expect(changed).not.toBe(sample);
	writeFileSync(officeFile, changed);
	return loadSettings(officeFile);
}

function faultsOf(loaded: ReturnType<typeof loadSettings | typeof loadCatalogue>) {
	return loaded.ok ? [] : loaded.faults;
}

describe("the sample office", () => {
	it("loads with its catalogue", () => {
		const loaded = loadSettings(defaultOfficeFile());
		expect(faultsOf(loaded)).toEqual([]);
		if (!loaded.ok) return;
		expect(loaded.office.services.length).toBeGreaterThanOrEqual(6);
		expect(loaded.office.counters.map((counter) => counter.label)).toEqual([
			"1",
			"2",
			"3",
			"4",
			"5",
			"6",
		]);
		expect(loaded.office.priorityClasses).toHaveLength(4);
		expect(loaded.office.kiosks).toHaveLength(2);
		expect(loaded.catalogue.head.title.vi).toContain("mẫu");
	});

	it("has a sister with the hours of a real one, which says when it opens again", () => {
		const loaded = loadSettings(join(projectRoot(), "config/offices/sample-hours.json"));
		expect(faultsOf(loaded)).toEqual([]);
		if (!loaded.ok) return;
		const { office } = loaded;
		const again = (at: string) => openingAt(office, Date.parse(at)).next;
		expect(again("2026-11-21T16:00:00+07:00")).toBe("2026-11-23T00:00:00.000Z");
		expect(again("2027-02-04T18:00:00+07:00")).toBe("2027-02-12T00:00:00.000Z");
	});

	it("serves every service at a counter, and the busiest two at two", () => {
		const loaded = loadSettings(defaultOfficeFile());
		if (!loaded.ok) throw new Error("does not load");
		const { services, counters } = loaded.office;
		const at = (id: string) => counters.filter((counter) => counter.services.includes(id)).length;
		for (const service of services) expect(at(service.id)).toBeGreaterThanOrEqual(1);
		for (const prefix of ["A", "B"]) {
			const service = services.find((one) => one.prefix === prefix);
			expect(at(service?.id ?? "")).toBe(2);
		}
	});

	it("has names that fit a big button", () => {
		const loaded = loadSettings(defaultOfficeFile());
		if (!loaded.ok) throw new Error("does not load");
		for (const { name } of loaded.office.services) expect(name.vi.length).toBeLessThanOrEqual(32);
	});

	it("gives every kiosk a printer of its own", () => {
		const loaded = loadSettings(defaultOfficeFile());
		if (!loaded.ok) throw new Error("does not load");
		const { kiosks, printers } = loaded.office;
		expect(new Set(kiosks.map((kiosk) => kiosk.printerId)).size).toBe(kiosks.length);
		for (const printer of printers) expect(printer.device).toBe("virtual:");
	});
});

describe("a wrong office file", () => {
	it("is refused where it is not there", () => {
		expect(loadSettings(officeFile)).toEqual({
			ok: false,
			file: officeFile,
			faults: [{ path: "", found: "no such file", allowed: "a JSON file" }],
		});
	});

	it("is refused where it is a folder", () => {
		expect(faultsOf(loadSettings(folder))).toMatchObject([
			{ path: "", found: "a folder", allowed: "a JSON file" },
		]);
	});

	it("is refused with line and column where it is no JSON", () => {
		writeFileSync(officeFile, '{\n\t"id": xa\n}\n');
		expect(faultsOf(loadSettings(officeFile))).toMatchObject([
			{ path: "", found: "xa, line 2 column 8", allowed: "a value" },
		]);
	});

	it("is refused for a setting that has no effect yet", () => {
		expect(faultsOf(loadChanged('"hours"', '"quotas": {},\n"hours"'))).toMatchObject([
			{ path: "/quotas", found: "{}" },
		]);
	});

	it("says the faults of the schema and those beyond it together", () => {
		const sample: unknown = JSON.parse(readFileSync(defaultOfficeFile(), "utf8"));
		const broken = JSON.stringify(sample)
			.replace('"timeZone":"Asia/Ho_Chi_Minh"', '"timezone":"Asia/Ho_Chi_Minh"')
			.replace('"prefix":"B"', '"prefix":"A"')
			.replace('"widthDots":576', '"widthDots":580')
			.replace('"printerId":"printer-2"', '"printerId":"printer-3"')
			.replace('"services":["cu-tru"]', '"services":["cutru"]');
		writeFileSync(officeFile, broken);
		const faults = faultsOf(loadSettings(officeFile));
		expect(faults.map(({ path, hint }) => [path, hint])).toEqual([
			["/timeZone", undefined],
			["/timezone", "timeZone"],
			["/printers/0/widthDots", undefined],
			["/services/1/prefix", undefined],
			["/counters/2/services/0", "cu-tru"],
			["/kiosks/1/printerId", "printer-1"],
		]);
	});

	it.each([
		[{ classes: { rule: "ratio", priority: 0, ordinary: 0 } }, "/calling/classes/priority"],
		[{ classes: { rule: "ratio", priority: 2 } }, "/calling/classes/ordinary"],
		[{ classes: { rule: "xoay-vong" } }, "/calling/classes/rule"],
		[{ maxWaitMinutes: -5 }, "/calling/maxWaitMinutes"],
		[{ services: "luan-phien" }, "/calling/services"],
		[{ appointments: { earlyMinutes: 10 } }, "/calling/appointments/lateMinutes"],
	])("is told where %j cannot be", (calling, path) => {
		const sample = JSON.parse(readFileSync(defaultOfficeFile(), "utf8"));
		writeFileSync(officeFile, JSON.stringify({ ...sample, calling }));
		expect(faultsOf(loadSettings(officeFile)).map((fault) => fault.path)).toContain(path);
	});

	it("is described a line a fault, with file, path, what stands there and what is allowed", () => {
		const loaded = loadChanged('"prefix": "B"', '"prefix": "b", "prefx": 1');
		if (loaded.ok) throw new Error("loads");
		expect(describeFaults("office.json", loaded.faults).split("\n")).toEqual([
			"office.json /services/1/prefx: found 1; allowed: only the keys id, prefix, name, sign, seats, fields, procedures, weight, targetMinutes, hours, dailyQuota, minutes (did you mean prefix?)",
			'office.json /services/1/prefix: found "b"; allowed: one capital letter, A to Z',
		]);
		expect(
			describeFaults("office.json", [{ path: "", found: "no such file", allowed: "a JSON file" }]),
		).toBe("office.json: found no such file; allowed: a JSON file");
	});
});

describe("an office's own catalogue", () => {
	beforeEach(() => {
		cpSync(defaultCatalogueFolder(), join(folder, "thu-tuc"), { recursive: true });
	});
	const own = () => loadChanged('"hours"', '"catalogue": "thu-tuc", "hours"');
	function change(name: string, edit: (text: string) => string): void {
		const file = join(folder, "thu-tuc", name);
		const before = readFileSync(file, "utf8");
		const after = edit(before);
		expect(after).not.toBe(before);
		writeFileSync(file, after);
	}

	it("is found beside the office file", () => {
		change("catalogue.json", (text) => text.replace("mẫu cấp xã", "xã Tân Lập"));
		const loaded = own();
		expect(faultsOf(loaded)).toEqual([]);
		if (loaded.ok) expect(loaded.catalogue.head.title.vi).toContain("xã Tân Lập");
	});

	it("is refused with the folder that is not there", () => {
		const loaded = loadChanged('"hours"', '"catalogue": "khong-co", "hours"');
		expect(loaded).toMatchObject({ ok: false, file: join(folder, "khong-co") });
		expect(faultsOf(loaded).map((fault) => fault.path)).toEqual([
			"/catalogue.json",
			"/synonyms.json",
		]);
	});

	it("says every fault in every file", () => {
		change("ho-tich.json", (text) => text.replace('"1.001193"', '"1.00119"'));
		change("dat-dai.json", (text) =>
			text.replace('"feeStatus": "provincial"', '"feeStatus": "zero"'),
		);
		change("synonyms.json", (text) => text.replace('"fillers"', '"filler"'));
		const loaded = own();
		expect(loaded).toMatchObject({ ok: false, file: join(folder, "thu-tuc") });
		expect(faultsOf(loaded).map(({ path, hint }) => [path, hint])).toEqual([
			["/synonyms.json/fillers", undefined],
			["/synonyms.json/filler", "fillers"],
			["/ho-tich.json/procedures/0/code", undefined],
			["/dat-dai.json/procedures/0/feeStatus", undefined],
		]);
	});

	it("is refused for a code that two procedures have", () => {
		change("ho-tich.json", (text) => text.replace('"1.000894"', '"1.001193"'));
		expect(faultsOf(own())).toContainEqual({
			path: "/ho-tich.json/procedures/4/code",
			found: '"1.001193"',
			allowed: "a code of its own; /ho-tich.json/procedures/0 has this one",
		});
	});

	it("is refused for a fixed fee without an amount, and for a free one with", () => {
		change("chung-thuc.json", (text) =>
			text.replace('"feeStatus": "fixed"', '"feeStatus": "free"'),
		);
		change("giam-ngheo.json", (text) =>
			text.replace('"feeStatus": "free"', '"feeStatus": "fixed"'),
		);
		expect(faultsOf(own()).map((fault) => fault.path)).toEqual([
			"/chung-thuc.json/procedures/0/feeStatus",
			"/giam-ngheo.json/procedures/0/feeStatus",
		]);
	});

	it("is refused for fees that cannot be reckoned as they stand", () => {
		change("chung-thuc.json", (text) =>
			text.replace('"unit": "trang"', '"unit": "tờ"').replace('"caps": "trang"', '"caps": "bản"'),
		);
		expect(faultsOf(own()).map((fault) => fault.path)).toEqual([
			"/chung-thuc.json/procedures/0/fees/1/from",
			"/chung-thuc.json/procedures/0/fees/2/caps",
		]);
	});

	it("is refused for a promise that is none, and takes one that is", () => {
		const promise = (days: number) => (text: string) =>
			text.replace('"cutoff": null', `"cutoff": null, "committed": { "workingDays": ${days} }`);
		change("an-toan-thuc-pham.json", promise(15));
		expect(faultsOf(own())).toEqual([]);
		change("giao-duc-tieu-hoc.json", promise(20));
		expect(faultsOf(own())).toMatchObject([
			{
				path: "/giao-duc-tieu-hoc.json/procedures/0/times/committed/workingDays",
				found: "20",
				allowed: "less than 20",
			},
		]);
	});

	it("is refused for a paper for some that does not say for whom, and for the address of no form", () => {
		change("ho-tich.json", (text) =>
			text
				.replace('"note": "chỉ khi trẻ bị bỏ rơi"', '"note": null')
				.replace(
					'"legalBasis"',
					'"formAddresses": [{ "form": "Mẫu khác", "url": "https://example.vn/mau.docx" }], "legalBasis"',
				),
		);
		expect(faultsOf(own()).map((fault) => fault.path)).toEqual([
			"/ho-tich.json/procedures/0/documents/2/note",
			"/ho-tich.json/procedures/0/formAddresses/0/form",
		]);
	});

	it("is refused for everyday words that lead nowhere or stand twice", () => {
		writeFileSync(
			join(folder, "thu-tuc", "synonyms.json"),
			JSON.stringify({
				fillers: [],
				synonyms: [
					{ words: ["sổ đỏ"], codes: ["1.013987"] },
					{ words: ["So Do"], means: "giấy chứng nhận" },
					{ words: ["cưới", "!"] },
				],
			}),
		);
		expect(faultsOf(own())).toMatchObject([
			{
				path: "/synonyms.json/synonyms/0/codes/0",
				found: '"1.013987"',
				allowed: "the code of a procedure in this catalogue",
				hint: "1.013978",
			},
			{
				path: "/synonyms.json/synonyms/1/words/0",
				found: '"So Do"',
				allowed: "each phrase once, accents aside; /synonyms.json/synonyms/0/words/0 has this one",
			},
			{
				path: "/synonyms.json/synonyms/2",
				found: '{"words":["cưới","!"]}',
				allowed: "an entry with means, codes or both",
			},
			{
				path: "/synonyms.json/synonyms/2/words/1",
				found: '"!"',
				allowed: "a phrase with letters or digits",
			},
		]);
	});

	it("need not have events of life, and then has none", () => {
		rmSync(join(folder, "thu-tuc", "life-events.json"));
		const loaded = own();
		expect(faultsOf(loaded)).toEqual([]);
		if (loaded.ok) expect(loaded.catalogue.lifeEvents).toBeUndefined();
	});

	it("is refused for events of life that are no such file, with every fault", () => {
		change("life-events.json", (text) =>
			text.replace('"sign": "baby"', '"sign": "babby"').replace('"vi": "Kết hôn", ', ""),
		);
		expect(faultsOf(own()).map(({ path, hint }) => [path, hint])).toEqual([
			["/life-events.json/events/0/sign", "baby"],
			["/life-events.json/events/1/name/vi", undefined],
		]);
	});

	it("is refused for events of life that lead nowhere or stand twice", () => {
		const event = (id: string, rest: object) => ({
			id,
			sign: "baby",
			name: { vi: "Sinh con", en: "A new baby" },
			...rest,
		});
		writeFileSync(
			join(folder, "thu-tuc", "life-events.json"),
			JSON.stringify({
				events: [
					event("sinh-con", { procedures: ["1.001193", "1.001139", "1.001193"] }),
					event("sinh-con", { fields: ["ho-tich", "ho-tic"] }),
					event("trong", {}),
				],
			}),
		);
		const file = "/life-events.json/events";
		expect(faultsOf(own())).toMatchObject([
			{
				path: `${file}/1/id`,
				found: '"sinh-con"',
				allowed: `an id of its own; ${file}/0/id has this one`,
			},
			{
				path: `${file}/0/procedures/1`,
				found: '"1.001139"',
				allowed: "the code of a procedure in this catalogue",
				hint: "1.001193",
			},
			{
				path: `${file}/0/procedures/2`,
				found: '"1.001193"',
				allowed: `each procedure once in an event; ${file}/0/procedures/0 has this one`,
			},
			expect.objectContaining({ path: `${file}/1/fields/1`, found: '"ho-tic"', hint: "ho-tich" }),
			expect.objectContaining({
				path: `${file}/2`,
				allowed: "an event with procedures, fields or both",
			}),
		]);
	});

	it("must have every field in one service of the office", () => {
		const loaded = loadChanged('"nuoi-con-nuoi",', "");
		expect(faultsOf(loaded)).toMatchObject([
			{
				path: "/services",
				found: 'no service with the field "nuoi-con-nuoi"',
				allowed: "services that together have every field of the catalogue",
			},
		]);
	});
});
