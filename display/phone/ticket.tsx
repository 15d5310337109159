import { BellRing, CircleCheck, Clock, type IconNode, TriangleAlert, X } from "lucide";
import type { PhoneRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import type { WaitRange } from "../../protocol/tickets.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { time } from "../../words/numbers.ts";
import { phoneWords } from "../../words/phone.ts";
import type { Bell } from "./bell.ts";
import { BellSwitch } from "./bell-switch.tsx";
import type { Followed } from "./follow.ts";
import { GiveUp } from "./give-up.tsx";
import type { GivesUp } from "./giving-up.ts";
import { isOver, mayGiveUp, type Standing, standingOf } from "./standing.ts";

export interface TicketProps {
	row: PhoneRow;
	followed: Followed;
	office: OfficeView | null;
	bell: Bell;
	givesUp: GivesUp;
}

/** A ticket that waits, is served, or is over. */
export function Ticket({ row, followed, office, bell, givesUp }: TicketProps) {
	const words = phoneWords[language.value];
	const standing = standingOf(row, language.value, {
		moved: followed.moved.value,
		stopped: followed.stopped.value,
	});
	const isWaiting = row.state === "waiting";
	const wait = followed.wait.value;
	const timeZone = office?.timeZone ?? "Asia/Ho_Chi_Minh";
	return (
		<section class={`phone-ticket is-${standing.tone}`}>
			<Stands standing={standing} />
			<div class="phone-who">
				<p class="phone-label">{words.yourNumber}</p>
				<h1 class="phone-number">{row.number}</h1>
				<p class="phone-service">{inLanguage(row.serviceName, language.value)}</p>
				{followed.moved.value && standing.tone === "soon" && (
					<p class="phone-where">{words.moved}</p>
				)}
				<Where {...{ row, office }} />
			</div>
			{isWaiting && row.ahead !== null && !followed.stopped.value && (
				<dl class="phone-figures">
					<Figure name={words.ahead}>
						{row.ahead === 0 ? words.nobodyAhead : words.people(row.ahead)}
					</Figure>
					{wait && <Wait range={wait} />}
				</dl>
			)}
			{mayGiveUp(row.state) && <BellSwitch bell={bell} />}
			{mayGiveUp(row.state) && (
				<GiveUp {...{ row, givesUp }} isCutOff={followed.state.value !== "live"} />
			)}
			<p class="phone-foot">
				{words.takenAt(time(row.issuedAt, timeZone))} · {words.dayOnly}
			</p>
		</section>
	);
}

function Stands({ standing: { tone, title, hint } }: { standing: Standing }) {
	return (
		<div class="phone-standing">
			<p class="phone-standing-title">
				<Icon node={signs[tone]} /> {title}
			</p>
			<p>{hint}</p>
		</div>
	);
}

/** At which counters one may be called, and where one goes on to afterwards. */
function Where({ row, office }: { row: PhoneRow; office: OfficeView | null }) {
	const words = phoneWords[language.value];
	if (office === null || isOver(row.state)) return null;
	const labels = office.counters
		.filter(({ services }) => services.includes(row.serviceId))
		.map(({ label }) => label);
	const next = row.visit.flatMap((id) => {
		const service = office.services.find((one) => one.id === id);
		return service ? [inLanguage(service.name, language.value)] : [];
	});
	return (
		<>
			{row.state === "waiting" && labels.length > 0 && (
				<p class="phone-where">{words.counters(labels)}</p>
			)}
			{next.length > 0 && <p class="phone-where">{words.goesOnTo(next)}</p>}
		</>
	);
}

function Figure({ name, children }: { name: string; children: string }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}

function Wait({ range }: { range: NonNullable<WaitRange> }) {
	const words = phoneWords[language.value];
	return <Figure name={words.wait}>{words.minutes(range.lowMin, range.highMin)}</Figure>;
}

const signs: Record<Standing["tone"], IconNode> = {
	waiting: Clock,
	soon: BellRing,
	called: BellRing,
	good: CircleCheck,
	care: TriangleAlert,
	danger: TriangleAlert,
	over: X,
};
