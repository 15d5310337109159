import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";

export interface TextFieldProps {
	label: string;
	value: Signal<string>;
	hint?: string;
	/** How many letters it takes; how many are left is said when they become few. */
	most?: number;
	/** A whole number, or a time of day. Browsers ask for the latter in their own language, with AM and PM in some: it is typed, and read by who asks for it. */
	type?: "text" | "number" | "time";
}

/** A line that may stay empty. */
export function TextField({ label, value, hint, most = 200, type = "text" }: TextFieldProps) {
	const id = useId();
	const left = most - value.value.length;
	const below = type === "text" && left <= 40 ? staffWords[language.value].lettersLeft(left) : hint;
	const attributes = {
		id,
		autocomplete: "off" as const,
		...(below !== undefined && { "aria-describedby": `${id}-hint` }),
		value: value.value,
		onInput: (event: { currentTarget: HTMLInputElement }) => {
			value.value = event.currentTarget.value;
		},
	};
	return (
		<div class="field">
			<label htmlFor={id}>{label}</label>
			{type === "number" && <input type="number" min={0} max={100_000} step={1} {...attributes} />}
			{type === "time" && <input type="text" placeholder="--:--" maxLength={5} {...attributes} />}
			{type === "text" && <input type="text" maxLength={most} {...attributes} />}
			{below !== undefined && (
				<p class="soft" id={`${id}-hint`}>
					{below}
				</p>
			)}
		</div>
	);
}
