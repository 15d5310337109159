import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import type { StaffCounterRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { Question } from "../question.tsx";
import { serviceName } from "./names.ts";
import { Told } from "./told.tsx";
import type { Work } from "./work.ts";

export interface ServicesQuestionProps {
	counter: StaffCounterRow;
	office: OfficeView | null;
	work: Work;
	/** Why it cannot be done now; null where it can. */
	gone: string | null;
	onCancel: () => void;
}

/** Which of the counter's services the officer serves from now on. A paused counter goes on with them. */
export function ServicesQuestion({ counter, office, work, gone, onCancel }: ServicesQuestionProps) {
	const words = consoleWords[language.value];
	const { services } = words;
	const chosen = useSignal<ReadonlySet<string>>(new Set(counter.serving));
	const isNone = chosen.value.size === 0;
	const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		if (isNone) return;
		const body = { services: counter.services.filter((id) => chosen.value.has(id)) };
		void work.answer({ path: "open", body }, null);
	};
	return (
		<Question title={services.title} onCancel={onCancel}>
			<form class="form" onSubmit={submit}>
				<p class="soft">{services.hint}</p>
				<div class="ticks">
					{counter.services.map((id) => (
						<label key={id}>
							<input
								type="checkbox"
								checked={chosen.value.has(id)}
								onChange={() => {
									const next = new Set(chosen.value);
									if (!next.delete(id)) next.add(id);
									chosen.value = next;
								}}
							/>
							{serviceName(id, office)}
						</label>
					))}
				</div>
				<Told work={work} gone={gone ?? (isNone ? services.oneAtLeast : null)} />
				<div class="question-buttons">
					<button
						type="submit"
						class="button button-primary"
						disabled={work.busy.value || isNone || gone !== null}
					>
						{services.submit}
					</button>
					<button type="button" class="button button-quiet" onClick={onCancel}>
						{words.stay}
					</button>
				</div>
			</form>
		</Question>
	);
}
