import { type ReadonlySignal, useSignalEffect } from "@preact/signals";
import {
	BellRing,
	CircleCheck,
	CircleX,
	Clock,
	Hourglass,
	type IconNode,
	SearchX,
	TriangleAlert,
	WifiOff,
} from "lucide";
import type { PhoneRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import type { WaitRange } from "../../protocol/tickets.ts";
import { Icon } from "../../ui/icon.tsx";
import { language, setLanguage } from "../../ui/language.ts";
import { displayWords } from "../../words/display.ts";
import { inLanguage } from "../../words/language.ts";
import { time } from "../../words/numbers.ts";
import type { Followed } from "./follow.ts";
import { type Standing, standingOf, tabTitle } from "./standing.ts";

export interface PhoneProps {
	followed: Followed;
	office: ReadonlySignal<OfficeView | null>;
}

/** One's own ticket, on one's own phone. */
export function Phone({ followed, office }: PhoneProps) {
	useSignalEffect(() => {
		const row = followed.row.value;
		if (row) document.title = tabTitle(row, language.value);
	});
	const row = followed.row.value;
	const isCalled = row?.state === "called" && !followed.unknown.value;
	return (
		<div class={isCalled ? "phone is-called" : "phone"} data-state={row?.state ?? "none"}>
			<Head office={office.value} />
			<Trouble followed={followed} />
			<main>
				<Body followed={followed} office={office.value} />
			</main>
		</div>
	);
}

function Body({ followed, office }: { followed: Followed; office: OfficeView | null }) {
	const words = displayWords[language.value].phone;
	const row = followed.row.value;
	if (followed.unknown.value) {
		return <Message icon={SearchX} title={words.unknown} hint={words.unknownHint} />;
	}
	if (row?.state === "called") return <Called row={row} />;
	if (row) return <Ticket row={row} wait={followed.wait.value} office={office} />;
	if (followed.unreachable.value) {
		return <Message icon={WifiOff} title={words.unreachable} hint={words.unreachableHint} />;
	}
	return <Message icon={Hourglass} title={words.loading} hint="" />;
}

function Head({ office }: { office: OfficeView | null }) {
	const words = displayWords[language.value].phone;
	const other = language.value === "vi" ? "en" : "vi";
	return (
		<header class="phone-head">
			<p>{office ? inLanguage(office.name, language.value) : "Một Cửa"}</p>
			<button type="button" lang={other} onClick={() => setLanguage(other)}>
				{words.language}
			</button>
		</header>
	);
}

/** Shown only over a ticket that was seen before: without one, the whole page says what is wrong. */
function Trouble({ followed }: { followed: Followed }) {
	const words = displayWords[language.value].phone;
	if (followed.state.value !== "stale" || !followed.row.value || followed.unknown.value) {
		return null;
	}
	return (
		<div class="phone-trouble" role="alert">
			<Icon node={WifiOff} />
			<p>
				<strong>{followed.refused.value ? words.refused : words.stale}</strong> {words.staleHint}
			</p>
		</div>
	);
}

/** The whole screen is the call: to be read at a glance, on the way. */
function Called({ row }: { row: PhoneRow }) {
	const words = displayWords[language.value].phone;
	return (
		<section class="phone-call" role="alert">
			<p class="phone-call-title">
				<Icon node={BellRing} /> {words.called}
			</p>
			<h1 class="phone-number">{row.number}</h1>
			{row.counter && (
				<p class="phone-call-counter">
					{words.goTo} {words.counterName}
					<strong>{row.counter.label}</strong>
				</p>
			)}
			<p class="phone-call-hint">{words.calledHint}</p>
			{row.callCount > 1 && <p>{words.calledAgain(row.callCount)}</p>}
		</section>
	);
}

interface TicketProps {
	row: PhoneRow;
	wait: WaitRange;
	office: OfficeView | null;
}

function Ticket({ row, wait, office }: TicketProps) {
	const words = displayWords[language.value].phone;
	const standing = standingOf(row, language.value);
	const timeZone = office?.timeZone ?? "Asia/Ho_Chi_Minh";
	return (
		<section class={`phone-ticket is-${standing.tone}`}>
			<p class="phone-label">{words.yourNumber}</p>
			<h1 class="phone-number">{row.number}</h1>
			<p class="phone-service">{inLanguage(row.serviceName, language.value)}</p>
			{row.state === "waiting" && row.ahead !== null && <Ahead people={row.ahead} />}
			{row.state === "waiting" && wait && <Wait range={wait} />}
			<div class="phone-standing" aria-live="polite">
				<p class="phone-standing-title">
					<Icon node={signs[standing.tone]} /> {standing.title}
				</p>
				<p>{standing.hint}</p>
			</div>
			<p class="phone-foot">
				{words.takenAt(time(row.issuedAt, timeZone))} · {words.dayOnly}
			</p>
		</section>
	);
}

function Ahead({ people }: { people: number }) {
	const words = displayWords[language.value].phone;
	return (
		<p class="phone-ahead">
			{words.ahead} <strong>{people === 0 ? words.nobodyAhead : words.people(people)}</strong>
		</p>
	);
}

function Wait({ range }: { range: NonNullable<WaitRange> }) {
	const words = displayWords[language.value].phone;
	return (
		<p class="phone-ahead phone-wait">
			{words.wait} <strong>{words.minutes(range.lowMin, range.highMin)}</strong>
		</p>
	);
}

function Message({ icon, title, hint }: { icon: IconNode; title: string; hint: string }) {
	return (
		<section class="phone-message">
			<Icon node={icon} />
			<h1>{title}</h1>
			<p>{hint}</p>
		</section>
	);
}

const signs: Record<Standing["tone"], IconNode> = {
	waiting: Clock,
	soon: BellRing,
	called: BellRing,
	good: CircleCheck,
	care: TriangleAlert,
	over: CircleX,
};
