import fc from "fast-check";
import { expect, test } from "vitest";
import { measureText } from "./font.ts";
import { printable, wrap } from "./wrap.ts";

const measure = (text: string) => measureText(text, 28, 600);
const vietnamese = fc.string({
	unit: fc.constantFrom(..."  aăâbcdđeêghiklmnoôơpqrstuưvxyẾỄỰỘẨặợữ–,0123456789ﬁW中😀"),
	maxLength: 400,
});

test("no line is wider than the paper, and no letter is lost", () => {
	fc.assert(
		fc.property(vietnamese, fc.integer({ min: 60, max: 552 }), (text, widthDots) => {
			const lines = wrap(text, measure, widthDots, 1000);
			for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(widthDots);
			expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
		}),
	);
});

test("a text that is too long ends in an ellipsis, within the paper", () => {
	const lines = wrap("Đăng ký biến động quyền sử dụng đất ".repeat(12), measure, 360, 6);
	expect(lines).toHaveLength(6);
	expect(lines[5]).toMatch(/ (quyền|sử|dụng|đất|Đăng|ký|biến|động)…$/);
	for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(360);
});

test("no word is left alone on the last line where the lines can be even", () => {
	const name = "Cấp bản sao trích lục hộ tịch";
	const widthDots = measure("Cấp bản sao trích lục hộ") + 1;
	expect(wrap(name, measure, widthDots, 6)).toEqual(["Cấp bản sao", "trích lục hộ tịch"]);
});

test("words that belong together stay together", () => {
	const widthDots = measure("Đang chờ trước bạn: 3") + 1;
	expect(wrap("Đang chờ trước bạn: 3\u00a0người", measure, widthDots, 6)[1]).toMatch(
		/3\u00a0người$/,
	);
});

test("decomposed letters are composed and what cannot be drawn is left out", () => {
	expect(printable(" Hộ\ttịch\n\u0000\u202e\ud800 phường ".normalize("NFD"))).toBe(
		"Hộ tịch phường",
	);
	expect(wrap(" \n ", measure, 300, 6)).toEqual([]);
});
