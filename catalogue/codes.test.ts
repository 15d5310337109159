import { describe, expect, it } from "vitest";
import { codeSearch } from "./codes.ts";

const search = codeSearch(["1.001193", "2.001193", "1.000894", "1.001022", "local-to-cao"]);

describe("a search by code", () => {
	it.each(["1.001193", "1001193", "1 001193", "1,001193", " 1.001193 "])("takes %s", (query) => {
		expect(search(query)).toEqual(["1.001193"]);
	});

	it("takes the beginning of a code", () => {
		expect(search("1.0010")).toEqual(["1.001022"]);
		expect(search("1001")).toEqual(["1.001193", "1.001022"]);
	});

	it("takes the six digits alone", () => {
		expect(search("001193")).toEqual(["1.001193", "2.001193"]);
	});

	it("takes a code out of a sentence", () => {
		expect(search("thủ tục mã 1.000894 nộp ở đâu")).toEqual(["1.000894"]);
		expect(search("mã số 1000894")).toEqual(["1.000894"]);
	});

	it("takes the office's own codes whole", () => {
		expect(search("Local-To-Cao")).toEqual(["local-to-cao"]);
	});

	it("finds nothing for a code that does not exist", () => {
		expect(search("9.999999")).toEqual([]);
	});

	it.each(["khai sinh", "14", "dưới 14 tuổi", "năm 2026 làm gì", ""])(
		"leaves “%s” to be read as words",
		(query) => {
			expect(search(query)).toBeUndefined();
		},
	);
});
