import { describe, expect, it, test } from "vitest";
import type { FeeStatus, ProcedureFee } from "../protocol/procedures.ts";
import { type FeeRule, feeFor, feeRules } from "./fee-rules.ts";

const today = "2026-11-22";

const fee = (amountVnd: number, unit: string, more: Partial<ProcedureFee> = {}): ProcedureFee => ({
	label: "Lệ phí",
	amountVnd,
	unit,
	channel: null,
	optional: false,
	cap: false,
	note: null,
	...more,
});

function rules(fees: ProcedureFee[], feeStatus: FeeStatus = "fixed", day = today): FeeRule[] {
	return feeRules({ fees, feeStatus }, day);
}

function onlyRule(...fees: ProcedureFee[]): FeeRule {
	const [rule, ...more] = rules(fees);
	if (rule === undefined || more.length > 0) throw new Error("not one rule");
	return rule;
}

/** Circular 226/2016/TT-BTC, article 4: the table of fees for certification. */
const certifiedCopy = onlyRule(
	fee(2_000, "trang", { label: "Hai trang đầu" }),
	fee(1_000, "trang", { label: "Từ trang thứ 3", from: 3 }),
	fee(200_000, "bản", { label: "Mức tối đa", cap: true, caps: "trang" }),
);

describe("a certified copy", () => {
	test.each([
		{ pages: 1, copies: 1, amountVnd: 2_000, capped: false },
		{ pages: 2, copies: 1, amountVnd: 4_000, capped: false },
		{ pages: 3, copies: 1, amountVnd: 5_000, capped: false },
		{ pages: 4, copies: 3, amountVnd: 18_000, capped: false },
		{ pages: 198, copies: 1, amountVnd: 200_000, capped: false },
		{ pages: 199, copies: 1, amountVnd: 200_000, capped: true },
		{ pages: 500, copies: 2, amountVnd: 400_000, capped: true },
	])("of $pages pages, $copies times, costs $amountVnd", ({ pages, copies, ...expected }) => {
		expect(feeFor(certifiedCopy, { units: pages, wholes: copies })).toEqual(expected);
	});

	it("is counted in pages of each copy", () => {
		expect(certifiedCopy).toMatchObject({ unit: "trang", per: "bản" });
	});
});

describe("what is paid by the piece", () => {
	test.each([
		{ what: "chứng thực chữ ký", one: fee(10_000, "trường hợp"), units: 3, amountVnd: 30_000 },
		{ what: "chứng thực giao dịch", one: fee(50_000, "giao dịch"), units: 2, amountVnd: 100_000 },
		{ what: "đăng ký theo danh sách", one: fee(10_000, "người/lần"), units: 5, amountVnd: 50_000 },
		{ what: "xác nhận hộ tịch", one: fee(8_000, "văn bản/việc"), units: 4, amountVnd: 32_000 },
		{ what: "không bản nào", one: fee(8_000, "bản"), units: 0, amountVnd: 0 },
	])("$what: $units come to $amountVnd", ({ one, units, amountVnd }) => {
		expect(feeFor(onlyRule(one), { units, wholes: 1 })).toEqual({ amountVnd, capped: false });
	});
});

describe("what can be reckoned", () => {
	it("is not what one comes for once, nor a cap alone", () => {
		expect(rules([fee(20_000, "lần"), fee(700_000, "lần/cơ sở")])).toEqual([]);
		expect(rules([fee(200_000, "bản", { cap: true })])).toEqual([]);
	});

	it("is never an amount that only the province decides, but a copy on request is", () => {
		const copy = fee(8_000, "bản", { optional: true });
		expect(rules([fee(50_000, "giấy"), copy], "provincial")).toEqual([
			expect.objectContaining({ unit: "bản", optional: true }),
		]);
	});

	it("keeps ways to apply apart", () => {
		const two = rules([
			fee(10_000, "người/lần", { channel: "in-person" }),
			fee(7_000, "người/lần", { channel: "online" }),
		]);
		expect(two.map(({ channel, tiers }) => [channel, tiers.length])).toEqual([
			["in-person", 1],
			["online", 1],
		]);
	});

	it("takes a cap for the amounts of its own way to apply only", () => {
		const [here, online] = rules([
			fee(2_000, "trang", { channel: "in-person" }),
			fee(1_500, "trang", { channel: "online" }),
			fee(200_000, "bản", { channel: "in-person", cap: true, caps: "trang" }),
		]);
		expect([here?.capVnd, online?.capVnd]).toEqual([200_000, null]);
	});

	it("is reduced up to and with the last day of a reduction", () => {
		const card = fee(50_000, "thẻ", { reduced: { percent: 50, until: "2026-12-31" } });
		const on = (day: string) => rules([card], "fixed", day)[0]?.tiers[0]?.amountVnd;
		expect(on("2026-12-31")).toBe(25_000);
		expect(on("2027-01-01")).toBe(50_000);
	});
});
