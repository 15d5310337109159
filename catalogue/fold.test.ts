import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, wordsOf } from "./fold.ts";

describe("folded text", () => {
	it.each([
		["Đăng ký khai sinh", "dang ky khai sinh"],
		["ĐẤT ĐAI – Nhà ở", "dat dai nha o"],
		["Thẻ căn-cước (từ đủ 14 tuổi)", "the can cuoc tu du 14 tuoi"],
		["  Nghĩa   vụ\tquân sự ", "nghia vu quan su"],
		["ưỡ ường ặ ỷ Ỹ", "uo uong a y y"],
		["1.001193", "1 001193"],
		["…!?", ""],
	])("of “%s” is “%s”", (text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	it("is the same for composed and decomposed letters, and folding again changes nothing", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
				expect(fold(fold(text))).toBe(fold(text));
			}),
		);
	});

	it("falls into its words", () => {
		expect(wordsOf("Hộ tịch, nuôi con nuôi")).toEqual(["ho", "tich", "nuoi", "con", "nuoi"]);
		expect(wordsOf(" – ")).toEqual([]);
	});
});
