import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { usePlace } from "./form.ts";
import type { Path } from "./json.ts";

export interface LineProps {
	label: string;
	hint?: string | undefined;
	fault: string | null;
	/** It is alone in its section, which is called as it is. */
	alone?: boolean;
	/** Narrow: for a number, a letter, a time. */
	narrow?: boolean;
	children: (attributes: {
		id: string;
		"aria-invalid"?: "true";
		"aria-describedby"?: string;
	}) => ComponentChildren;
}

/** One thing that is asked: its name, where it is filled in, and what is allowed or wrong. */
export function Line({ label, hint, fault, alone = false, narrow = false, children }: LineProps) {
	const id = useId();
	const below = fault ?? hint;
	return (
		<div class={narrow ? "field is-narrow" : "field"} data-wrong={fault === null ? "no" : "yes"}>
			<label htmlFor={id} {...(alone && { class: "unseen" })}>
				{label}
			</label>
			{children({
				id,
				...(fault !== null && { "aria-invalid": "true" as const }),
				...(below !== undefined && { "aria-describedby": `${id}-below` }),
			})}
			{below !== undefined && (
				<p class={fault === null ? "soft" : "field-fault"} id={`${id}-below`}>
					{below}
				</p>
			)}
		</div>
	);
}

/** What is wrong with something that is filled in as several, or that is not filled in here. */
export function FaultLine({ path }: { path: Path }) {
	const { fault } = usePlace(path);
	return fault === null ? null : <p class="field-fault">{fault}</p>;
}
