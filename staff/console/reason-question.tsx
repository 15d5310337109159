import type { SubmitEventHandler } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { Question } from "../question.tsx";
import { TextField } from "../text-field.tsx";
import { draft, sent } from "./drafts.ts";
import { ofKey } from "./keys.ts";
import { Told } from "./told.tsx";
import type { Work } from "./work.ts";

export interface ReasonQuestionProps {
	words: { title: string; hint: string; choices: readonly string[]; submit: string };
	/** Under which name what is typed is kept until it is sent. */
	name: string;
	/** Whether nothing is done without one. */
	needed: boolean;
	/** Why it cannot be done any more; null where it can. */
	gone: string | null;
	work: Work;
	/** @param reason null where none was given */
	onAnswer: (reason: string | null) => Promise<boolean>;
	onCancel: () => void;
}

/** So many letters, that a usual reason before them still fits into what the hub takes (200). */
const reasonMost = 150;

/** Asks why: one of the usual reasons by one key, or in the officer's own words. */
export function ReasonQuestion(props: ReasonQuestionProps) {
	const { words, name, needed, gone, work, onAnswer, onCancel } = props;
	const said = consoleWords[language.value];
	const typed = draft(name);
	const isOff = work.busy.value || gone !== null;

	async function answer(reason: string | null): Promise<void> {
		if (isOff) return;
		if (await onAnswer(reason)) sent(name);
	}
	/** What was typed beside it goes along. */
	const choose = (choice: string) => {
		const more = typed.value.trim();
		void answer(more === "" ? choice : `${choice}: ${more}`);
	};
	const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		const reason = typed.value.trim();
		if (reason === "" && needed) work.say({ kind: "wrong", text: said.reasonNeeded });
		else void answer(reason === "" ? null : reason);
	};
	// Before it is painted: a key counts from the moment its button is seen.
	useLayoutEffect(() => {
		function onKeyDown(event: KeyboardEvent) {
			const choices = words.choices.map((choice, index) => ({ key: String(index + 1), choice }));
			const picked = ofKey(choices, event);
			if (!picked) return;
			event.preventDefault();
			choose(picked.choice);
		}
		addEventListener("keydown", onKeyDown);
		return () => removeEventListener("keydown", onKeyDown);
	});

	return (
		<Question title={words.title} onCancel={onCancel} readFirst={needed}>
			<p class="soft">{words.hint}</p>
			<div class="choices">
				{words.choices.map((choice, index) => (
					<button
						key={choice}
						type="button"
						class="button act"
						aria-keyshortcuts={String(index + 1)}
						aria-label={choice}
						disabled={isOff}
						onClick={() => choose(choice)}
					>
						<span>{choice}</span>
						<kbd>{index + 1}</kbd>
					</button>
				))}
			</div>
			<form class="form" onSubmit={submit}>
				<TextField
					label={needed ? said.reason : said.reasonOptional}
					value={typed}
					most={reasonMost}
				/>
				<Told work={work} gone={gone} />
				<div class="question-buttons">
					<button type="submit" class="button button-primary" autofocus={!needed} disabled={isOff}>
						{words.submit}
					</button>
					<button type="button" class="button button-quiet" onClick={onCancel}>
						{said.stay}
					</button>
				</div>
			</form>
		</Question>
	);
}
