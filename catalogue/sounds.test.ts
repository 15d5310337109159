import { describe, expect, it } from "vitest";
import { buildSearchIndex } from "./search-index.ts";
import { soundAlike } from "./sounds.ts";
import { createVocabulary } from "./vocabulary.ts";

const written = ["Đăng ký tạm trú", "Đăng ký sang tên xe", "Giám hộ", "Chủ xe", "Trích lục"].map(
	(name) => ({
		record: { code: name, name, nameShort: name, nameEn: "", result: "", keywords: [], forms: [] },
		field: { id: "thu", name: "", nameEn: "" },
	}),
);
const index = buildSearchIndex(written, { fillers: [], synonyms: [] });
const mend = soundAlike(index, createVocabulary(index.terms));

describe("what is written as it is spoken", () => {
	it.each([
		["dang ky tam chu", "dang ky tam tru"],
		["xang ten xe", "sang ten xe"],
		["dam ho", "giam ho"],
		["dang ki tam tru", "dang ky tam tru"],
		["chich nuc", "trich luc"],
	])("%s is mended to %s", (written, meant) => {
		expect(mend(written.split(" "))?.join(" ")).toBe(meant);
	});

	it("is left alone where it is right, or like nothing there is", () => {
		expect(mend(["tam", "tru"])).toBeUndefined();
		expect(mend(["chu", "xe"])).toBeUndefined();
		expect(mend(["xyz"])).toBeUndefined();
		expect(mend([])).toBeUndefined();
	});
});
