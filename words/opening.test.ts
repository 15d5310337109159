import { describe, expect, it } from "vitest";
import { againInWords, shutInWords, whyShut } from "./opening.ts";

const zone = "Asia/Ho_Chi_Minh";
const friday = "2026-11-20T10:30:00Z";

describe("when numbers are given again", () => {
	it.each([
		["vi", "2026-11-23T00:30:00Z", "Cấp số lại lúc 7:30 thứ Hai,\u00a023/11"],
		["en", "2026-11-23T00:30:00Z", "Numbers again at 7:30 on Monday,\u00a023/11"],
		["vi", "2026-11-22T00:30:00Z", "Cấp số lại lúc 7:30 Chủ nhật,\u00a022/11"],
		["vi", "2026-11-20T11:00:00Z", "Cấp số lại lúc 18:00 hôm nay"],
	] as const)("in %s, %s: %s", (language, next, said) => {
		expect(againInWords(next, friday, zone, language)).toBe(said);
	});

	it("goes by the office's day, and not by that of UTC", () => {
		const late = "2026-11-20T16:30:00Z";
		expect(againInWords("2026-11-20T17:30:00Z", late, zone, "vi")).toContain("thứ Bảy");
	});
});

it("a reason stands beside what it explains, in the reader's language", () => {
	const reason = { vi: "Quốc khánh", en: "National Day" };
	expect(shutInWords("holiday", reason, "vi")).toBe("Hôm nay nghỉ lễ: Quốc khánh");
	expect(shutInWords("holiday", reason, "en")).toBe("Closed for a holiday: National Day");
	expect(shutInWords("break", null, "vi")).toBe("Đang nghỉ giữa giờ");
});

it("what gives numbers has nothing to explain", () => {
	expect(whyShut({ shut: null, reason: null, next: null }, friday, zone, "vi")).toBeNull();
	const closed = { shut: "day-off", reason: null, next: null } as const;
	expect(whyShut(closed, friday, zone, "vi")).toBe("Hôm nay không tiếp nhận.");
});
