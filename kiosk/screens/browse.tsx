import "./browse.css";
import { LayoutGrid, UserRound } from "lucide";
import type { ComponentChildren } from "preact";
import type { ServiceSign } from "../../protocol/office.ts";
import type { LifeEvent } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Sign } from "../../ui/sign.tsx";
import { inLanguage, nameOf } from "../../words/language.ts";
import { Caution } from "../caution.tsx";
import { useLifeEvents } from "../life-events.ts";
import { useLoaded } from "../loaded.ts";
import { fields } from "../office.ts";
import { askForProcedures } from "../own-catalogue.ts";
import { placeIn } from "../places.ts";
import type { Screen } from "../state.ts";
import { dispatch, language, words } from "../store.ts";
import { ProcedureRows } from "./procedure-rows.tsx";
import { Refusal, Waiting } from "./trouble.tsx";

export type Way = "event" | "field";

/** By what happens in one's life, which people think in, and by field; by field alone where the catalogue knows of no events. */
export function Browse({ way }: { way: Way }) {
	const loaded = useLifeEvents();
	if (loaded.state === "asking") return <Waiting />;
	if (loaded.state === "refused") return <Refusal problem={loaded.problem} />;
	if (loaded.value.length === 0) return <FieldChoice />;
	return (
		<>
			<Ways way={way} />
			{way === "event" ? <EventChoice events={loaded.value} /> : <FieldChoice />}
		</>
	);
}

/** The fields are one step on from the events, so that the way back to them is a step back. */
function Ways({ way }: { way: Way }) {
	const said = words.value.browsing;
	return (
		<section class="ways" aria-label={said.ways}>
			<button
				type="button"
				class="button way"
				aria-pressed={way === "event"}
				onClick={() => {
					if (way === "field") dispatch({ type: "back" });
				}}
			>
				<Icon node={UserRound} />
				{said.byEvent}
			</button>
			<button
				type="button"
				class="button way"
				aria-pressed={way === "field"}
				onClick={() => {
					if (way === "event") dispatch({ type: "open", screen: { name: "fields" } });
				}}
			>
				<Icon node={LayoutGrid} />
				{said.byField}
			</button>
		</section>
	);
}

function EventChoice({ events }: { events: LifeEvent[] }) {
	return (
		<Tiles name={words.value.browsing.byEvent} place="events">
			{events.map(({ id, sign, name, hint }) => (
				<Tile
					key={id}
					sign={sign}
					name={inLanguage(name, language.value)}
					about={hint === undefined ? null : inLanguage(hint, language.value)}
					leadsTo={{ name: "event", eventId: id }}
				/>
			))}
		</Tiles>
	);
}

/** Every field that has procedures, in the catalogue's order. */
function FieldChoice() {
	return (
		<Tiles name={words.value.browsing.byField} place="fields">
			{(fields.value ?? [])
				.filter(({ count }) => count > 0)
				.map((field) => (
					<Tile
						key={field.id}
						sign={field.sign}
						name={nameOf(field, language.value)}
						about={words.value.procedures(field.count)}
						leadsTo={{ name: "list", fieldId: field.id }}
					/>
				))}
		</Tiles>
	);
}

/** What an event of life may need, what is needed first at first. */
export function EventProcedures({ eventId }: { eventId: string }) {
	const loaded = useLifeEvents();
	const event = loaded.state === "here" ? loaded.value.find(({ id }) => id === eventId) : undefined;
	return (
		<ProcedureChoice
			asked={`event=${encodeURIComponent(eventId)}`}
			sign={event?.sign ?? null}
			title={event === undefined ? null : inLanguage(event.name, language.value)}
		/>
	);
}

/** The procedures of one field, in the catalogue's order. */
export function FieldProcedures({ fieldId }: { fieldId: string }) {
	const field = fields.value?.find(({ id }) => id === fieldId);
	return (
		<ProcedureChoice
			asked={`field=${encodeURIComponent(fieldId)}`}
			sign={field?.sign ?? null}
			title={field === undefined ? null : nameOf(field, language.value)}
		/>
	);
}

function Tiles({
	name,
	place,
	children,
}: {
	name: string;
	place: "events" | "fields";
	children: ComponentChildren;
}) {
	return (
		<Pager words={words.value} name={name} place={placeIn(place)} above={<Caution />}>
			<ul class={`tiles tiles-${place}`}>{children}</ul>
		</Pager>
	);
}

function Tile({
	sign,
	name,
	about,
	leadsTo,
}: {
	sign: ServiceSign;
	name: string;
	about: string | null;
	leadsTo: Extract<Screen, { name: "event" | "list" }>;
}) {
	return (
		<li>
			<button
				type="button"
				class="button button-choice tile"
				onClick={() => dispatch({ type: "open", screen: leadsTo })}
			>
				<span class="tile-sign">
					<Sign sign={sign} />
				</span>
				<span class="tile-words">
					<strong>{name}</strong>
					{about !== null && <span>{about}</span>}
				</span>
			</button>
		</li>
	);
}

function ProcedureChoice({
	asked,
	sign,
	title,
}: {
	asked: string;
	sign: ServiceSign | null;
	title: string | null;
}) {
	const loaded = useLoaded(`/api/procedures?${asked}&limit=${listMax}&offset=0`, askForProcedures);
	const place = placeIn(`list ${asked}`);
	if (loaded.state === "asking") return <Waiting />;
	if (loaded.state === "refused") return <Refusal problem={loaded.problem} />;
	const { total, items } = loaded.value;
	return (
		<Pager words={words.value} name={words.value.chooseProcedure} place={place} above={<Caution />}>
			<div class="list-title">
				{sign !== null && (
					<span class="tile-sign">
						<Sign sign={sign} />
					</span>
				)}
				<h2>
					{title ?? words.value.chooseProcedure}
					<span>{words.value.procedures(total)}</span>
				</h2>
			</div>
			{total === 0 && <p class="choices-none">{words.value.noProcedures}</p>}
			<ProcedureRows items={items} place={place} inSight={12} />
		</Pager>
	);
}

/** As many as the hub gives in one answer; the fullest field of a commune has a tenth of it. */
const listMax = 500;
