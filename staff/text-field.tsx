import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import { Below } from "./field.tsx";

export interface TextFieldProps {
	label: string;
	value: Signal<string>;
	hint?: string;
	/** What is wrong with what was typed, in place of the hint. */
	fault?: string | null;
	/** How many letters it takes; how many are left is said when they become few. */
	most?: number;
	/** A whole number, or a time of day. Browsers ask for either in their own language and ways: it is typed, and read by who asks for it. */
	type?: "text" | "number" | "time";
}

/** A line that may stay empty. */
export function TextField({
	label,
	value,
	hint,
	fault = null,
	most = 200,
	type = "text",
}: TextFieldProps) {
	const id = useId();
	const left = most - value.value.length;
	const below = type === "text" && left <= 40 ? staffWords[language.value].lettersLeft(left) : hint;
	const attributes = {
		id,
		autocomplete: "off" as const,
		...((below !== undefined || fault !== null) && { "aria-describedby": `${id}-hint` }),
		...(fault !== null && { "aria-invalid": true }),
		value: value.value,
		onInput: (event: { currentTarget: HTMLInputElement }) => {
			value.value = event.currentTarget.value;
		},
	};
	return (
		<div class="field">
			<label htmlFor={id}>{label}</label>
			{type === "number" && <input type="text" inputMode="numeric" maxLength={7} {...attributes} />}
			{type === "time" && <input type="text" placeholder="--:--" maxLength={5} {...attributes} />}
			{type === "text" && <input type="text" maxLength={most} {...attributes} />}
			<Below id={`${id}-hint`} hint={below} fault={fault} />
		</div>
	);
}
