import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import type { Action } from "./actions.ts";
import type { Seat } from "./seat.ts";
import type { Work } from "./work.ts";

export interface ActButtonProps {
	action: Action;
	seat: Seat;
	work: Work;
	/** Said below the label. */
	detail?: string | undefined;
}

/** An act with the key that does it. The one that most officers do next is filled; it never changes its place. */
export function ActButton({ action, seat, work, detail }: ActButtonProps) {
	const { name, label, key, group } = action;
	const text = label(consoleWords[language.value], seat);
	const off = action.off(seat);
	const isExpected = off === null && action.expected?.(seat) === true;
	return (
		<button
			type="button"
			class={isExpected ? "button act is-expected" : "button act"}
			data-action={name}
			data-group={group}
			// The key is said by aria-keyshortcuts: in the name it would be read as a letter of the word.
			aria-label={text}
			{...(detail !== undefined && { "aria-description": detail })}
			aria-keyshortcuts={key}
			title={off === null ? undefined : consoleWords[language.value].off[off]}
			disabled={work.busy.value || off !== null}
			onClick={() => void work.press(action)}
		>
			<span>
				{text}
				{detail !== undefined && <small>{detail}</small>}
			</span>
			<kbd>{key}</kbd>
		</button>
	);
}
