import { language } from "../../ui/language.ts";
import { voiceWords } from "../../words/voice.ts";
import { isGood, type Phrase, type Takes } from "./takes.ts";

export interface PhraseListProps {
	phrases: readonly Phrase[];
	takes: Takes;
	chosen: string;
	onChoose: (name: string) => void;
}

/** Every phrase, and how far one is with it. */
export function PhraseList({ phrases, takes, chosen, onChoose }: PhraseListProps) {
	const words = voiceWords[language.value];
	return (
		<section aria-labelledby="voice-phrases">
			<h2 id="voice-phrases">{words.phrases}</h2>
			<ul class="voice-phrases">
				{phrases.map(({ name, text }) => {
					const take = takes.get(name);
					const state = take === undefined ? "missing" : isGood(take) ? "good" : "again";
					return (
						<li key={name}>
							<button
								type="button"
								aria-current={name === chosen ? "true" : undefined}
								data-phrase={name}
								data-state={state}
								onClick={() => onChoose(name)}
							>
								<strong>{text}</strong>
								<span class="soft">
									{take !== undefined && state === "good"
										? words.good((take.durationMs / 1_000).toFixed(1))
										: words[state === "again" ? "again" : "missing"]}
								</span>
							</button>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
