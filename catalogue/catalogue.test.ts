import { Compile } from "typebox/compile";
import { describe, expect, it } from "vitest";
import {
	FieldList,
	LifeEventList,
	Procedure,
	ProcedurePage,
	type ProcedureRecord,
} from "../protocol/procedures.ts";
import { createCatalogue, type ServedBy } from "./catalogue.ts";
import type { CatalogueFiles } from "./files.ts";

const record = (code: string, name: string, nameEn: string): ProcedureRecord => ({
	code,
	name,
	nameShort: name,
	nameEn,
	levels: ["Cấp xã"],
	audience: ["Công dân Việt Nam"],
	decision: null,
	documents: [],
	sourceDocumentRows: null,
	times: {
		text: "3 ngày làm việc",
		workingDays: 3,
		calendarDays: null,
		hours: null,
		sameDay: false,
		cutoff: null,
	},
	feeStatus: "free",
	feeText: "Miễn phí.",
	fees: [],
	channels: ["in-person"],
	perChannel: [],
	onlineLevel: null,
	steps: [],
	result: "",
	resultCodes: [],
	forms: [],
	legalBasis: [],
	notes: [],
	keywords: [],
	weak: [],
	asOf: null,
	source: null,
});

const files: CatalogueFiles = {
	head: {
		title: { vi: "Thủ tục mẫu", en: "Sample" },
		caution: { vi: "Chỉ để thử", en: "For trying" },
		asOf: "2026-07-23",
		fields: ["ho-tich", "dat-dai"],
	},
	fields: [
		{
			field: { id: "ho-tich", name: "Hộ tịch", nameEn: "Civil status" },
			procedures: [
				record("1.004884", "Đăng ký lại khai sinh", "Re-registration of birth"),
				record("1.001193", "Đăng ký khai sinh", "Birth registration"),
				record("local-ho-tich", "Hỏi về hộ tịch", "Questions"),
			],
		},
		{
			field: { id: "dat-dai", name: "Đất đai", nameEn: "Land" },
			procedures: [record("1.013978", "Cấp Giấy chứng nhận", "Land certificate")],
		},
	],
	lifeEvents: {
		events: [
			{
				id: "sinh-con",
				sign: "baby",
				name: { vi: "Sinh con", en: "A new baby" },
				procedures: ["1.013978", "1.001193"],
				fields: ["ho-tich"],
			},
		],
	},
	words: { fillers: [], synonyms: [{ words: ["sổ đỏ"], codes: ["1.013978"] }] },
};
const services: ServedBy[] = [
	{ id: "a", sign: "baby", fields: ["ho-tich"] },
	{ id: "e", fields: ["dat-dai"], procedures: ["local-ho-tich"] },
];
const catalogue = createCatalogue(files, services);
const codes = (query: Parameters<typeof catalogue.page>[0]) =>
	catalogue.page(query).items.map((item) => item.code);

describe("a catalogue", () => {
	it("leads every procedure to the service of its field, or to one of its own", () => {
		expect(catalogue.find("1.001193")?.serviceId).toBe("a");
		expect(catalogue.find("1.013978")?.serviceId).toBe("e");
		expect(catalogue.find("local-ho-tich")?.serviceId).toBe("e");
	});

	it("does not come to be with a procedure that leads nowhere", () => {
		expect(() => createCatalogue(files, [{ id: "a", fields: ["ho-tich"] }])).toThrow("1.013978");
	});

	it("tells national codes from the office's own", () => {
		expect(catalogue.find("1.001193")?.official).toBe(true);
		expect(catalogue.find("local-ho-tich")?.official).toBe(false);
		expect(catalogue.find("9.999999")).toBeUndefined();
	});

	it("counts the procedures of its fields, which have the sign of their service unless they have their own", () => {
		expect(catalogue.count).toBe(4);
		expect(catalogue.fields).toEqual([
			{
				id: "ho-tich",
				name: "Hộ tịch",
				nameEn: "Civil status",
				sign: "baby",
				serviceId: "a",
				count: 3,
			},
			{
				id: "dat-dai",
				name: "Đất đai",
				nameEn: "Land",
				sign: "document",
				serviceId: "e",
				count: 1,
			},
		]);
	});

	it("knows its events of life and how much each may need", () => {
		expect(catalogue.lifeEvents).toEqual([
			{ id: "sinh-con", sign: "baby", name: { vi: "Sinh con", en: "A new baby" }, count: 4 },
		]);
		const { lifeEvents: _none, ...without } = files;
		expect(createCatalogue(without, services).lifeEvents).toEqual([]);
	});

	it("answers in the shapes that cross the wire", () => {
		const answer = { total: catalogue.fields.length, items: catalogue.fields };
		expect(Compile(FieldList).Errors(answer)).toEqual([]);
		expect(Compile(ProcedurePage).Errors(catalogue.page({}))).toEqual([]);
		const events = { total: catalogue.lifeEvents.length, items: catalogue.lifeEvents };
		expect(Compile(LifeEventList).Errors(events)).toEqual([]);
		for (const procedure of catalogue.procedures) {
			expect(Compile(Procedure).Errors(procedure)).toEqual([]);
		}
	});
});

describe("a page of procedures", () => {
	it("goes through all of them in the catalogue's order", () => {
		expect(catalogue.page({}).total).toBe(4);
		expect(codes({})).toEqual(["1.004884", "1.001193", "local-ho-tich", "1.013978"]);
		expect(codes({ q: "  " })).toHaveLength(4);
		expect(codes({ limit: 2 })).toEqual(["1.004884", "1.001193"]);
		expect(codes({ limit: 2, offset: 3 })).toEqual(["1.013978"]);
		expect(catalogue.page({ offset: 100 })).toEqual({ total: 4, items: [] });
	});

	it.each(["ho-tich", "Hộ tịch", "HO TICH", "civil status"])("keeps to the field %s", (field) => {
		expect(catalogue.page({ field }).total).toBe(3);
	});

	it("is empty for a field that does not exist", () => {
		expect(catalogue.page({ field: "giao-thong" })).toEqual({ total: 0, items: [] });
		expect(catalogue.page({ field: "…" })).toEqual({ total: 0, items: [] });
	});

	it("has the best first when something is looked for, and says how many there are in all", () => {
		expect(codes({ q: "khai sinh" })).toEqual(["1.001193", "1.004884"]);
		expect(catalogue.page({ q: "khai sinh", limit: 1 })).toMatchObject({ total: 2 });
		expect(codes({ q: "khai sinh", offset: 1 })).toEqual(["1.004884"]);
		expect(codes({ q: "sổ đỏ" })).toEqual(["1.013978"]);
		expect(codes({ q: "khai sinh", field: "dat-dai" })).toEqual([]);
	});

	it("of an event of life has what is needed first at first, and the best first when something is looked for", () => {
		const event = "sinh-con";
		expect(codes({ event })).toEqual(["1.013978", "1.001193", "1.004884", "local-ho-tich"]);
		expect(codes({ event, limit: 1, offset: 1 })).toEqual(["1.001193"]);
		expect(codes({ event, field: "dat-dai" })).toEqual(["1.013978"]);
		expect(codes({ event, q: "khai sinh" })).toEqual(["1.001193", "1.004884"]);
		expect(catalogue.page({ event: "khong-co" })).toEqual({ total: 0, items: [] });
	});

	it("shows the fee in brief", () => {
		expect(catalogue.page({ q: "1.001193" }).items[0]?.fee.kind).toBe("free");
	});
});
