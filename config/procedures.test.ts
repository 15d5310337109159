import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { feeFor, feeRules } from "../catalogue/fee-rules.ts";
import type { ProcedureRecord } from "../protocol/procedures.ts";
import { loadCatalogue } from "./load.ts";
import { defaultCatalogueFolder } from "./places.ts";

const loaded = loadCatalogue(defaultCatalogueFolder());
if (!loaded.ok) throw new Error("the sample catalogue does not load");
const { head, fields } = loaded.catalogue;
const all = fields.flatMap((file) => file.procedures);
const find = (code: string) => all.find((record) => record.code === code);
const count = (of: (record: ProcedureRecord) => number) =>
	all.reduce((sum, record) => sum + of(record), 0);

describe("the sample catalogue", () => {
	it("holds 183 procedures in 51 fields, 176 of them with a national code", () => {
		expect(all).toHaveLength(183);
		expect(fields).toHaveLength(51);
		expect(all.filter((record) => /^\d\.\d{6}$/.test(record.code))).toHaveLength(176);
	});

	it("says that it is a sample to be checked, and the newest date of its data", () => {
		expect(head.caution.vi).toContain("dichvucong.gov.vn");
		expect(head.caution.en).toContain("dichvucong.gov.vn");
		const dates = all.flatMap((record) => record.asOf?.date ?? []);
		expect(head.asOf).toBe(dates.sort().at(-1));
	});

	it("has a file for each field, its everyday words and its events of life, and no other", () => {
		expect(readdirSync(defaultCatalogueFolder()).sort()).toEqual(
			[
				"catalogue.json",
				"life-events.json",
				"synonyms.json",
				...head.fields.map((id) => `${id}.json`),
			].sort(),
		);
	});

	it("keeps what is known of every fee", () => {
		const having = (status: ProcedureRecord["feeStatus"]) =>
			all.filter((record) => record.feeStatus === status).length;
		expect(having("free")).toBe(86);
		expect(having("provincial")).toBe(54);
		expect(having("fixed")).toBe(23);
		expect(having("none_listed")).toBe(12);
		expect(having("per_circular")).toBe(8);
		expect(count((record) => record.fees.length)).toBe(76);
		expect(count((record) => record.fees.filter((fee) => fee.cap).length)).toBe(2);
		expect(count((record) => record.fees.filter((fee) => fee.optional).length)).toBe(39);
	});

	it("never lets a fee that the province decides read as free", () => {
		const provincial = all.filter((record) => record.feeStatus === "provincial");
		expect(provincial.filter(({ feeText }) => /miễn phí|không thu phí/i.test(feeText))).toEqual([]);
	});

	it("keeps every paper, channel, step and legal basis", () => {
		expect(count((record) => record.documents.length)).toBe(496);
		expect(count((record) => record.documents.filter((paper) => !paper.submit).length)).toBe(66);
		expect(count((record) => record.channels.length)).toBe(476);
		expect(count((record) => record.perChannel.length)).toBe(397);
		expect(count((record) => record.steps.length)).toBe(771);
		expect(count((record) => record.legalBasis.length)).toBe(1292);
		expect(count((record) => record.forms.length)).toBe(85);
		expect(count((record) => record.notes.length)).toBe(94);
		expect(count((record) => record.resultCodes.length)).toBe(209);
		expect(count((record) => record.levels.length)).toBe(237);
		expect(count((record) => record.audience.length)).toBe(414);
	});

	it("carries every mark of a weak entry", () => {
		const marked = (mark: ProcedureRecord["weak"][number]) =>
			all.filter((record) => record.weak.includes(mark)).length;
		expect(marked("time-unit")).toBe(28);
		expect(marked("processing-time")).toBe(14);
		expect(marked("name-wording")).toBe(27);
		expect(marked("documents-abridged")).toBe(85);
		expect(marked("steps-summarised")).toBe(155);
		expect(marked("general-knowledge")).toBe(7);
	});

	it("knows where every national entry was read, and when", () => {
		for (const record of all) {
			const national = !record.code.startsWith("local-");
			expect(record.source !== null, record.code).toBe(national);
			expect(record.asOf !== null, record.code).toBe(national);
		}
	});

	it("has the registration of a birth whole", () => {
		const birth = find("1.001193");
		expect(birth).toMatchObject({
			name: "Đăng ký khai sinh",
			nameEn: "Birth registration",
			feeStatus: "free",
			decision: "163/QĐ-BTP",
			times: { workingDays: 1, sameDay: true, cutoff: "15:00" },
			channels: ["online", "post", "in-person"],
			result: "Giấy khai sinh",
			asOf: { date: "2026-07-20", note: null },
		});
		expect(birth?.documents).toHaveLength(6);
		expect(birth?.documents[1]).toEqual({
			name: "Giấy chứng sinh",
			originals: 1,
			copies: 0,
			submit: true,
			note: "không có thì thay bằng văn bản của người làm chứng; không có người làm chứng thì giấy cam đoan về việc sinh",
		});
		expect(birth?.fees).toMatchObject([{ amountVnd: 8000, optional: true }]);
	});

	it("has the price of a certified copy with its upper limit", () => {
		expect(find("2.000815")?.fees.map(({ amountVnd, cap }) => [amountVnd, cap])).toEqual([
			[2000, false],
			[1000, false],
			[200_000, true],
		]);
	});

	it("reckons a certified copy as Circular 226/2016/TT-BTC does", () => {
		for (const code of ["2.000815", "2.000942"]) {
			const [rule, ...more] = feeRules(
				find(code) ?? { fees: [], feeStatus: "fixed" },
				"2026-11-22",
			);
			expect([code, rule?.per, more]).toEqual([code, "bản", []]);
			if (rule) expect(feeFor(rule, { units: 4, wholes: 3 }).amountVnd).toBe(18_000);
		}
	});

	it("sets papers that only some bring apart from those that everybody does", () => {
		expect(find("1.001193")?.documents.map(({ conditional }) => conditional ?? false)).toEqual([
			false,
			false,
			true,
			true,
			true,
			false,
		]);
		expect(count((record) => record.documents.filter((paper) => paper.conditional).length)).toBe(
			93,
		);
	});

	it("says of every fee what its text says beyond the amounts", () => {
		expect(all.filter(({ feeNote }) => feeNote === undefined)).toEqual([]);
		expect(find("2.000884")?.feeNote).toContain("một trường hợp");
	});

	it("keeps the note on a date", () => {
		expect(find("1.013133")?.asOf).toEqual({
			date: "2025-12",
			note: "QĐ 6375/QĐ-BQP; ngày crawl không rõ",
		});
	});
});
