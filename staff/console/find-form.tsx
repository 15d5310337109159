import type { SubmitEventHandler } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { Question } from "../question.tsx";
import { TextField } from "../text-field.tsx";
import { draft, sent } from "./drafts.ts";

/** Asks for a number as it stands on the slip. */
export function FindForm({
	onFind,
	onCancel,
}: {
	onFind: (number: string) => void;
	onCancel: () => void;
}) {
	const words = consoleWords[language.value];
	const number = draft("find");
	const form = useRef<HTMLFormElement>(null);
	// What was looked for before is typed over.
	useLayoutEffect(() => form.current?.querySelector("input")?.select(), []);
	const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		const typed = number.value.replace(/\s/g, "").toUpperCase();
		if (typed === "") return;
		sent("find");
		onFind(typed);
	};
	return (
		<Question title={words.finding.title} onCancel={onCancel}>
			<form class="form" ref={form} onSubmit={submit}>
				<TextField label={words.finding.number} value={number} hint={words.finding.hint} />
				<div class="question-buttons">
					<button type="submit" class="button button-primary">
						{words.finding.submit}
					</button>
					<button type="button" class="button button-quiet" onClick={onCancel}>
						{words.stay}
					</button>
				</div>
			</form>
		</Question>
	);
}
