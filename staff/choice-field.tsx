import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";

export interface ChoiceFieldProps {
	label: string;
	value: Signal<string>;
	/** In their order; the first where nothing was chosen. */
	choices: readonly { value: string; text: string }[];
}

/** One of a few, in a form. */
export function ChoiceField({ label, value, choices }: ChoiceFieldProps) {
	const id = useId();
	return (
		<div class="field">
			<label htmlFor={id}>{label}</label>
			<select
				id={id}
				value={value.value}
				onChange={(event) => {
					value.value = event.currentTarget.value;
				}}
			>
				{choices.map((choice) => (
					<option key={choice.value} value={choice.value}>
						{choice.text}
					</option>
				))}
			</select>
		</div>
	);
}
