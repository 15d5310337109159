import { Minus, Plus } from "lucide";
import { type FeeCount, type FeeRule, feeFor } from "../../catalogue/fee-rules.ts";
import { Icon } from "../../ui/icon.tsx";
import { writtenTo } from "../../words/language.ts";
import { count as inDigits, money } from "../../words/numbers.ts";
import { aboutProcedures, language, words } from "../store.ts";

/** More of anything is for the counter to reckon. */
const most = 999;

/** Reckons one fee: how many, by a step each way, and what that comes to in one line. */
export function FeeCounter({
	rule,
	named,
	count,
	onCount,
}: {
	rule: FeeRule;
	/** Whether it says which fee it reckons: beside others of the same procedure. */
	named: boolean;
	count: FeeCount;
	onCount(count: FeeCount): void;
}) {
	const said = aboutProcedures.value;
	const page = words.value.procedurePage;
	const { unit, per } = rule;
	const { amountVnd, capped } = feeFor(rule, count);
	const units = said.counted(count.units, unit);
	const counted = per === null ? units : page.times(said.counted(count.wholes, per), units);
	return (
		<div class="fee-counter">
			{named && (
				<p class="fee-counter-name" lang="vi">
					{rule.label}
				</p>
			)}
			{per !== null && (
				<Stepper
					label={page.howMany(said.units(per))}
					value={count.wholes}
					onChange={(wholes) => onCount({ ...count, wholes })}
				/>
			)}
			<Stepper
				label={
					per === null
						? page.howMany(said.units(unit))
						: page.howManyEach(said.units(unit), said.unit(per))
				}
				value={count.units}
				onChange={(now) => onCount({ ...count, units: now })}
			/>
			<p class="fee-result" role="status">
				<span>{counted}:</span> <strong>{money(amountVnd, writtenTo(language.value))}</strong>
				{capped && <span class="fee-capped">{page.capped}</span>}
			</p>
		</div>
	);
}

/** Pressed fast on purpose, hence `data-repeats`. */
function Stepper({
	label,
	value,
	onChange,
}: {
	label: string;
	value: number;
	onChange(value: number): void;
}) {
	const page = words.value.procedurePage;
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and takes no flex layout in old browsers.
		<div class="stepper" role="group" aria-label={label} data-repeats>
			<span class="stepper-label" aria-hidden="true">
				{label}
			</span>
			<button
				type="button"
				class="button"
				aria-label={page.less(label)}
				disabled={value <= 1}
				onClick={() => onChange(value - 1)}
			>
				<Icon node={Minus} />
			</button>
			<output class="stepper-value">{inDigits(value, writtenTo(language.value))}</output>
			<button
				type="button"
				class="button"
				aria-label={page.more(label)}
				disabled={value >= most}
				onClick={() => onChange(value + 1)}
			>
				<Icon node={Plus} />
			</button>
		</div>
	);
}
