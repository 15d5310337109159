import {
	AArrowUp,
	Accessibility,
	ArrowLeft,
	House,
	MessageCircleQuestionMark,
	WifiOff,
} from "lucide";
import type { ComponentChildren } from "preact";
import { Icon } from "../ui/icon.tsx";
import { inLanguage } from "../words/language.ts";
import { date, time } from "../words/numbers.ts";
import { DoorMark } from "./door-mark.tsx";
import { LanguageButton, LanguageChooser } from "./language-choice.tsx";
import { later } from "./later-screens.ts";
import { live, office } from "./office.ts";
import { Waiting } from "./screens/trouble.tsx";
import { dispatch, language, minute, parts, screen, words } from "./store.ts";

/** The thin band on top and the bar at the bottom, which are the same on every screen and never move. */
export function Frame({ children }: { children: ComponentChildren }) {
	const panel = parts.panel.value;
	return (
		<div class="frame">
			<Band />
			<main class={panel === null ? "frame-body" : "frame-body frame-body-covered"}>
				{children}
				{panel === "languages" && <LanguageChooser />}
				{panel === "comfort" && <ComfortPanel />}
			</main>
			<Bar />
		</div>
	);
}

/** Comes with the other screens; until then, that it does. */
function ComfortPanel() {
	const rest = later.value;
	if (rest !== null) return <rest.ComfortPanel />;
	return (
		<div class="over frame-opening">
			<Waiting />
		</div>
	);
}

function Band() {
	const told = office.value;
	return (
		<header class="band">
			<DoorMark />
			<p class="band-office">{told === null ? "" : inLanguage(told.name, language.value)}</p>
			{live.value === "stale" && (
				<p class="band-stale" role="status">
					<Icon node={WifiOff} />
					{words.value.mayBeOld}
				</p>
			)}
			{told !== null && <Clock timeZone={told.timeZone} />}
		</header>
	);
}

function Clock({ timeZone }: { timeZone: string }) {
	const now = new Date(minute.value * 60_000).toISOString();
	return (
		<p class="band-clock">
			<span class="band-date">{date(now, timeZone)}</span>
			<time>{time(now, timeZone)}</time>
		</p>
	);
}

function Bar() {
	const { name } = screen.value;
	const panel = parts.panel.value;
	const busy = parts.order.value.state === "under-way";
	const nowhere = name === "start" || name === "number" || office.value === null;
	return (
		<nav class="bar" aria-label={words.value.bar}>
			{nowhere && panel === null ? (
				<p class="bar-help">
					<Icon node={MessageCircleQuestionMark} />
					{words.value.needHelp}
				</p>
			) : (
				<>
					<button
						type="button"
						class="button"
						disabled={busy}
						onClick={() => dispatch({ type: "back" })}
					>
						<Icon node={ArrowLeft} />
						{words.value.back}
					</button>
					<button
						type="button"
						class="button"
						disabled={nowhere || name === "home" || busy}
						onClick={() => dispatch({ type: "home" })}
					>
						<Icon node={House} />
						{words.value.home}
					</button>
				</>
			)}
			<ComfortButton busy={busy} />
			<LanguageButton busy={busy} />
		</nav>
	);
}

/** On every screen, since nobody knows beforehand where the letters will be too small. */
function ComfortButton({ busy }: { busy: boolean }) {
	const said = words.value.comfort;
	return (
		<button
			type="button"
			class="button bar-comfort"
			aria-expanded={parts.panel.value === "comfort"}
			disabled={busy}
			onClick={() => dispatch({ type: "panel-asked", panel: "comfort" })}
		>
			<Icon node={AArrowUp} />
			<span class="bar-comfort-long">{said.open}</span>
			<span class="bar-comfort-short">{said.openShort}</span>
			<Icon node={Accessibility} />
		</button>
	);
}
