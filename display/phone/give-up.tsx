import { X } from "lucide";
import type { PhoneRow } from "../../protocol/live.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { phoneWords } from "../../words/phone.ts";
import type { GivesUp } from "./giving-up.ts";

export interface GiveUpProps {
	row: PhoneRow;
	givesUp: GivesUp;
	isCutOff: boolean;
}

/** Quiet, for those who leave: it frees the place for whoever is behind. */
export function GiveUp({ row, givesUp, isCutOff }: GiveUpProps) {
	const words = phoneWords[language.value].giveUp;
	const stands = givesUp.stands.value;
	if (givesUp.isAsked.value) return <Sure {...{ row, givesUp, isCutOff }} />;
	return (
		<button
			type="button"
			ref={stands.is === "kept" ? takeFocus : null}
			class="phone-button is-quiet"
			disabled={isCutOff}
			onClick={givesUp.ask}
		>
			<Icon node={X} /> {words.ask}
		</button>
	);
}

/** Whoever is asked reads the question; whoever keeps the number is where they were before. */
function takeFocus(element: HTMLElement | null): void {
	element?.focus();
}

/** A place given up cannot be had back. To keep it is the main act. */
function Sure({ row, givesUp, isCutOff }: GiveUpProps) {
	const words = phoneWords[language.value].giveUp;
	const stands = givesUp.stands.value;
	const isBusy = stands.is === "busy";
	return (
		<div class="phone-sure" role="alertdialog" aria-labelledby="sure" aria-describedby="sure-hint">
			<h2 id="sure" ref={takeFocus} tabIndex={-1}>
				{words.title}
			</h2>
			<p id="sure-hint">{words.hint(row.number)}</p>
			<div role="status">
				{isBusy && <p>{words.busy}</p>}
				{!isBusy && isCutOff && <p class="phone-fault">{words.cutOff}</p>}
				{stands.is === "unsure" && <p class="phone-fault">{words.unsure}</p>}
				{stands.is === "not-done" && (
					<p class="phone-fault">
						{words.notDone} {stands.detail}
					</p>
				)}
			</div>
			<div class="phone-sure-ways">
				<button
					type="button"
					class="phone-button"
					disabled={isBusy || isCutOff}
					aria-busy={isBusy}
					onClick={givesUp.giveUp}
				>
					<Icon node={X} /> {words.yes}
				</button>
				<button type="button" class="phone-button is-main" disabled={isBusy} onClick={givesUp.keep}>
					{words.no}
				</button>
			</div>
		</div>
	);
}
