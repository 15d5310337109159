import { BellRing } from "lucide";
import type { PhoneRow } from "../../protocol/live.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { bareLabel } from "../../words/counter-name.ts";
import { phoneWords } from "../../words/phone.ts";
import type { Bell } from "./bell.ts";
import { BellSwitch } from "./bell-switch.tsx";
import { GiveUp } from "./give-up.tsx";
import type { GivesUp } from "./giving-up.ts";

export interface CalledProps {
	row: PhoneRow;
	bell: Bell;
	givesUp: GivesUp;
	isCutOff: boolean;
}

/** The whole screen is the call: to be read at a glance, on the way. */
export function Called({ row, bell, givesUp, isCutOff }: CalledProps) {
	const words = phoneWords[language.value];
	return (
		<section class="phone-call">
			<div class="phone-call-who">
				<p class="phone-call-title">
					<Icon node={BellRing} /> {words.called}
				</p>
				<h1 class="phone-number">{row.number}</h1>
			</div>
			{row.counter && (
				// Each call draws it anew, so that a recall is seen to be one.
				<p class="phone-call-counter" key={row.callCount}>
					{words.goTo} {words.counterName(row.counter.label)}
					<strong class={bareLabel(row.counter.label).length > 2 ? "is-long" : undefined}>
						{bareLabel(row.counter.label)}
					</strong>
				</p>
			)}
			<div class="phone-call-more">
				{row.callCount > 1 && (
					<p class="phone-call-again">
						{row.isLastCall ? words.lastCall : words.calledAgain(row.callCount)}
					</p>
				)}
				<p class="phone-call-hint">{row.isLastCall ? words.lastCallHint : words.calledHint}</p>
				<BellSwitch bell={bell} isShort />
				<GiveUp {...{ row, givesUp, isCutOff }} />
			</div>
		</section>
	);
}
