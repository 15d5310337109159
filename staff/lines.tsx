import { type Signal, useSignal } from "@preact/signals";
import type { StaffTicket } from "../protocol/live.ts";
import type { OfficeView } from "../protocol/office.ts";
import { language } from "../ui/language.ts";
import { inLanguage } from "../words/language.ts";
import { printerWords } from "../words/printers.ts";
import { staffWords } from "../words/staff.ts";
import { supervisingWords } from "../words/supervising.ts";
import type { Line } from "./view.ts";

export interface LinesProps {
	lines: readonly Line[];
	office: OfficeView | null;
	busy: boolean;
	onPrint: (ticket: StaffTicket) => Promise<void>;
}

/** Who waits for this counter, line by line, in calling order. */
export function Lines({ lines, office, busy, onPrint }: LinesProps) {
	const picked = useSignal<string | null>(null);
	const words = staffWords[language.value];
	return (
		<aside class="lines">
			<h2>{words.line}</h2>
			<ul>
				{lines.map((line) => (
					<li key={line.id} class="line" data-line={line.id}>
						<p class="line-head">
							<span class="line-prefix">{line.prefix}</span>
							<span class="line-name">{inLanguage(line.name, language.value)}</span>
							<strong>{line.waiting}</strong>
						</p>
						<Numbers line={line} />
						<Next line={line} office={office} picked={picked} busy={busy} onPrint={onPrint} />
					</li>
				))}
			</ul>
		</aside>
	);
}

/** Whether more will come: said only where there is something to say. */
function Numbers({ line: { closed, quotaLeft } }: { line: Line }) {
	const words = supervisingWords[language.value];
	const said = closed ? words.noNumbers : quotaLeft === null ? null : words.quotaLeft(quotaLeft);
	return said === null ? null : <p class="line-numbers soft">{said}</p>;
}

interface NextProps extends Pick<LinesProps, "office" | "busy" | "onPrint"> {
	line: Line;
	/** The ticket that is looked at, by its id. */
	picked: Signal<string | null>;
}

/** Whoever comes next; a number that is pressed shows what can be done with it. */
function Next({ line, office, picked, busy, onPrint }: NextProps) {
	const words = staffWords[language.value];
	const { again } = printerWords[language.value];
	const ticket = line.next.find(({ id }) => id === picked.value);
	if (line.waiting === 0) return <p class="line-none soft">{words.lineEmpty}</p>;
	const more = line.waiting - line.next.length;
	return (
		<>
			<ol class="line-next">
				{line.next.map((one) => (
					<li key={one.id}>
						<button
							type="button"
							aria-expanded={one === ticket}
							onClick={() => {
								picked.value = one === ticket ? null : one.id;
							}}
						>
							{one.number}
							<Priority ticket={one} office={office} />
						</button>
					</li>
				))}
				{more > 0 && <li class="line-more soft">{words.more(more)}</li>}
			</ol>
			{ticket !== undefined && (
				<div class="line-acts">
					<button
						type="button"
						class="button"
						disabled={busy}
						onClick={() => {
							picked.value = null;
							void onPrint(ticket);
						}}
					>
						{again.of(ticket.number)}
					</button>
				</div>
			)}
		</>
	);
}

function Priority({ ticket, office }: { ticket: StaffTicket; office: OfficeView | null }) {
	if (ticket.priorityClass === null) return null;
	const named = office?.priorityClasses.find(({ id }) => id === ticket.priorityClass);
	return <small>{named ? inLanguage(named.name, language.value) : ticket.priorityClass}</small>;
}
