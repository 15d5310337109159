import { describe, expect, it } from "vitest";
import type { FeeStatus, ProcedureFee } from "../protocol/procedures.ts";
import { feeInBrief } from "./fees.ts";

const amount = (amountVnd: number, more: Partial<ProcedureFee> = {}): ProcedureFee => ({
	label: "Lệ phí",
	amountVnd,
	unit: "lần",
	channel: null,
	optional: false,
	cap: false,
	note: null,
	...more,
});
const brief = (feeStatus: FeeStatus, ...fees: ProcedureFee[]) => feeInBrief({ feeStatus, fees });

describe("the fee in one line", () => {
	it("stays free when only a further copy is paid, and shows that", () => {
		const copy = amount(8000, { label: "Bản sao", unit: "bản", optional: true });
		expect(brief("free", copy)).toEqual({
			kind: "free",
			minVnd: null,
			maxVnd: null,
			unit: null,
			extras: [{ label: "Bản sao", amountVnd: 8000, unit: "bản" }],
		});
	});

	it("is never free where the province decides, whatever the amounts", () => {
		expect(brief("provincial").kind).toBe("provincial");
		expect(brief("provincial", amount(0)).kind).toBe("provincial");
		expect(brief("provincial", amount(0, { optional: true })).kind).toBe("provincial");
	});

	it("shows what the source names for reference where the province decides", () => {
		expect(brief("provincial", amount(50_000), amount(150_000))).toMatchObject({
			minVnd: 50_000,
			maxVnd: 150_000,
			unit: "lần",
		});
	});

	it("goes from the lowest to the highest amount, without caps and what is optional", () => {
		expect(
			brief(
				"fixed",
				amount(2000, { unit: "trang" }),
				amount(1000, { unit: "trang" }),
				amount(200_000, { unit: "bản", cap: true }),
				amount(500, { optional: true }),
			),
		).toMatchObject({ kind: "fixed", minVnd: 1000, maxVnd: 2000, unit: "trang" });
	});

	it("has no unit where the amounts are for different things", () => {
		expect(brief("fixed", amount(7000), amount(10_000, { unit: "người/lần" })).unit).toBeNull();
	});

	it("is one to ask about where it is fixed and nobody knows at what", () => {
		expect(brief("fixed").kind).toBe("none_listed");
		expect(brief("fixed", amount(200_000, { cap: true })).kind).toBe("none_listed");
	});

	it("is not free where something has to be paid", () => {
		expect(brief("free", amount(5000))).toMatchObject({ kind: "fixed", minVnd: 5000 });
	});

	it("has no amount where none is listed or a circular sets it", () => {
		for (const status of ["none_listed", "per_circular"] as const) {
			expect(brief(status)).toMatchObject({ kind: status, minVnd: null, maxVnd: null });
		}
	});
});
