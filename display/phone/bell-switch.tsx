import { BellOff, BellRing } from "lucide";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { phoneWords } from "../../words/phone.ts";
import type { Bell, BellState } from "./bell.ts";

/**
 * Says whether the phone rings, and lets it or not: browsers give a page sound only after a touch.
 * @param isShort at a call, where there is no more to explain
 */
export function BellSwitch({ bell, isShort = false }: { bell: Bell; isShort?: boolean }) {
	const words = phoneWords[language.value].bell;
	const state = bell.state.value;
	if (state === "impossible" && isShort) return null;
	const said: Record<BellState, [title: string, hint: string]> = {
		off: [words.off, words.offHint],
		on: [words.on, words.onHint],
		blocked: [words.blocked, words.blockedHint],
		impossible: [words.impossible, words.impossibleHint],
	};
	const [title, hint] = said[state];
	return (
		<div class="phone-bell" data-bell={state}>
			{!isShort && (
				<p>
					<strong>
						<Icon node={state === "on" ? BellRing : BellOff} /> {title}
					</strong>
					{hint}
				</p>
			)}
			{state === "on" && (
				<button type="button" class="phone-button" onClick={bell.turnOff}>
					<Icon node={BellOff} /> {words.turnOff}
				</button>
			)}
			{(state === "off" || state === "blocked") && (
				<button type="button" class="phone-button is-main" onClick={bell.turnOn}>
					<Icon node={BellRing} /> {state === "off" ? words.turnOn : words.turnOnAgain}
				</button>
			)}
		</div>
	);
}
