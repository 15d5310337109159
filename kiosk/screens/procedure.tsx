import "./procedure.css";
import { Ticket } from "lucide";
import type { Procedure } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { Pager } from "../../ui/pager.tsx";
import { shutInWords } from "../../words/opening.ts";
import { Caution } from "../caution.tsx";
import { useLoaded } from "../loaded.ts";
import { office } from "../office.ts";
import { dispatch, language, words } from "../store.ts";
import { AskAtCounter } from "./ask-at-counter.tsx";
import { More } from "./procedure-more.tsx";
import { Fees, Papers, Times } from "./procedure-needs.tsx";
import { Refusal, Waiting } from "./trouble.tsx";

/** One procedure whole: what it costs, how long it takes and what to bring first, all the rest under it. */
export function ProcedureShown({ code }: { code: string }) {
	const loaded = useLoaded<Procedure>(`/api/procedures/${encodeURIComponent(code)}`);
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
				name={procedure.nameShort}
				action={<TakeNumber procedure={procedure} />}
				above={<Caution asOf={procedure.asOf} />}
			>
				<header class="procedure-head">
					<h1>{english ? procedure.nameEn : procedure.nameShort}</h1>
					{(english || procedure.name !== procedure.nameShort) && (
						<p class="procedure-own-name" lang="vi">
							{procedure.name}
						</p>
					)}
					<AskAtCounter procedure={procedure} about={["name-wording", "general-knowledge"]} />
					<dl class="procedure-marks">
						{procedure.official && (
							<div>
								<dt>{words.value.code}</dt>
								<dd>{procedure.code}</dd>
							</div>
						)}
						<div>
							<dt>{words.value.field}</dt>
							<dd>{english ? procedure.fieldEn : procedure.field}</dd>
						</div>
					</dl>
					{english && <p>{words.value.inVietnamese}</p>}
				</header>
				<div class="procedure-needs">
					<Fees procedure={procedure} />
					<Times procedure={procedure} />
				</div>
				<Papers procedure={procedure} />
				<More procedure={procedure} />
			</Pager>
		</article>
	);
}

/** The one main action: a number for the service that this procedure belongs to. */
function TakeNumber({ procedure: { code, serviceId } }: { procedure: Procedure }) {
	const service = office.value?.services.find(({ id }) => id === serviceId);
	return (
		<button
			type="button"
			class="button button-primary"
			disabled={service?.open !== true}
			onClick={() =>
				dispatch({
					type: "open",
					screen: { name: "priority", serviceId, procedureCode: code },
				})
			}
		>
			<Icon node={Ticket} />
			{service?.shut ? shutInWords(service.shut, null, language.value) : words.value.takeNumberFor}
		</button>
	);
}
