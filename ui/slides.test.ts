import { expect, test } from "vitest";
import type { OfficeSlide } from "../protocol/office.ts";
import { slideAt } from "./slides.ts";

const notice = (vi: string, seconds: number): OfficeSlide => ({ title: { vi, en: vi }, seconds });
const slides = [notice("Giấy tờ niêm yết", 12), notice("Lịch tiếp dân", 5), notice("Góp ý", 3)];

test.each([
	[0, 0],
	[11_999, 0],
	[12_000, 1],
	[16_999, 1],
	[17_000, 2],
	[19_999, 2],
	[20_000, 0],
	[20_000 * 1000 + 12_500, 1],
])("%d ms after the screen came to rest, slide %d is on", (sinceMs, at) => {
	expect(slideAt(slides, sinceMs)).toBe(at);
});

test("an office without slides shows none", () => {
	expect(slideAt([], 60_000)).toBeNull();
});
