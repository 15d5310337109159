import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useId } from "preact/hooks";

export interface FieldProps {
	name: string;
	label: string;
	value: Signal<string>;
	/** What the browser may fill in. */
	autocomplete: "off" | "username" | "current-password" | "new-password" | "name";
	type?: "text" | "password";
	/** Said below the field. */
	hint?: string;
	minLength?: number;
	maxLength?: number;
	pattern?: string;
	/** The field itself, for who moves the focus to it. */
	input?: RefObject<HTMLInputElement | null>;
}

/** One line of a form: what is asked, what is typed, and what is allowed. */
export function Field(props: FieldProps) {
	const { name, label, value, autocomplete, type = "text", hint, minLength, pattern } = props;
	const hintId = useId();
	const attributes = {
		id: useId(),
		name,
		autocomplete,
		autocapitalize: name === "name" ? ("words" as const) : ("none" as const),
		spellcheck: false,
		required: true,
		maxLength: props.maxLength ?? (type === "password" ? 200 : 60),
		...(minLength === undefined ? {} : { minLength }),
		...(pattern === undefined ? {} : { pattern }),
		...(hint === undefined ? {} : { "aria-describedby": hintId }),
		...(props.input && { ref: props.input }),
		value: value.value,
		onInput: (event: { currentTarget: HTMLInputElement }) => {
			value.value = event.currentTarget.value;
		},
	};
	return (
		<div class="field">
			<label htmlFor={attributes.id}>{label}</label>
			{type === "password" ? (
				<input type="password" {...attributes} />
			) : (
				<input type="text" {...attributes} />
			)}
			{hint !== undefined && (
				<p class="soft" id={hintId}>
					{hint}
				</p>
			)}
		</div>
	);
}
