import "./procedure-papers.css";
import { CircleCheck, FileText, Square, SquareCheckBig } from "lucide";
import type { Procedure } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { type PaperNeeded, papersNeeded, papersReady } from "../papers-needed.ts";
import { readingOf } from "../reading.ts";
import { aboutProcedures, dispatch, parts, words } from "../store.ts";
import { AskAtCounter } from "./ask-at-counter.tsx";
import { ChecklistButton } from "./checklist.tsx";

/** What to bring, each paper a row that is ticked by touch; those that only some bring stand apart. */
export function Papers({ procedure }: { procedure: Procedure }) {
	const { code, documents } = procedure;
	const page = words.value.procedurePage;
	const { ticked } = readingOf(parts.readings.value, code);
	const { everybody, some } = papersNeeded(documents);
	const { have, of } = papersReady(documents, ticked);
	return (
		<section class="part">
			<div class="papers-head">
				<h2 class="part-title">
					<Icon node={FileText} />
					{aboutProcedures.value.headings.documents}
				</h2>
				{of > 0 && (
					<p class="papers-have" role="status">
						{page.have(have, of)}
					</p>
				)}
			</div>
			{documents.length === 0 ? (
				<p>{words.value.papersUnknown}</p>
			) : (
				<p class="part-note">{page.tickHint}</p>
			)}
			<AskAtCounter procedure={procedure} about={["documents-abridged"]} />
			{everybody.length > 0 && (
				<PaperRows
					title={some.length > 0 ? page.everybody : null}
					papers={everybody}
					code={code}
					ticked={ticked}
				/>
			)}
			{some.length > 0 && <PaperRows title={page.some} papers={some} code={code} ticked={ticked} />}
			<Complete procedure={procedure} ticked={ticked} />
			{documents.length > 0 && <ChecklistButton procedure={procedure} />}
		</section>
	);
}

function PaperRows({
	title,
	papers,
	code,
	ticked,
}: {
	title: string | null;
	papers: PaperNeeded[];
	code: string;
	ticked: readonly number[];
}) {
	return (
		<>
			{title !== null && <h3 class="papers-title">{title}</h3>}
			<ul class="papers">
				{papers.map(({ paper, place }) => (
					<li key={place}>
						<PaperRow
							needed={{ paper, place }}
							ticked={ticked.includes(place)}
							onTick={(now) => dispatch({ type: "paper-ticked", code, paper: place, ticked: now })}
						/>
					</li>
				))}
			</ul>
		</>
	);
}

/** The whole row is the target. A button, since a long press by old hands must tick as well. */
function PaperRow({
	needed: { paper },
	ticked,
	onTick,
}: {
	needed: PaperNeeded;
	ticked: boolean;
	onTick(now: boolean): void;
}) {
	const said = aboutProcedures.value;
	const counts = [
		...(paper.originals > 0 ? [said.originals(paper.originals)] : []),
		...(paper.copies > 0 ? [said.copies(paper.copies)] : []),
	].join(", ");
	return (
		// biome-ignore lint/a11y/useSemanticElements: a box of 20 mm by 200 is no input, and an input takes no long press.
		<button
			type="button"
			role="checkbox"
			aria-checked={ticked}
			class={ticked ? "button button-choice paper-row is-ticked" : "button button-choice paper-row"}
			onClick={() => onTick(!ticked)}
		>
			<Icon node={ticked ? SquareCheckBig : Square} />
			<span class="paper-words">
				<strong lang="vi">{paper.name}</strong>
				{(counts !== "" || !paper.submit) && (
					<span class="paper-counts">
						{counts !== "" && <span>{counts}</span>}
						{!paper.submit && <span class="paper-show">{said.showOnly}</span>}
					</span>
				)}
				{paper.note !== null && (
					<span class="part-note" lang="vi">
						{paper.note}
					</span>
				)}
			</span>
		</button>
	);
}

/** All that everybody brings is there: on to the number. */
function Complete({ procedure, ticked }: { procedure: Procedure; ticked: readonly number[] }) {
	const page = words.value.procedurePage;
	const { complete } = papersReady(procedure.documents, ticked);
	return (
		<div role="status">
			{complete && (
				<div class="notice notice-good">
					<Icon node={CircleCheck} />
					<div>
						<strong>{page.complete}</strong>
						<p>{page.completeHint}</p>
						{procedure.weak.includes("documents-abridged") && <p>{page.completeAbridged}</p>}
					</div>
				</div>
			)}
		</div>
	);
}
