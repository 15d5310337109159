import type { OfficeView } from "../../protocol/office.ts";
import type { Slip } from "../../protocol/slips.ts";
import { language } from "../../ui/language.ts";
import { time } from "../../words/numbers.ts";
import { slipWords } from "../../words/slips.ts";

export interface EnteredSlipsProps {
	office: OfficeView;
	/** Null while they are being loaded. */
	items: readonly Slip[] | null;
	decide: (path: string, body: object, done: string) => Promise<boolean>;
}

/** What was entered today, the newest first; what nobody has dealt with since can be taken back. */
export function EnteredSlips({ office, items, decide }: EnteredSlipsProps) {
	const words = slipWords[language.value];
	const counterOf = (id: string) => office.counters.find((one) => one.id === id)?.label ?? id;
	return (
		<section class="panel" aria-labelledby="slip-list">
			<h2 id="slip-list">{words.list}</h2>
			{items?.length === 0 && <p class="soft">{words.none}</p>}
			{items === null && <p role="status">{words.loading}</p>}
			<ul class="slip-list">
				{items?.map(({ id, number, state, counterId, takenAt, endedAt, mayWithdraw }) => (
					<li key={id}>
						<strong>{number}</strong>
						<span>
							{time(takenAt, office.timeZone)}
							{endedAt !== null && `–${time(endedAt, office.timeZone)}`} · {words.states[state]}
							{counterId !== null && ` · ${words.at(counterOf(counterId))}`}
						</span>
						{mayWithdraw && (
							<button
								type="button"
								class="button button-quiet"
								aria-label={words.withdrawOf(number)}
								onClick={() =>
									void decide(
										`/api/slips/${encodeURIComponent(id)}/withdraw`,
										{},
										words.withdrawn(number),
									)
								}
							>
								{words.withdraw}
							</button>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
