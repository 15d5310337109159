import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import { useRef } from "preact/hooks";
import type { OfficeView } from "../../protocol/office.ts";
import type { EnterSlip } from "../../protocol/slips.ts";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { slipWords } from "../../words/slips.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { Notice } from "../notice.tsx";
import { TextField } from "../text-field.tsx";
import { numberAfter, type ReadSlip, readSlip } from "./typed-slip.ts";

export interface SlipFormProps {
	office: OfficeView;
	/** The hub is out of reach. */
	away: boolean;
	notice: Notice;
	decide: (path: string, body: object, done: string) => Promise<boolean>;
}

/** As long as a double click may take. */
const sameEntryMs = 600;

const outcomes: readonly EnterSlip["as"][] = ["waiting", "served", "left"];

/** One number after the other: what was typed stays for the next, but for what was that person's own, and the number, which goes on by one. */
export function SlipForm({ office, away, notice, decide }: SlipFormProps) {
	const words = slipWords[language.value];
	const number = useSignal("");
	const priorityClass = useSignal("");
	const takenAt = useSignal("");
	const as = useSignal<EnterSlip["as"]>("waiting");
	const counterId = useSignal("");
	const startedAt = useSignal("");
	const endedAt = useSignal("");
	const busy = useSignal(false);
	const form = useRef<HTMLFormElement>(null);
	/** When the last one was entered, as long as nothing was typed since. */
	const enteredAtMs = useRef(Number.NEGATIVE_INFINITY);

	const submit: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (busy.value || away) return;
		// Still the press that entered the one before: the next number stands there by itself.
		if (performance.now() - enteredAtMs.current < sameEntryMs) return;
		const typed = {
			number: number.value,
			priorityClass: priorityClass.value,
			takenAt: takenAt.value,
			as: as.value,
			counterId: counterId.value,
			startedAt: startedAt.value,
			endedAt: endedAt.value,
		};
		const read = readSlip(typed, office, Date.now());
		if (!read.ok) {
			notice.refuse(faultInWords(read));
			return;
		}
		busy.value = true;
		const isDone = await decide("/api/slips", read.slip, words.saved(read.slip.number));
		busy.value = false;
		if (!isDone) return;
		enteredAtMs.current = performance.now();
		number.value = numberAfter(read.slip.number);
		priorityClass.value = "";
		startedAt.value = "";
		endedAt.value = "";
		form.current?.querySelector("input")?.focus();
	};

	return (
		<section class="panel" aria-labelledby="slip-enter">
			<h2 id="slip-enter">{words.enter}</h2>
			<form
				class="form"
				ref={form}
				onSubmit={submit}
				onInput={() => {
					enteredAtMs.current = Number.NEGATIVE_INFINITY;
				}}
			>
				<TextField label={words.number} value={number} hint={words.numberHint} />
				<TextField type="time" label={words.takenAt} value={takenAt} />
				<ChoiceField
					label={words.priority}
					value={priorityClass}
					choices={[
						{ value: "", text: words.noPriority },
						...office.priorityClasses.map(({ id, name }) => ({
							value: id,
							text: inLanguage(name, language.value),
						})),
					]}
				/>
				<fieldset class="roles">
					<legend>{words.outcome}</legend>
					{outcomes.map((one) => (
						<label key={one} class="slip-outcome">
							<input
								type="radio"
								name="outcome"
								checked={as.value === one}
								onChange={() => {
									as.value = one;
								}}
							/>
							{words.outcomes[one]}
						</label>
					))}
				</fieldset>
				{as.value !== "waiting" && (
					<>
						<ChoiceField
							label={words.counter}
							value={counterId}
							choices={[
								{ value: "", text: words.counterUnknown },
								...office.counters.map(({ id, label }) => ({ value: id, text: label })),
							]}
						/>
						<TextField
							type="time"
							label={words.startedAt}
							value={startedAt}
							hint={words.startedHint}
						/>
						<TextField type="time" label={words.endedAt} value={endedAt} />
					</>
				)}
				{away ? (
					<p class="notice is-wrong" role="alert">
						{words.away}
					</p>
				) : (
					notice.shown
				)}
				<button type="submit" class="button button-primary" disabled={busy.value || away}>
					{words.save}
				</button>
			</form>
		</section>
	);
}

function faultInWords(fault: Exclude<ReadSlip, { ok: true }>): string {
	const words = slipWords[language.value];
	switch (fault.why) {
		case "no-number":
			return fault.typed === "" ? words.numberHint : words.unreadNumber(fault.typed);
		case "no-service":
			return words.noService(fault.letter);
		case "missing-time":
			return words.missingTime;
		case "unread-time":
			return words.unreadTime(fault.typed);
	}
}
