import { feeInBrief } from "../../catalogue/fees.ts";
import type { StaffTicket } from "../../protocol/live.ts";
import type { Procedure, ProcedureDocument } from "../../protocol/procedures.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { nameOf } from "../../words/language.ts";
import { procedureWords } from "../../words/procedures.ts";
import { draft } from "./drafts.ts";
import { procedureOf } from "./procedure-names.ts";

/** What the person has come for: the papers that belong to it, to tick for oneself, and what it costs. */
export function Papers({ ticket }: { ticket: StaffTicket }) {
	const words = consoleWords[language.value].papers;
	const { id, procedureCode } = ticket;
	if (procedureCode === null) return <p class="papers-none soft">{words.noProcedure}</p>;
	const procedure = procedureOf(procedureCode).value;
	if (!procedure) return <p class="papers-none soft">{words.loading}</p>;
	return (
		<section class="papers" aria-labelledby="papers">
			<h2 id="papers">
				{nameOf(procedure, language.value)} <small>{procedure.code}</small>
			</h2>
			<Brief procedure={procedure} />
			<Checklist key={id} ticketId={id} documents={procedure.documents} />
		</section>
	);
}

function Brief({ procedure }: { procedure: Procedure }) {
	const words = consoleWords[language.value].papers;
	const said = procedureWords[language.value];
	return (
		<dl class="papers-brief">
			<div>
				<dt>{words.fee}</dt>
				<dd>{said.fee(feeInBrief(procedure))}</dd>
			</div>
			<div>
				<dt>{words.time}</dt>
				<dd>{said.timeInAWord(procedure.times)}</dd>
			</div>
		</dl>
	);
}

/** Ticks are the officer's own, and stay with this number for as long as the page lives. */
function Checklist({
	ticketId,
	documents,
}: {
	ticketId: string;
	documents: readonly ProcedureDocument[];
}) {
	const words = consoleWords[language.value].papers;
	const ticked = draft(`papers:${ticketId}`);
	const had = new Set(ticked.value.split(" ").filter((at) => at !== ""));
	if (documents.length === 0) return <p class="soft">{words.none}</p>;
	function tick(at: string): void {
		const next = new Set(had);
		if (!next.delete(at)) next.add(at);
		ticked.value = [...next].join(" ");
	}
	return (
		<fieldset class="papers-list">
			<legend>
				{words.title} <strong>{words.had(had.size, documents.length)}</strong>
			</legend>
			{documents.map((document, index) => (
				<label key={document.name}>
					<input
						type="checkbox"
						checked={had.has(String(index))}
						onChange={() => tick(String(index))}
					/>
					<span>
						{document.name} <Copies document={document} />
					</span>
				</label>
			))}
		</fieldset>
	);
}

function Copies({ document }: { document: ProcedureDocument }) {
	const { originals, copies, submit, conditional, note } = document;
	const said = procedureWords[language.value];
	const parts = [
		originals > 0 && said.originals(originals),
		copies > 0 && said.copies(copies),
		!submit && said.showOnly,
		conditional === true && (note ?? consoleWords[language.value].papers.onlySome),
	].filter((part) => part !== false);
	return parts.length === 0 ? null : <small class="soft">{parts.join(" · ")}</small>;
}
