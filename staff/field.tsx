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
	/** What is wrong with what was typed, in place of the hint. */
	fault?: string | null;
	maxLength?: number;
	/** The field itself, for who moves the focus to it. */
	input?: RefObject<HTMLInputElement | null>;
}

/** One line of a form: what is asked, what is typed, and what is allowed. */
export function Field(props: FieldProps) {
	const { name, label, value, autocomplete, type = "text", hint, fault = null } = props;
	const hintId = useId();
	const attributes = {
		id: useId(),
		name,
		autocomplete,
		autocapitalize: name === "name" ? ("words" as const) : ("none" as const),
		spellcheck: false,
		required: true,
		maxLength: props.maxLength ?? (type === "password" ? 200 : 60),
		...(hint === undefined && fault === null ? {} : { "aria-describedby": hintId }),
		...(fault === null ? {} : { "aria-invalid": true }),
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
			<Below id={hintId} hint={hint} fault={fault} />
		</div>
	);
}

interface BelowProps {
	id: string;
	hint: string | undefined;
	fault: string | null;
}

/** What is allowed in a field; where it was not heeded, what is wrong. */
export function Below({ id, hint, fault }: BelowProps) {
	if (fault === null && hint === undefined) return null;
	return (
		<p
			class={fault === null ? "soft" : "field-fault"}
			id={id}
			{...(fault !== null && { role: "alert" })}
		>
			{fault ?? hint}
		</p>
	);
}
