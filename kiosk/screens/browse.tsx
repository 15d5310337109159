import "./choices.css";
import type { Field, ProcedurePage } from "../../protocol/procedures.ts";
import { Pager } from "../../ui/pager.tsx";
import { inLanguage, nameOf } from "../../words/language.ts";
import { Caution } from "../caution.tsx";
import { useLoaded } from "../loaded.ts";
import { fields, office } from "../office.ts";
import { placeIn } from "../places.ts";
import { dispatch, language, words } from "../store.ts";
import { ProcedureRow } from "./procedure-row.tsx";
import { Refusal, Waiting } from "./trouble.tsx";

/** What it is about: the office's services, with how many procedures each has. */
export function TopicChoice() {
	const topics = (office.value?.services ?? [])
		.map((service) => ({ service, under: fieldsOf(service.id) }))
		.filter(({ under }) => under.length > 0);
	return (
		<Pager words={words.value} name={words.value.chooseTopic} above={<Caution />}>
			<h2 class="choices-title">{words.value.chooseTopic}</h2>
			<ul class="choices choices-few">
				{topics.map(({ service, under }) => (
					<li key={service.id}>
						<button
							type="button"
							class="button button-choice choice"
							onClick={() => openTopic(service.id, under)}
						>
							<span class="prefix">{service.prefix}</span>
							<span class="choice-words">
								<strong>{inLanguage(service.name, language.value)}</strong>
								<span>{words.value.procedures(countOf(under))}</span>
							</span>
						</button>
					</li>
				))}
			</ul>
		</Pager>
	);
}

/** The fields of one service. */
export function FieldChoice({ serviceId }: { serviceId: string }) {
	return (
		<Pager
			words={words.value}
			name={words.value.chooseField}
			place={placeIn(`fields ${serviceId}`)}
			above={<Caution />}
		>
			<h2 class="choices-title">{words.value.chooseField}</h2>
			<ul class="choices">
				{fieldsOf(serviceId).map((field) => (
					<li key={field.id}>
						<button
							type="button"
							class="button button-choice choice"
							onClick={() =>
								dispatch({ type: "open", screen: { name: "list", fieldId: field.id } })
							}
						>
							<span class="choice-words">
								<strong>{nameOf(field, language.value)}</strong>
								<span>{words.value.procedures(field.count)}</span>
							</span>
						</button>
					</li>
				))}
			</ul>
		</Pager>
	);
}

/** The procedures of one field. */
export function ProcedureChoice({ fieldId }: { fieldId: string }) {
	const loaded = useLoaded<ProcedurePage>(
		`/api/procedures?field=${encodeURIComponent(fieldId)}&limit=${listMax}&offset=0`,
	);
	const field = fields.value?.find(({ id }) => id === fieldId);
	if (loaded.state === "asking") return <Waiting />;
	if (loaded.state === "refused") return <Refusal problem={loaded.problem} />;
	return (
		<Pager
			words={words.value}
			name={words.value.chooseProcedure}
			place={placeIn(`list ${fieldId}`)}
			above={<Caution />}
		>
			<h2 class="choices-title">
				{field === undefined ? words.value.chooseProcedure : nameOf(field, language.value)}
				<span>{words.value.procedures(loaded.value.total)}</span>
			</h2>
			{loaded.value.total === 0 && <p class="choices-none">{words.value.noProcedures}</p>}
			<ul class="choices choices-rows">
				{loaded.value.items.map((procedure) => (
					<li key={procedure.code}>
						<ProcedureRow procedure={procedure} />
					</li>
				))}
			</ul>
		</Pager>
	);
}

/** As many as the hub gives in one answer; the fullest field of a commune has a tenth of it. */
const listMax = 500;

/** A service with one field has nothing to choose between: its procedures come at once. */
function openTopic(serviceId: string, under: Field[]) {
	const [only, ...others] = under;
	dispatch({
		type: "open",
		screen:
			only !== undefined && others.length === 0
				? { name: "list", fieldId: only.id }
				: { name: "fields", serviceId },
	});
}

function fieldsOf(serviceId: string): Field[] {
	return (fields.value ?? []).filter((field) => field.serviceId === serviceId && field.count > 0);
}

function countOf(under: Field[]): number {
	return under.reduce((sum, { count }) => sum + count, 0);
}
