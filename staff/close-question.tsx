import type { LeftBehind } from "../protocol/staff.ts";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import { Question } from "./question.tsx";

export interface CloseQuestionProps {
	/** Whom it is about; null where only the hub knows. */
	number: string | null;
	/** Who is being served has come, and cannot be missed. */
	mayMiss: boolean;
	busy: boolean;
	refusal: string | null;
	onAnswer: (current: LeftBehind) => void;
	onCancel: () => void;
}

/** What becomes of whoever is at the counter that closes. */
export function CloseQuestion(props: CloseQuestionProps) {
	const { number, mayMiss, busy, refusal, onAnswer, onCancel } = props;
	const words = staffWords[language.value].closing;
	// The first has the focus: whoever was only called has not been served.
	const answers: LeftBehind[] = mayMiss ? ["return", "miss", "finish"] : ["finish", "return"];
	return (
		<Question
			title={number === null ? words.titleUnknown : words.title(number)}
			onCancel={onCancel}
		>
			<p>{words.ask}</p>
			{answers.map((answer) => (
				<button
					key={answer}
					type="button"
					class="button"
					data-answer={answer}
					disabled={busy}
					onClick={() => onAnswer(answer)}
				>
					{words[answer]}
				</button>
			))}
			{refusal !== null && (
				<p class="notice is-wrong" role="alert">
					{refusal}
				</p>
			)}
			<button type="button" class="button button-quiet" onClick={onCancel}>
				{words.stay}
			</button>
		</Question>
	);
}
