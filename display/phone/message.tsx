import type { PhoneRow } from "../../protocol/live.ts";
import type { Language } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { phoneWords } from "../../words/phone.ts";

/** No ticket to show yet. */
export function Message({ title, hint }: { title: string; hint: string }) {
	return (
		<section class="phone-message">
			<h1>{title}</h1>
			<p>{hint}</p>
		</section>
	);
}

/**
 * There is no such ticket: of another day, or of an address that was cut short. Nobody knows which language its holder reads, so it is said
 * in both, the page's own first.
 * @param last the ticket as it was shown before; null where none was
 */
export function Unknown({ last }: { last: PhoneRow | null }) {
	const own = language.value;
	const other = own === "vi" ? "en" : "vi";
	return (
		<section class="phone-message">
			<Steps language={own} last={last} />
			{last === null && <Steps language={other} last={last} />}
		</section>
	);
}

function Steps({ language: said, last }: { language: Language; last: PhoneRow | null }) {
	const words = phoneWords[said];
	const Heading = said === language.value ? "h1" : "h2";
	return (
		<div class="phone-steps" lang={said}>
			<Heading>{last ? words.gone(last.number) : words.unknown}</Heading>
			{last ? (
				<p>{words.expiredHint}</p>
			) : (
				<ul>
					{words.unknownSteps.map((step) => (
						<li key={step}>{step}</li>
					))}
				</ul>
			)}
		</div>
	);
}
