import type { Channel, ProcedureFee, ProcedureRecord } from "../protocol/procedures.ts";

/**
 * A fee that can be reckoned: so much for each of something that a person can count.
 * Certified copies, as Circular 226/2016/TT-BTC sets them: 2.000 a page for the first two of the original, 1.000 from the
 * third on, at most 200.000 a copy; so `unit` is `trang`, `per` is `bản`, and the whole is counted in both.
 */
export interface FeeRule {
	label: string;
	/** What is counted: `trang`, `bản`, `người`. */
	unit: string;
	/** Of what there may be several with so many units each; null where there is only the one count. */
	per: string | null;
	channel: Channel | null;
	/** Paid on request alone. */
	optional: boolean;
	/** What one costs from this one on, lowest first; the first is from 1. In đồng, reductions of the day included. */
	tiers: readonly { from: number; amountVnd: number }[];
	/** What one `per` comes to at most; null without a limit. */
	capVnd: number | null;
}

/** `units` of the rule's `unit` in each of `wholes`; `wholes` is 1 where the rule has no `per`. */
export interface FeeCount {
	units: number;
	wholes: number;
}

export interface FeeResult {
	amountVnd: number;
	/** Whether the limit was reached, so that more units cost no more. */
	capped: boolean;
}

/**
 * The fees of a procedure that can be reckoned. Left out is what cannot be counted (`lần`: one comes once), and what only
 * the province knows: a figure shown for reference must never be multiplied into a price.
 * @param today YYYY-MM-DD, for reductions that end
 */
export function feeRules(
	{ fees, feeStatus }: Pick<ProcedureRecord, "fees" | "feeStatus">,
	today: string,
): FeeRule[] {
	return fees.flatMap((fee, place) => {
		const unit = countedUnit(fee.unit);
		if (fee.cap || fee.from !== undefined || unit === null) return [];
		if (feeStatus === "provincial" && !fee.optional) return [];
		const { label, channel, optional } = fee;
		const cap = fees.find((one) => one.caps === fee.unit && one.channel === channel);
		const first = { from: 1, amountVnd: amountOn(fee, today) };
		const tiers = [first, ...followers(fees, place).map((one) => tierOf(one, today))];
		return [
			{
				label,
				unit,
				per: cap?.unit ?? null,
				channel,
				optional,
				tiers,
				capVnd: cap?.amountVnd ?? null,
			},
		];
	});
}

/** What so many come to. Counts are whole and not negative. */
export function feeFor({ tiers, capVnd }: FeeRule, { units, wholes }: FeeCount): FeeResult {
	const each = tiers.reduce((sum, { from, amountVnd }, place) => {
		const end = tiers[place + 1]?.from ?? Number.POSITIVE_INFINITY;
		return sum + amountVnd * Math.max(0, Math.min(units + 1, end) - from);
	}, 0);
	const capped = capVnd !== null && each > capVnd;
	return { amountVnd: wholes * (capped ? capVnd : each), capped };
}

/** What a fee comes to on a day. @param today YYYY-MM-DD */
export function amountOn({ amountVnd, reduced }: ProcedureFee, today: string): number {
	return isReduced(reduced, today)
		? Math.round((amountVnd * (100 - reduced.percent)) / 100)
		: amountVnd;
}

/** Whether a reduction still holds on a day. @param today YYYY-MM-DD */
export function isReduced(
	reduced: ProcedureFee["reduced"],
	today: string,
): reduced is NonNullable<typeof reduced> {
	return reduced !== undefined && today <= reduced.until;
}

/** The rows right below one that carry its amount on: the same unit, from a later one. */
export function followers(fees: readonly ProcedureFee[], place: number): ProcedureFee[] {
	const rest = fees.slice(place + 1);
	const end = rest.findIndex(({ from }) => from === undefined);
	return end === -1 ? rest : rest.slice(0, end);
}

function tierOf(fee: ProcedureFee, today: string): { from: number; amountVnd: number } {
	return { from: fee.from ?? 1, amountVnd: amountOn(fee, today) };
}

/** What a person counts of a unit as the sources write it; null where there is nothing to count. */
function countedUnit(unit: string): string | null {
	const [thing = ""] = unit.split("/");
	return countable.has(thing) ? thing : null;
}

const countable = new Set([
	"trang",
	"bản",
	"văn bản",
	"giao dịch",
	"thẻ",
	"giấy",
	"trường hợp",
	"di chúc",
	"người",
]);
