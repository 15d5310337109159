import { Clock, FileText, Wallet } from "lucide";
import { feeInBrief } from "../../catalogue/fees.ts";
import type { Procedure, ProcedureDocument, ProcedureFee } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { aboutProcedures, language, words } from "../store.ts";
import { AskAtCounter } from "./ask-at-counter.tsx";
import { ChecklistButton } from "./checklist.tsx";

/** What it costs: the fee in a word, each amount there is, and what the source says of it. */
export function Fees({ procedure }: { procedure: Procedure }) {
	const said = aboutProcedures.value;
	const brief = feeInBrief(procedure);
	return (
		<section class="part">
			<h2>
				<Icon node={Wallet} />
				{said.headings.fee}
			</h2>
			<p class="part-answer">{said.fee(brief)}</p>
			{procedure.fees.length > 0 && (
				<ul class="part-list">
					{procedure.fees.map((fee) => (
						<FeeRow key={`${fee.label} ${fee.channel} ${fee.amountVnd}`} fee={fee} />
					))}
				</ul>
			)}
			{brief.kind === "provincial" && <p>{said.provincialNote}</p>}
			<p lang="vi" class="part-note">
				{procedure.feeText}
			</p>
		</section>
	);
}

function FeeRow({ fee }: { fee: ProcedureFee }) {
	const said = aboutProcedures.value;
	const remarks = [
		fee.optional ? said.onRequest : null,
		fee.channel === null ? null : said.channel[fee.channel],
	].filter((remark) => remark !== null);
	return (
		<li class="fee-row">
			<span lang="vi">{fee.label}</span>
			<span class="fee-amount">
				{fee.cap
					? said.amountAtMost(fee.amountVnd, fee.unit)
					: said.amount(fee.amountVnd, fee.unit)}
			</span>
			{remarks.length > 0 && <span class="part-note">{remarks.join(" · ")}</span>}
			{fee.note !== null && (
				<span class="part-note" lang="vi">
					{fee.note}
				</span>
			)}
		</li>
	);
}

/** How long it takes, and until when one must come to have it the same day. */
export function Times({ procedure }: { procedure: Procedure }) {
	const said = aboutProcedures.value;
	const { times } = procedure;
	const brief = said.timesInBrief(times);
	return (
		<section class="part">
			<h2>
				<Icon node={Clock} />
				{said.headings.time}
			</h2>
			<p class="part-answer" lang={brief === null ? "vi" : language.value}>
				{brief ?? times.text}
			</p>
			{brief !== null && brief !== times.text && (
				<p class="part-note" lang="vi">
					{times.text}
				</p>
			)}
			{times.cutoff !== null && <p>{said.cutoff(times.cutoff)}</p>}
			<AskAtCounter procedure={procedure} about={["time-unit", "processing-time"]} />
		</section>
	);
}

/** What to bring. */
export function Papers({ procedure }: { procedure: Procedure }) {
	const { headings } = aboutProcedures.value;
	return (
		<section class="part">
			<h2>
				<Icon node={FileText} />
				{headings.documents}
			</h2>
			<ChecklistButton procedure={procedure} />
			<AskAtCounter procedure={procedure} about={["documents-abridged"]} />
			{procedure.documents.length === 0 ? (
				<p>{words.value.papersUnknown}</p>
			) : (
				<ol class="part-list part-numbered">
					{procedure.documents.map((paper) => (
						<PaperRow key={paper.name} paper={paper} />
					))}
				</ol>
			)}
			{procedure.forms.length > 0 && (
				<>
					<h3>{headings.forms}</h3>
					<ul class="part-list" lang="vi">
						{procedure.forms.map((form) => (
							<li key={form}>{form}</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
}

function PaperRow({ paper }: { paper: ProcedureDocument }) {
	const said = aboutProcedures.value;
	const counts = [
		paper.originals > 0 ? said.originals(paper.originals) : null,
		paper.copies > 0 ? said.copies(paper.copies) : null,
		paper.submit ? null : said.showOnly,
	].filter((count) => count !== null);
	return (
		<li>
			<span lang="vi">{paper.name}</span>
			{counts.length > 0 && <span class="paper-counts">{counts.join(" · ")}</span>}
			{paper.note !== null && (
				<span class="part-note" lang="vi">
					{paper.note}
				</span>
			)}
		</li>
	);
}
