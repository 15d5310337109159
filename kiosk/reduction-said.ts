import { amountOn, isReduced } from "../catalogue/fee-rules.ts";
import type { ProcedureFee } from "../protocol/procedures.ts";
import { aboutProcedures } from "./store.ts";

/** That less is paid up to some day, and how much; null where nothing is taken off. @param today YYYY-MM-DD */
export function reductionSaid(fee: ProcedureFee, today: string): string | null {
	const { reduced } = fee;
	if (!isReduced(reduced, today)) return null;
	return aboutProcedures.value.reduced(reduced.percent, reduced.until, amountOn(fee, today));
}
