import "./procedure.css";
import type { Procedure } from "../../protocol/procedures.ts";
import { Pager } from "../../ui/pager.tsx";
import { Caution } from "../caution.tsx";
import { useLoaded } from "../loaded.ts";
import { askForProcedure } from "../own-catalogue.ts";
import { placeIn } from "../places.ts";
import { aboutProcedures, language, words } from "../store.ts";
import { AskAtCounter } from "./ask-at-counter.tsx";
import { Facts } from "./procedure-facts.tsx";
import { Fees } from "./procedure-fees.tsx";
import { Papers } from "./procedure-papers.tsx";
import { Parts } from "./procedure-parts.tsx";
import { TakeNumber } from "./take-number.tsx";
import { Refusal, Waiting } from "./trouble.tsx";

/** One procedure: fee, time and papers at a glance, the papers to tick, what it costs in detail; the rest can be opened. */
export function ProcedureShown({ code }: { code: string }) {
	const loaded = useLoaded(`/api/procedures/${encodeURIComponent(code)}`, askForProcedure);
	if (loaded.state === "asking") return <Waiting />;
	if (loaded.state === "refused") return <Refusal problem={loaded.problem} />;
	return <Whole procedure={loaded.value} />;
}

function Whole({ procedure }: { procedure: Procedure }) {
	const english = language.value === "en";
	return (
		<article class="screen screen-paged procedure">
			<Pager
				words={words.value}
				name={english ? procedure.nameEn : procedure.nameShort}
				place={placeIn(`procedure:${procedure.code}`)}
				action={<TakeNumber procedure={procedure} />}
				above={<Caution asOf={procedure.asOf} />}
			>
				<Head procedure={procedure} english={english} />
				<Facts procedure={procedure} />
				<Papers procedure={procedure} />
				<Fees procedure={procedure} />
				<Notes procedure={procedure} />
				<Parts procedure={procedure} />
			</Pager>
		</article>
	);
}

function Head({ procedure, english }: { procedure: Procedure; english: boolean }) {
	const said = words.value.procedurePage;
	const { audience, code } = aboutProcedures.value;
	const field = english ? procedure.fieldEn : procedure.field;
	return (
		<header class="procedure-head">
			<h1>{english ? procedure.nameEn : procedure.nameShort}</h1>
			{english && (
				<p class="procedure-own-name" lang="vi">
					{procedure.nameShort}
				</p>
			)}
			{procedure.audience.length > 0 && <p>{said.forWhom(procedure.audience.map(audience))}</p>}
			<p class="procedure-marks">
				{[...(procedure.official ? [code(procedure.code)] : []), field].join(" · ")}
				{language.value !== "vi" && ` · ${said.inVietnamese}`}
			</p>
			<AskAtCounter procedure={procedure} about={["name-wording", "general-knowledge"]} />
		</header>
	);
}

function Notes({ procedure: { notes } }: { procedure: Procedure }) {
	if (notes.length === 0) return null;
	return (
		<section class="part">
			<h2 class="part-title">{aboutProcedures.value.headings.notes}</h2>
			<ul class="part-list" lang="vi">
				{notes.map((note) => (
					<li key={note}>{note}</li>
				))}
			</ul>
		</section>
	);
}
