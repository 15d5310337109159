import type { FeeBrief, ProcedureFee, ProcedureRecord } from "../protocol/procedures.ts";

/**
 * The fee of a procedure in one line, for lists. It is `free` only where the source says so: a zero where the province decides stays
 * `provincial`, and a fixed fee whose amounts are unknown is one to ask about. What is paid only on request, as a further copy, does
 * not make a free procedure cost anything; it stands in `extras`. An upper limit is no price.
 */
export function feeInBrief(record: Pick<ProcedureRecord, "feeStatus" | "fees">): FeeBrief {
	const due = record.fees.filter((fee) => !fee.optional && !fee.cap);
	const kind =
		record.feeStatus === "fixed" && due.length === 0
			? "none_listed"
			: record.feeStatus === "free" && due.some((fee) => fee.amountVnd > 0)
				? "fixed"
				: record.feeStatus;
	const amounts = kind === "fixed" || kind === "provincial" ? due : [];
	return { kind, ...range(amounts), extras: extrasOf(record.fees) };
}

function range(fees: ProcedureFee[]): Pick<FeeBrief, "minVnd" | "maxVnd" | "unit"> {
	const [first] = fees;
	if (!first) return { minVnd: null, maxVnd: null, unit: null };
	const amounts = fees.map((fee) => fee.amountVnd);
	return {
		minVnd: Math.min(...amounts),
		maxVnd: Math.max(...amounts),
		unit: fees.every((fee) => fee.unit === first.unit) ? first.unit : null,
	};
}

function extrasOf(fees: ProcedureFee[]): FeeBrief["extras"] {
	return fees
		.filter((fee) => fee.optional)
		.map(({ label, amountVnd, unit }) => ({ label, amountVnd, unit }));
}
