import { Clock, FileText, type IconNode, Wallet } from "lucide";
import type { ComponentChildren } from "preact";
import { feeInBrief } from "../../catalogue/fees.ts";
import type { Procedure } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { countersOf } from "../office.ts";
import { papersNeeded } from "../papers-needed.ts";
import { reductionSaid } from "../reduction-said.ts";
import { aboutProcedures, language, words } from "../store.ts";
import { type Said, timeAtAGlance } from "../time-at-a-glance.ts";
import { officeToday } from "../today.ts";
import { AskAtCounter } from "./ask-at-counter.tsx";

/** The three questions that everyone has: what it costs, how long it takes, how many papers and where to. */
export function Facts({ procedure }: { procedure: Procedure }) {
	return (
		<section class="facts" aria-label={words.value.procedurePage.atAGlance}>
			<FeeFact procedure={procedure} />
			<TimeFact procedure={procedure} />
			<PapersFact procedure={procedure} />
		</section>
	);
}

function FeeFact({ procedure }: { procedure: Procedure }) {
	const said = aboutProcedures.value;
	const page = words.value.procedurePage;
	const brief = feeInBrief(procedure);
	const { kind } = brief;
	const text = kind === "free" || kind === "provincial" ? said.feeStatus[kind] : said.fee(brief);
	const today = officeToday();
	const notes = [
		...(kind === "provincial" || kind === "per_circular" ? [page.askFee] : []),
		...procedure.fees.flatMap((fee) => reductionSaid(fee, today) ?? []),
	];
	return (
		<Fact icon={Wallet} title={page.fee} lead={{ text, language: language.value }}>
			{[...new Set(notes)].map((note) => (
				<p key={note}>{note}</p>
			))}
		</Fact>
	);
}

function TimeFact({ procedure }: { procedure: Procedure }) {
	const page = words.value.procedurePage;
	const { times } = procedure;
	const { lead, notes } = timeAtAGlance(times, language.value, aboutProcedures.value);
	return (
		<Fact icon={Clock} title={page.time} lead={lead}>
			{times.cutoff !== null && <p>{page.cutoff(times.cutoff)}</p>}
			{notes.map(({ text, language: of }) => (
				<p key={text} lang={of}>
					{text}
				</p>
			))}
			<AskAtCounter procedure={procedure} about={["time-unit", "processing-time"]} />
		</Fact>
	);
}

function PapersFact({ procedure: { documents, serviceId } }: { procedure: Procedure }) {
	const page = words.value.procedurePage;
	const { everybody, some } = papersNeeded(documents);
	const counters = countersOf(serviceId);
	const text =
		everybody.length > 0
			? page.kinds(everybody.length)
			: some.length > 0
				? page.someKindsOnly
				: page.askPapers;
	return (
		<Fact icon={FileText} title={page.papers} lead={{ text, language: language.value }}>
			{everybody.length > 0 && some.length > 0 && <p>{page.someKinds(some.length)}</p>}
			{counters.length > 0 && <p>{page.where(counters.join(", "))}</p>}
		</Fact>
	);
}

function Fact({
	icon,
	title,
	lead,
	children,
}: {
	icon: IconNode;
	title: string;
	lead: Said;
	children: ComponentChildren;
}) {
	return (
		<div class="fact">
			<h2 class="fact-title">
				<Icon node={icon} />
				{title}
			</h2>
			<p class="fact-lead" lang={lead.language}>
				{lead.text}
			</p>
			{children}
		</div>
	);
}
