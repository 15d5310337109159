import { useRef } from "preact/hooks";
import type { OfficeView } from "../../protocol/office.ts";
import type { Slip } from "../../protocol/slips.ts";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { time } from "../../words/numbers.ts";
import { slipWords } from "../../words/slips.ts";

export interface EnteredSlipsProps {
	office: OfficeView;
	/** The hub is out of reach. */
	away: boolean;
	/** Null while they are being loaded. */
	items: readonly Slip[] | null;
	decide: (path: string, body: object, done: string) => Promise<boolean>;
}

/** What was entered today, the newest first; what nobody has dealt with since can be taken back. */
export function EnteredSlips({ office, away, items, decide }: EnteredSlipsProps) {
	const words = slipWords[language.value];
	const heading = useRef<HTMLHeadingElement>(null);
	const withdraw = async ({ id, number }: Slip) => {
		const path = `/api/slips/${encodeURIComponent(id)}/withdraw`;
		// Its button is gone with it.
		if (await decide(path, {}, words.withdrawn(number))) heading.current?.focus();
	};
	const counterOf = (id: string) => office.counters.find((one) => one.id === id)?.label ?? id;
	const priorityOf = (id: string) => {
		const known = office.priorityClasses.find((one) => one.id === id);
		return known ? inLanguage(known.name, language.value) : id;
	};
	return (
		<section class="panel" aria-labelledby="slip-list">
			<h2 id="slip-list" ref={heading} tabIndex={-1}>
				{words.list}
			</h2>
			{items?.length === 0 && <p class="soft">{words.none}</p>}
			{items === null && <p role="status">{words.loading}</p>}
			<ul class="slip-list">
				{items?.map((slip) => {
					const { id, number, priorityClass, state, counterId, takenAt, endedAt, mayWithdraw } =
						slip;
					return (
						<li key={id}>
							<strong>{number}</strong>
							<span>
								{time(takenAt, office.timeZone)}
								{endedAt !== null && `–${time(endedAt, office.timeZone)}`} · {words.states[state]}
								{counterId !== null && ` · ${words.at(counterOf(counterId))}`}
								{priorityClass !== null && ` · ${priorityOf(priorityClass)}`}
							</span>
							{mayWithdraw && (
								<button
									type="button"
									class="button button-quiet"
									aria-label={words.withdrawOf(number)}
									disabled={away}
									onClick={() => void withdraw(slip)}
								>
									{words.withdraw}
								</button>
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
