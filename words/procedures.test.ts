import { describe, expect, it } from "vitest";
import type { FeeBrief } from "../protocol/procedures.ts";
import { procedureWords } from "./procedures.ts";

const { vi, en } = procedureWords;
const nothing: FeeBrief = { kind: "free", minVnd: null, maxVnd: null, unit: null, extras: [] };
const copy = { label: "Bản sao trích lục hộ tịch", amountVnd: 8000, unit: "bản" };

describe("a fee in a list", () => {
	it.each<[string, FeeBrief, string, string]>([
		["free", nothing, "Miễn phí", "Free"],
		[
			"free with a copy on request",
			{ ...nothing, extras: [copy] },
			"Miễn phí; yêu cầu thêm: 8.000\u00a0đ/bản",
			"Free; on request: VND\u00a08,000 per copy",
		],
		[
			"one amount",
			{ ...nothing, kind: "fixed", minVnd: 8000, maxVnd: 8000, unit: "bản" },
			"8.000\u00a0đ/bản",
			"VND\u00a08,000 per copy",
		],
		[
			"a range of different things",
			{ ...nothing, kind: "fixed", minVnd: 7000, maxVnd: 10_000 },
			"7.000\u00a0đ – 10.000\u00a0đ",
			"VND\u00a07,000 – VND\u00a010,000",
		],
		[
			"up to the province",
			{ ...nothing, kind: "provincial" },
			"Mức thu do tỉnh quy định",
			"Fee set by the province",
		],
		[
			"up to the province, with what the source shows",
			{ ...nothing, kind: "provincial", minVnd: 50_000, maxVnd: 150_000, unit: "lần" },
			"Tỉnh quy định, tham khảo 50.000\u00a0đ – 150.000\u00a0đ/lần",
			"Set by the province, for reference VND\u00a050,000 – VND\u00a0150,000 per application",
		],
		[
			"not known",
			{ ...nothing, kind: "none_listed" },
			"Hỏi phí tại quầy",
			"Ask about the fee at the counter",
		],
		[
			"in a circular",
			{ ...nothing, kind: "per_circular" },
			"Phí theo thông tư",
			"Fee set by circular",
		],
	])("that is %s reads well in both languages", (_what, fee, vietnamese, english) => {
		expect(vi.fee(fee)).toBe(vietnamese);
		expect(en.fee(fee)).toBe(english);
	});

	it("never says free but where it is", () => {
		for (const kind of ["fixed", "provincial", "none_listed", "per_circular"] as const) {
			const fee: FeeBrief = { ...nothing, kind, minVnd: null, extras: [copy] };
			expect(vi.fee(fee)).not.toMatch(/miễn|0\s*đ/i);
			expect(en.fee(fee)).not.toMatch(/free/i);
			expect(vi.feeStatus[kind]).not.toMatch(/miễn/i);
			expect(en.feeStatus[kind]).not.toMatch(/free/i);
		}
	});
});

describe("a time", () => {
	it("has its unit in both languages", () => {
		expect(vi.time(3, "working-day")).toBe("3 ngày làm việc");
		expect(en.time(1, "working-day")).toBe("1 working day");
		expect(en.time(2, "hour")).toBe("2 hours");
	});

	it("without a unit sends people to the counter", () => {
		expect(vi.time(1, null)).toContain("hỏi tại quầy");
		expect(en.time(1, null)).toContain("ask at the counter");
	});
});

describe("what stands in the data in Vietnamese", () => {
	it("is left as it is where nobody has translated it", () => {
		expect(en.unit("chuyến")).toBe("chuyến");
		expect(en.audience("Người lao động")).toBe("Người lao động");
		expect(en.level("Cấp thôn")).toBe("Cấp thôn");
	});
});

describe("times in brief", () => {
	const times = {
		text: "5 ngày làm việc",
		workingDays: 5,
		calendarDays: null,
		hours: null,
		sameDay: false,
		cutoff: null,
	};

	it("are the source's own words in Vietnamese", () => {
		expect(procedureWords.vi.timesInBrief(times)).toBe("5 ngày làm việc");
	});

	it("are said in English where they are known as numbers", () => {
		const { timesInBrief } = procedureWords.en;
		expect(timesInBrief(times)).toBe("5 working days");
		expect(timesInBrief({ ...times, text: "1 ngày làm việc.", workingDays: 1 })).toBe(
			"1 working day",
		);
		expect(timesInBrief({ ...times, text: "15 ngày", workingDays: null, calendarDays: 15 })).toBe(
			"15 days",
		);
		expect(
			timesInBrief({
				...times,
				text: "Trả ngay trong ngày; hồ sơ nhận sau 15 giờ thì trả trong ngày làm việc kế tiếp.",
				workingDays: 1,
				sameDay: true,
				cutoff: "15:00",
			}),
		).toBe("Same day if handed in before 15:00");
	});

	it("say in English that the source says more, and nothing where it gives no number", () => {
		const { timesInBrief } = procedureWords.en;
		const text = "5 ngày làm việc (dài hơn nếu phải xác minh nơi khác)";
		expect(timesInBrief({ ...times, text })).toBe("5 working days, with conditions");
		expect(
			timesInBrief({ ...times, text: "Nguồn không ghi thời hạn", workingDays: null }),
		).toBeNull();
	});
});

describe("a time in a word", () => {
	const times = {
		text: "",
		workingDays: null,
		calendarDays: null,
		hours: null,
		sameDay: false,
		cutoff: null,
	};
	it.each([
		[{ text: "5 ngày làm việc", workingDays: 5 }, "5 ngày làm việc", "5 working days"],
		[{ text: "15 ngày", calendarDays: 15 }, "15 ngày", "15 days"],
		[{ text: "12 giờ", hours: 12 }, "12 giờ", "12 hours"],
		[
			{ text: "Trả ngay trong ngày; hồ sơ nhận sau 15 giờ…", workingDays: 1, sameDay: true },
			"Trong ngày",
			"Same day",
		],
		[{ text: "Ngay khi nhận hồ sơ", workingDays: 0 }, "Ngay khi nộp", "At once"],
		[
			{ text: "Tối đa 20 ngày: khai sinh trong ngày, thường trú 15 ngày", calendarDays: 20 },
			"Tối đa 20 ngày",
			"Up to 20 days",
		],
		[
			{ text: "2 hoặc 7 ngày làm việc tùy loại", workingDays: 7 },
			"Khoảng 7 ngày làm việc",
			"About 7 working days",
		],
		[
			{ text: "Nguồn ghi «1» (hiểu là 1 ngày làm việc)", workingDays: 1 },
			"Khoảng 1 ngày làm việc",
			"About 1 working day",
		],
		[
			{ text: "Không quá 30 ngày từ ngày thụ lý; phức tạp không quá 45 ngày", calendarDays: 30 },
			"Khoảng 30 ngày",
			"About 30 days",
		],
		[{ text: "Nguồn ghi «1» (mất đơn vị)", workingDays: 1 }, "Hỏi tại quầy", "Ask at the counter"],
		[{ text: "Nguồn không ghi thời hạn" }, "Hỏi tại quầy", "Ask at the counter"],
	])("of %o is short in both languages", (known, vietnamese, english) => {
		expect(vi.timeInAWord({ ...times, ...known })).toBe(vietnamese);
		expect(en.timeInAWord({ ...times, ...known })).toBe(english);
	});

	it("keeps working hours apart from those of a clock", () => {
		const known = { ...times, text: "8 giờ làm việc", hours: 8 };
		expect(vi.timeInAWord(known)).toMatch(/8 giờ làm việc$/);
		expect(en.timeInAWord(known)).toMatch(/8 working hours$/);
	});
});

describe("a fee in a word", () => {
	it.each<[FeeBrief, string, string]>([
		[{ ...nothing, extras: [copy] }, "Miễn phí", "Free"],
		[
			{ ...nothing, kind: "fixed", minVnd: 8000, maxVnd: 8000, unit: "bản" },
			"8.000\u00a0đ/bản",
			"VND\u00a08,000 per copy",
		],
		[
			{ ...nothing, kind: "provincial", minVnd: 0, maxVnd: 0, unit: "lần" },
			"Tỉnh quy định",
			"Set by the province",
		],
		[{ ...nothing, kind: "none_listed" }, "Hỏi tại quầy", "Ask at the counter"],
		[{ ...nothing, kind: "per_circular" }, "Theo thông tư", "Set by circular"],
		[{ ...nothing, kind: "fixed" }, "Hỏi tại quầy", "Ask at the counter"],
	])("of %o is short in both languages and free only where it is", (fee, vietnamese, english) => {
		expect(vi.feeInAWord(fee)).toBe(vietnamese);
		expect(en.feeInAWord(fee)).toBe(english);
	});
});
