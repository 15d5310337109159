import type { StaffTicket } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { time } from "../../words/numbers.ts";

export interface NotesProps {
	notes: StaffTicket["notes"];
	office: OfficeView | null;
}

/** What other officers wrote for whoever serves this person next. */
export function Notes({ notes, office }: NotesProps) {
	if (notes.length === 0) return null;
	const words = consoleWords[language.value].person;
	return (
		<section class="notes" aria-label={words.notes}>
			{notes.map(({ text, counterId, at }) => {
				const counter = office?.counters.find(({ id }) => id === counterId);
				return (
					<p key={at}>
						<strong>{text}</strong>{" "}
						<small>
							{words.noted(counter?.label ?? counterId, time(at, office?.timeZone ?? "UTC"))}
						</small>
					</p>
				);
			})}
		</section>
	);
}
