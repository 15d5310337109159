import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type {
	Rows,
	StaffAsideRow,
	StaffCounterRow,
	StaffPlace,
	StaffRow,
} from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { inLanguage } from "../../words/language.ts";
import { time } from "../../words/numbers.ts";
import { staffWords } from "../../words/staff.ts";
import { supervisingWords } from "../../words/supervising.ts";
import type { Line } from "../view.ts";
import { useNow } from "./clock.ts";
import { priorityName } from "./names.ts";
import { standingInWords, standingOf } from "./standing.ts";

export interface LinesProps {
	counter: StaffCounterRow;
	rows: Rows<StaffRow>;
	lines: readonly Line[];
	asides: readonly StaffAsideRow[];
	office: OfficeView | null;
	/** Whom this counter would call now; null where that is nobody, or not known. */
	next: string | null;
	/** The buttons about the lines themselves. */
	acts: ComponentChildren;
	onLook: (number: string) => void;
}

/** Who waits for this counter, line by line in calling order, and who is put aside or missed. */
export function Lines({ counter, rows, lines, asides, office, next, acts, onLook }: LinesProps) {
	const words = consoleWords[language.value].lines;
	const now = useNow(10_000);
	/** Whose place is explained: the one that has the focus, or is pointed at. */
	const told = useSignal<string | null>(null);
	const served = lines.filter(({ id }) => counter.serving.includes(id));
	const total = served.reduce((sum, { waiting }) => sum + waiting, 0);
	const standing = told.value === null ? null : standingOf(rows, told.value);
	const timeZone = office?.timeZone ?? "UTC";
	return (
		<section class="lines" aria-labelledby="lines">
			<div class="lines-head">
				<h2 id="lines">
					{words.title} <strong>{words.total(total)}</strong>
				</h2>
				{acts}
			</div>
			<div class="lines-all">
				<ul>
					{lines.map((line) => (
						<li key={line.id} class="line" data-line={line.id}>
							<LineHead line={line} isServed={counter.serving.includes(line.id)} />
							<ol class="line-next">
								{line.next.map((one) => (
									<li key={one.id}>
										<Place
											place={one}
											office={office}
											now={now}
											isNext={one.id === next}
											onTell={(tells) => {
												told.value = tells ? one.number : null;
											}}
											onLook={onLook}
										/>
									</li>
								))}
							</ol>
							<More line={line} />
						</li>
					))}
				</ul>
				<Asides state="parked" asides={asides} office={office} onLook={onLook} />
				<Asides state="missed" asides={asides} office={office} onLook={onLook} />
			</div>
			<p class="lines-why soft" role="status">
				{standing
					? standingInWords(standing, { nowMs: now, timeZone, language: language.value })
					: words.hint}
			</p>
		</section>
	);
}

function LineHead({ line, isServed }: { line: Line; isServed: boolean }) {
	const words = supervisingWords[language.value];
	const { closed, quotaLeft } = line;
	const said = [
		!isServed && consoleWords[language.value].lines.notServed,
		closed ? words.noNumbers : quotaLeft !== null && words.quotaLeft(quotaLeft),
	].filter((one) => one !== false);
	return (
		<p class={isServed ? "line-head" : "line-head is-left"}>
			<span class="line-prefix">{line.prefix}</span>
			<span class="line-name">
				{inLanguage(line.name, language.value)}
				{said.length > 0 && <small class="soft"> {said.join(" · ")}</small>}
			</span>
			<strong>{line.waiting}</strong>
		</p>
	);
}

interface PlaceProps {
	place: StaffPlace;
	office: OfficeView | null;
	now: number;
	isNext: boolean;
	onTell: (tells: boolean) => void;
	onLook: (number: string) => void;
}

function Place({ place, office, now, isNext, onTell, onLook }: PlaceProps) {
	const words = consoleWords[language.value].lines;
	const { number, rule, priorityClass, issuedAt } = place;
	const marks = [
		isNext && words.next,
		words.marks[rule],
		priorityClass !== null && priorityName(priorityClass, office),
	].filter((mark) => mark !== false && mark !== "");
	return (
		<button
			type="button"
			class={isNext ? "place is-next" : "place"}
			onClick={() => onLook(number)}
			onFocus={() => onTell(true)}
			onBlur={() => onTell(false)}
			onMouseEnter={() => onTell(true)}
			onMouseLeave={() => onTell(false)}
		>
			<strong>{number}</strong>
			<span class="place-marks">{marks.join(" · ")}</span>
			<span class="place-waited">
				{staffWords[language.value].minutes(
					Math.max(0, Math.floor((now - Date.parse(issuedAt)) / 60_000)),
				)}
			</span>
		</button>
	);
}

function More({ line }: { line: Line }) {
	const words = staffWords[language.value];
	const more = line.waiting - line.next.length;
	if (line.waiting === 0) return <p class="line-none soft">{words.lineEmpty}</p>;
	return more > 0 ? <p class="line-none soft">{words.more(more)}</p> : null;
}

interface AsidesProps extends Pick<LinesProps, "asides" | "office" | "onLook"> {
	state: "parked" | "missed";
}

function Asides({ state, asides, office, onLook }: AsidesProps) {
	const words = consoleWords[language.value].lines;
	const here = asides.filter(({ ticket }) => ticket.state === state);
	if (here.length === 0) return null;
	return (
		<section class="asides" data-asides={state}>
			<h3>
				{words[state]} <strong>{here.length}</strong>
			</h3>
			<ul class="line-next">
				{here.map(({ id, ticket, since }) => (
					<li key={id}>
						<button type="button" class="place" onClick={() => onLook(ticket.number)}>
							<strong>{ticket.number}</strong>
							<span class="place-marks">{ticket.notes.at(-1)?.text}</span>
							<span class="place-waited">
								{since !== null && words.since(time(since, office?.timeZone ?? "UTC"))}
							</span>
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}
