import { useSignal } from "@preact/signals";
import type { ComponentChildren, SubmitEventHandler } from "preact";
import { useId } from "preact/hooks";
import { logKinds } from "../protocol/log-kinds.ts";
import { language } from "../ui/language.ts";
import { logWords } from "../words/log.ts";
import { plainDate } from "../words/numbers.ts";
import { type LogFilter, noFilter, type ReadLog } from "./log-reading.ts";

export interface LogFilterFormProps {
	/** What is shown now, and whom and which days there are. */
	read: ReadLog;
	busy: boolean;
	onApply: (filter: LogFilter) => void;
}

/** What is looked for: days, who, which kind, which words. Nothing is asked before it is sent. */
export function LogFilterForm({ read, busy, onApply }: LogFilterFormProps) {
	const words = logWords[language.value];
	const filter = useSignal(read.filter);
	const wrong = useSignal(false);
	const { from, to, by, kind, q } = filter.value;
	const set =
		(name: keyof LogFilter) => (event: { currentTarget: HTMLInputElement | HTMLSelectElement }) => {
			filter.value = { ...filter.value, [name]: event.currentTarget.value };
		};
	const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		wrong.value = from > to;
		if (!wrong.value) onApply(filter.value);
	};
	const [newest] = read.days;
	// Dates as this office writes them, whatever the browser thinks, and no day of which there is nothing.
	const dayOptions = [...new Set([...read.days, from, to])].sort().reverse();
	const days = dayOptions.map((day) => (
		<option key={day} value={day}>
			{plainDate(day)}
		</option>
	));
	const isSifted = JSON.stringify(read.filter) !== JSON.stringify(plain(newest));

	return (
		<form class="log-filter" aria-label={words.filter} onSubmit={submit}>
			<Labelled label={words.from}>
				{(id) => (
					<select id={id} name="from" value={from} onInput={set("from")}>
						{days}
					</select>
				)}
			</Labelled>
			<Labelled label={words.to}>
				{(id) => (
					<select id={id} name="to" value={to} onInput={set("to")}>
						{days}
					</select>
				)}
			</Labelled>
			<Labelled label={words.by}>
				{(id) => (
					<select id={id} name="by" value={by} onInput={set("by")}>
						<option value="">{words.everybody}</option>
						{read.people.map((person) => (
							<option key={person.by} value={person.by}>
								{person.who}
							</option>
						))}
					</select>
				)}
			</Labelled>
			<Labelled label={words.kind}>
				{(id) => (
					<select id={id} name="kind" value={kind} onInput={set("kind")}>
						<option value="">{words.everything}</option>
						{kindNames.map((name) => (
							<optgroup key={name} label={words.kinds[name]}>
								<option value={name}>{words.allOf(words.kinds[name])}</option>
								{logKinds[name].map((type) => (
									<option key={type} value={type}>
										{words.types[type]}
									</option>
								))}
							</optgroup>
						))}
					</select>
				)}
			</Labelled>
			<Labelled label={words.words}>
				{(id) => (
					<input
						id={id}
						type="search"
						name="q"
						autocomplete="off"
						maxLength={100}
						placeholder={words.wordsHint}
						value={q}
						onInput={set("q")}
					/>
				)}
			</Labelled>
			<div class="log-filter-acts">
				<button type="submit" class="button button-primary" disabled={busy}>
					{words.apply}
				</button>
				{isSifted && (
					<button
						type="button"
						class="button button-quiet"
						disabled={busy}
						onClick={() => onApply(noFilter)}
					>
						{words.clear}
					</button>
				)}
			</div>
			{wrong.value && (
				<p class="notice is-wrong" role="alert">
					{words.daysAround}
				</p>
			)}
		</form>
	);
}

const kindNames = ["sign-ins", "accounts", "devices", "tickets", "counters", "days"] as const;

/** What is shown where nothing was asked for. */
function plain(newest = ""): LogFilter {
	return { ...noFilter, from: newest, to: newest };
}

function Labelled({
	label,
	children,
}: {
	label: string;
	children: (id: string) => ComponentChildren;
}) {
	const id = useId();
	return (
		<div class="field">
			<label htmlFor={id}>{label}</label>
			{children(id)}
		</div>
	);
}
