import fc from "fast-check";
import { expect, it } from "vitest";
import { inParts, sightsOf } from "./sights.ts";

const slide = { title: null, text: null, picture: null, seconds: 12 };
const wide = false;
const tall = true;

it("a slide that has room is one sight", () => {
	const text = "Không ai được đòi thêm giấy tờ ngoài danh sách đã công bố.";
	const title = "Bạn chỉ nộp giấy tờ đã được niêm yết";
	expect(sightsOf({ ...slide, title, text }, wide)).toEqual([
		{ title, text, picture: null, part: 0, parts: 1, seconds: 12 },
	]);
	expect(sightsOf({ ...slide, picture: "/a.png" }, wide)).toHaveLength(1);
});

it("a long one is several, each long enough to be read, and fewer where it stands upright", () => {
	const title = "Thông báo tạm ngừng tiếp nhận hồ sơ đất đai trong tuần từ 23 đến 27 tháng 11";
	const text = "người dân có nhu cầu ".repeat(19).trim();
	const sights = sightsOf({ ...slide, title, text }, wide);
	expect(sights.map(({ part, parts, seconds }) => [part, parts, seconds])).toEqual(
		sights.map((_, at) => [at, sights.length, 8]),
	);
	expect(sights.map((sight) => sight.text).join(" ")).toBe(text);
	expect(sightsOf({ ...slide, title, text }, tall).length).toBeLessThan(sights.length);
});

it("parts have all words in their order, and none is longer than it may be", () => {
	const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/\s/.test(text));
	fc.assert(
		fc.property(
			fc.array(word, { minLength: 1, maxLength: 80 }),
			fc.integer({ min: 40, max: 200 }),
			(words, most) => {
				const parts = inParts(words.join(" "), most);
				expect(parts.join(" ")).toBe(words.join(" "));
				for (const part of parts) expect(part.length).toBeLessThanOrEqual(most);
			},
		),
	);
});
