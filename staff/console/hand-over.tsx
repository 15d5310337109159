import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import { language } from "../../ui/language.ts";
import { staffWords } from "../../words/staff.ts";
import { Field } from "../field.tsx";
import { Question } from "../question.tsx";
import { refusalIn } from "../refusal.ts";
import type { Sessions } from "../session.ts";

export interface HandOverProps {
	counter: { id: string; label: string };
	sessions: Sessions;
	onCancel: () => void;
}

/** The next officer signs in at this counter and takes it as it stands, with whoever is being served: lunch in one act. */
export function HandOver({ counter, sessions, onCancel }: HandOverProps) {
	const words = staffWords[language.value];
	const username = useSignal("");
	const password = useSignal("");
	const busy = useSignal(false);
	const refusal = useSignal<string | null>(null);

	const submit: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (busy.value) return;
		busy.value = true;
		refusal.value = null;
		const as = { username: username.value, password: password.value };
		const got = await sessions.takeOver(as, counter.id);
		busy.value = false;
		if (!got.ok) refusal.value = refusalIn(got, staffWords[language.value]);
	};

	return (
		<Question title={words.handingOver.title(counter.label)} onCancel={onCancel}>
			<form class="form" onSubmit={submit}>
				<p class="soft">{words.handingOver.hint}</p>
				<Field name="username" label={words.username} value={username} autocomplete="off" />
				<Field
					name="password"
					label={words.password}
					value={password}
					autocomplete="off"
					type="password"
				/>
				{refusal.value !== null && (
					<p class="notice is-wrong" role="alert">
						{refusal.value}
					</p>
				)}
				<button type="submit" class="button button-primary" disabled={busy.value}>
					{words.handingOver.submit}
				</button>
				<button type="button" class="button button-quiet" onClick={onCancel}>
					{words.handingOver.stay}
				</button>
			</form>
		</Question>
	);
}
