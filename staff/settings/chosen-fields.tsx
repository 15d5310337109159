import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { usePlace } from "./form.ts";
import { isList, type Path } from "./json.ts";
import { Line } from "./line.tsx";
import type { AtPath } from "./typed-fields.tsx";

interface ChosenProps {
	label: string;
	hint?: string | undefined;
	fault: string | null;
	choices: Readonly<Record<string, string>>;
	value: string;
	/** One has to be chosen. */
	isNeeded?: boolean;
	/** Which of them holds where none is chosen; without it, none does. */
	usual?: string | undefined;
	/** It is alone in its section. */
	alone?: boolean;
	/** @param value empty: none is chosen */
	onPut: (value: string) => void;
}

/** One of a few. */
export function Chosen({ choices, value, isNeeded = false, usual, onPut, ...line }: ChosenProps) {
	const words = settingsWords[language.value];
	const usually = usual === undefined ? undefined : choices[usual];
	return (
		<Line {...line}>
			{(attributes) => (
				<select
					{...attributes}
					value={value}
					onChange={({ currentTarget }) => onPut(currentTarget.value)}
				>
					{!isNeeded && (
						<option value="">
							{usually === undefined ? words.noChoice : words.usualChoice(usually)}
						</option>
					)}
					{Object.entries(choices).map(([name, text]) => (
						<option key={name} value={name}>
							{text}
						</option>
					))}
				</select>
			)}
		</Line>
	);
}

/** One of a few that stands in the office by its word; what is usual is no part of the office. */
export function ChoiceLine({
	path,
	choices,
	optional,
	label,
	usual,
}: AtPath & { choices: Readonly<Record<string, string>>; usual?: string }) {
	const place = usePlace(path);
	return (
		<Chosen
			label={label ?? place.label}
			hint={place.hint}
			fault={place.fault}
			alone={path.length === 1}
			isNeeded={!optional}
			usual={usual}
			choices={choices}
			value={typeof place.value === "string" ? place.value : ""}
			onPut={(next) => place.put(next === "" ? undefined : next)}
		/>
	);
}

/** Yes or no; what is usual is no part of the office. */
export function YesNoLine({ path, usual }: { path: Path; usual: boolean }) {
	const place = usePlace(path);
	const value = typeof place.value === "boolean" ? place.value : usual;
	return (
		<div class="roles">
			<label>
				<input
					type="checkbox"
					checked={value}
					onChange={({ currentTarget: { checked } }) =>
						place.put(checked === usual ? undefined : checked)
					}
				/>
				{place.label}
			</label>
			{place.fault !== null && <p class="field-fault">{place.fault}</p>}
		</div>
	);
}

/** Some of a few, as a list of what they are called. @param usual what holds where nothing is said */
export function SomeOf({
	path,
	choices,
	optional,
	usual = [],
}: AtPath & { choices: readonly { id: string; name: string }[]; usual?: readonly string[] }) {
	const place = usePlace(path);
	const words = settingsWords[language.value];
	const chosen = (isList(place.value) ? place.value : usual).filter(
		(one) => typeof one === "string",
	);
	const unknown = chosen.filter((id) => !choices.some((one) => one.id === id));
	const put = (id: string, isChosen: boolean) => {
		const all = [...choices.map((one) => one.id), ...unknown];
		const next = all.filter((one) => (one === id ? isChosen : chosen.includes(one)));
		place.put(next.length === 0 && optional ? undefined : next);
	};
	return (
		<fieldset class="roles some-of">
			<legend>
				{place.label}
				{optional && <span class="soft"> ({words.optional})</span>}
			</legend>
			<div>
				{[...choices, ...unknown.map((id) => ({ id, name: id }))].map(({ id, name }) => (
					<label key={id}>
						<input
							type="checkbox"
							checked={chosen.includes(id)}
							onChange={({ currentTarget: { checked } }) => put(id, checked)}
						/>
						{name}
					</label>
				))}
			</div>
			{(place.fault ?? place.hint) !== undefined && (
				<p class={place.fault === null ? "soft" : "field-fault"}>{place.fault ?? place.hint}</p>
			)}
		</fieldset>
	);
}

/** Words to choose from, as a list. */
export function choicesOf(
	words: Readonly<Record<string, string>> = {},
): { id: string; name: string }[] {
	return Object.entries(words).map(([id, name]) => ({ id, name }));
}
