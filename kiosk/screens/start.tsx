import "./start.css";
import { Pointer } from "lucide";
import type { HallRow } from "../../protocol/live.ts";
import type { OfficeSlide, OfficeView } from "../../protocol/office.ts";
import { Icon } from "../../ui/icon.tsx";
import { slideAt } from "../../ui/slides.ts";
import { inLanguage } from "../../words/language.ts";
import { movedHoursInWords, whyShut } from "../../words/opening.ts";
import { DoorMark } from "../door-mark.tsx";
import { LanguageChoice } from "../language-choice.tsx";
import { cutOff, movedHours, office } from "../office.ts";
import { PaperOnStart } from "../printer-news.tsx";
import { whyNoPaper } from "../printers.ts";
import { ServiceMark } from "../service-mark.tsx";
import { ServiceStanding } from "../service-standing.tsx";
import { clockMs, dispatch, language, parts, words } from "../store.ts";

/** The whole screen is one button: whatever is touched, it begins. */
export function Start() {
	const told = office.value;
	const name = told === null ? "" : inLanguage(told.name, language.value);
	const away = cutOff.value ? words.value.cutOff.onStart : null;
	const closed = away ?? (told === null ? null : closedInWords(told));
	const hours = movedHours.value;
	// Who knows when to come needs no word of what else one can do here.
	const hint = hours === null ? words.value.startHint : briefly(hours);
	const news = (
		<span id="start-news" class="start-news">
			<PaperOnStart />
		</span>
	);
	// That nothing can be printed is the one notice then.
	const cannotPrint = whyNoPaper(parts.printers.value) !== null;
	return (
		<>
			<h1 class="unseen">{name}</h1>
			<button
				type="button"
				class={closed !== null ? "start is-shut" : hours !== null ? "start has-hours" : "start"}
				aria-label={words.value.touchToStart}
				aria-describedby="start-hint start-news start-services"
				onClick={() => dispatch({ type: "open", screen: { name: "home" } })}
			>
				<span class="start-office">
					<DoorMark />
					<span>{name}</span>
				</span>
				{cannotPrint ? news : told !== null && <Slides slides={told.slides} />}
				{told !== null && closed === null && <Services office={told} />}
				<span class="start-invites">
					<span class="start-touch">
						<Icon node={Pointer} />
						{words.value.touchToStart}
					</span>
					{!cannotPrint && news}
					<span id="start-hint" class={closed === null ? "start-hint" : "start-hint is-closed"}>
						{closed ?? hint}
					</span>
				</span>
			</button>
			<LanguageChoice />
		</>
	);
}

/** The office's notices by turns, for as long as nobody begins. */
function Slides({ slides }: { slides: OfficeSlide[] }) {
	const at = slideAt(slides, clockMs.value - parts.touchedAtMs.value);
	if (at === null) return null;
	const { title, text, picture } = slides[at] ?? {};
	return (
		<span class={picture === undefined ? "start-slide" : "start-slide has-picture"} key={at}>
			{picture !== undefined && <img src={picture} alt="" />}
			{title !== undefined && (
				<strong class="start-slide-title">{inLanguage(title, language.value)}</strong>
			)}
			{text !== undefined && <span>{inLanguage(text, language.value)}</span>}
			{slides.length > 1 && (
				<span class="start-dots" aria-hidden="true">
					{slides.map((slide, number) => (
						<span key={JSON.stringify(slide)} class={number === at ? "is-on" : undefined} />
					))}
				</span>
			)}
		</span>
	);
}

/** The services, how they stand and how many wait there. Of many the first; the rest is told by their number. */
function Services({ office: { services } }: { office: OfficeView }) {
	const shown = services.slice(0, services.length > mostShown ? mostShown - 1 : mostShown);
	const others = services.length - shown.length;
	return (
		<span id="start-services" class="start-services">
			<strong class="start-services-title">{words.value.queue.servicesToday}</strong>
			{shown.map((service) => (
				<span class={service.open ? "start-service" : "start-service is-shut"} key={service.id}>
					<span class="start-service-sign">
						<ServiceMark service={service} />
					</span>
					<span class="start-service-words">
						<span class="start-service-name">{inLanguage(service.name, language.value)}</span>
						<ServiceStanding service={service} />
					</span>
				</span>
			))}
			{others > 0 && <span class="start-service">{words.value.queue.others(others)}</span>}
		</span>
	);
}

const mostShown = 8;

/** Today's hours with why. A long reason has its room on the next screen. */
function briefly(hours: NonNullable<HallRow["hours"]>): string {
	const { reason } = hours;
	const isLong = reason !== null && inLanguage(reason, language.value).length > mostOfReason;
	return movedHoursInWords(isLong ? { ...hours, reason: null } : hours, language.value);
}

/** What the largest letters have room for on the smallest panel. */
const mostOfReason = 80;

/** Whoever comes too early reads it before they touch anything. */
function closedInWords({ opening, timeZone }: OfficeView): string | null {
	const { why, reason, next } = opening;
	const now = new Date().toISOString();
	return whyShut({ shut: why, reason, next }, now, timeZone, language.value);
}
