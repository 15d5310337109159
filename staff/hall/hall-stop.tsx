import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import type { Stopped, StopReason } from "../../protocol/hall.ts";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { time } from "../../words/numbers.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { TextField } from "../text-field.tsx";
import type { Decide } from "./hall-page.tsx";

const reasons: readonly StopReason[] = ["evacuation", "power", "system", "other"];

export interface HallStopProps {
	stopped: Stopped | null;
	timeZone: string;
	busy: boolean;
	decide: Decide;
}

/** Stops everything, or lets it go on: what the other mends needs no question. */
export function HallStop({ stopped, timeZone, busy, decide }: HallStopProps) {
	const words = supervisingWords[language.value];
	const reason = useSignal<StopReason | null>(null);
	const note = useSignal("");
	const stop: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (reason.value === null) return;
		const said = note.value.trim();
		const body = { reason: reason.value, ...(said !== "" && { note: { vi: said } }) };
		if (!(await decide("/api/hall/stop", body, words.stoppedNow))) return;
		// The next stop is chosen anew: after this one the button must not stand ready.
		note.value = "";
		reason.value = null;
	};

	return (
		<section class="panel" aria-labelledby="hall-stop">
			<h2 id="hall-stop">{words.hall}</h2>
			{stopped ? (
				<div class="form">
					<p class="notice is-wrong">
						<strong>
							{words.stopped(words.reasons[stopped.reason], time(stopped.at, timeZone))}.
						</strong>
						{stopped.note && <> {inLanguage(stopped.note, language.value)}</>}
					</p>
					<button
						type="button"
						class="button button-primary"
						disabled={busy}
						onClick={() => void decide("/api/hall/resume", {}, words.resumed)}
					>
						{words.resume}
					</button>
				</div>
			) : (
				<form class="form" onSubmit={stop}>
					<p>
						{words.goesOn} <span class="soft">{words.stopHint}</span>
					</p>
					<fieldset class="roles">
						<legend>{words.reason}</legend>
						{reasons.map((one) => (
							<label key={one}>
								<input
									type="radio"
									name="reason"
									value={one}
									required
									checked={reason.value === one}
									onChange={() => {
										reason.value = one;
									}}
								/>
								<span>{words.reasons[one]}</span>
							</label>
						))}
					</fieldset>
					<TextField label={words.note} value={note} hint={words.shownEverywhere} />
					<button
						type="submit"
						class="button button-primary"
						disabled={busy || reason.value === null}
					>
						{words.stop}
					</button>
				</form>
			)}
		</section>
	);
}
