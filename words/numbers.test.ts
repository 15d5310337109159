import { expect, test } from "vitest";
import { count, date, fileSize, localDay, money, plainDate, time } from "./numbers.ts";

const hoChiMinh = "Asia/Ho_Chi_Minh";

test("money is written as people write it", () => {
	expect(money(8000, "vi")).toBe("8.000\u00a0đ");
	expect(money(1_250_000, "vi")).toBe("1.250.000\u00a0đ");
	expect(money(8000, "en")).toBe("VND\u00a08,000");
});

test("counts are grouped by the language", () => {
	expect(count(6000, "vi")).toBe("6.000");
	expect(count(6000, "en")).toBe("6,000");
});

test("a file is as large as people say, and never as small as a bound that it is above", () => {
	expect(fileSize(1, "vi")).toBe("1\u00a0kB");
	expect(fileSize(358_400, "en")).toBe("350\u00a0kB");
	expect(fileSize(4 * 1024 * 1024, "vi")).toBe("4\u00a0MB");
	expect(fileSize(4 * 1024 * 1024 + 1, "vi")).toBe("4,1\u00a0MB");
	expect(fileSize(6_400_000, "en")).toBe("6.2\u00a0MB");
});

test("an instant is shown on the office's own clock", () => {
	expect(date("2026-11-20T17:30:00Z", hoChiMinh)).toBe("21/11/2026");
	expect(time("2026-11-20T17:05:00Z", hoChiMinh)).toBe("00:05");
	expect(localDay("2026-11-20T17:00:00Z", hoChiMinh)).toBe("2026-11-21");
	expect(localDay("2026-11-20T16:59:59Z", hoChiMinh)).toBe("2026-11-20");
});

test("a plain date keeps what is known of it", () => {
	expect(plainDate("2026-07-20")).toBe("20/7/2026");
	expect(plainDate("2025-12")).toBe("12/2025");
});
