import "./procedure-fees.css";
import { Wallet } from "lucide";
import { feeRules, followers } from "../../catalogue/fee-rules.ts";
import type { Procedure, ProcedureFee } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { readingOf } from "../reading.ts";
import { reductionSaid } from "../reduction-said.ts";
import { aboutProcedures, dispatch, language, parts, words } from "../store.ts";
import { officeToday } from "../today.ts";
import { FeeCounter } from "./fee-counter.tsx";

/** Each amount there is, with a way to reckon it, and what the source adds. Left out where the head has said all. */
export function Fees({ procedure }: { procedure: Procedure }) {
	const { code, fees, feeNote, feeText } = procedure;
	const today = officeToday();
	const note = feeNote === undefined ? feeText : feeNote;
	if (fees.length === 0 && note === null) return null;
	const rules = feeRules(procedure, today);
	const { counts } = readingOf(parts.readings.value, code);
	return (
		<section class="part">
			<h2 class="part-title">
				<Icon node={Wallet} />
				{words.value.procedurePage.feeDetails}
			</h2>
			{fees.length > 0 && (
				<ul class="fees">
					{fees.map((fee, place) => (
						<FeeRow key={place} procedure={procedure} fee={fee} place={place} today={today} />
					))}
				</ul>
			)}
			{rules.map((rule, place) => (
				<FeeCounter
					key={`${rule.label} ${rule.channel}`}
					rule={rule}
					named={rules.length > 1}
					count={counts[place] ?? { units: 1, wholes: 1 }}
					onCount={(count) => dispatch({ type: "fee-counted", code, rule: place, count })}
				/>
			))}
			{note !== null && (
				<p lang="vi" class="part-note">
					{note}
				</p>
			)}
		</section>
	);
}

function FeeRow({
	procedure: { channels, fees, feeStatus },
	fee,
	place,
	today,
}: {
	procedure: Procedure;
	fee: ProcedureFee;
	place: number;
	today: string;
}) {
	const said = aboutProcedures.value;
	const remarks = [
		...(fee.optional ? [said.onRequest] : []),
		...(feeStatus === "provincial" && !fee.optional ? [said.forReference] : []),
		...(fee.channel === null || channels.length === 1 ? [] : [said.channel[fee.channel]]),
		...[reductionSaid(fee, today)].filter((one) => one !== null),
	];
	const own = ownLabel(fees, place);
	const { amountVnd } = fee;
	return (
		<li class="fee-row">
			<span class="fee-words">
				<span lang={own === null ? "vi" : language.value}>{own ?? fee.label}</span>
				{remarks.length > 0 && <span class="part-note">{remarks.join(" · ")}</span>}
				{fee.note !== null && (
					<span class="part-note" lang="vi">
						{fee.note}
					</span>
				)}
			</span>
			<strong class="fee-amount">
				{fee.cap ? said.amountAtMost(amountVnd, fee.unit) : said.amount(amountVnd, fee.unit)}
			</strong>
		</li>
	);
}

/** What a row of tiers is called in the language chosen; null where only the source's label says what it is for. */
function ownLabel(fees: ProcedureFee[], place: number): string | null {
	const said = aboutProcedures.value;
	const fee = fees[place];
	if (fee === undefined) return null;
	if (fee.cap) return said.limit;
	if (fee.from !== undefined) return said.fromOn(fee.from, fee.unit);
	const [next] = followers(fees, place);
	return next?.from === undefined ? null : said.firstOnes(next.from - 1, fee.unit);
}
