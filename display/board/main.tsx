import { computed, effect, signal } from "@preact/signals";
import { render } from "preact";
import { type BoardRow, type Change, type Status, usualBoard } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { keepAsking } from "../../ui/ask-again.ts";
import { markDemo } from "../../ui/demo-mark.ts";
import { keepFitting } from "../../ui/fit-text.ts";
import { connectLive } from "../../ui/live.ts";
import { takeNewerPage } from "../../ui/newer-page.ts";
import { pageVersion } from "../../ui/page-version.ts";
import { keepPaired } from "../../ui/pairing.ts";
import "../../ui/theme.css";
import { keepPanelLit } from "../../ui/wake-lock.ts";
import "./board.css";
import "../flash.css";
import "./call-now.css";
import "./calls.css";
import "./strips.css";
import "./side.css";
import "./ticker.css";
import "./shapes.css";
import { SoundNotice } from "../announcer/sound-notice.tsx";
import { speakCalls } from "../announcer/speak-calls.ts";
import { Board } from "./board.tsx";
import { lightAsTheyCome } from "./lighting.ts";
import { setupOf } from "./setup.ts";
import { boardView, isWaitedFor } from "./view.ts";

/** By then a call has been seen, and heard to its end: a page that is loaded anew interrupts nobody. */
const restMs = 60_000;

const boardId = new URLSearchParams(location.search).get("board");
const place = boardId ?? usualBoard;
const office = keepAsking<OfficeView>("/api/office");
const setup = computed(() => setupOf(office.answer.value, place));
const pairing = keepPaired({ role: "board", place }, () => live.knock());
const voice = speakCalls(
	computed(() => {
		const told = office.answer.value;
		return told && !setup.value.sound ? { ...told, voice: { ...told.voice, volume: 0 } } : told;
	}),
);
const spotlight = lightAsTheyCome(voice.saying);
type Waits = Extract<Status, { topic: "waits" }>["services"];
const waits = signal<Waits>({});
/** By the steady clock. */
let calledAtMs = Number.NEGATIVE_INFINITY;
const live = connectLive<BoardRow>({
	view: "board",
	page: pageVersion(),
	...(boardId === null ? {} : { id: boardId }),
	onRefused: pairing.refused,
	onAdmitted() {
		pairing.admitted();
		// Perhaps a hub that was started anew, with other settings.
		office.again();
	},
	onChange(change) {
		if (change.type !== "called" || !isHeardHere(change)) return;
		calledAtMs = performance.now();
		const { counters } = boardView(live.rows.value, setup.value);
		// Of what was missed while the hub was away much is over by now: the rows know.
		if (!isWaitedFor(counters)(change.ticket?.number ?? "")) return;
		spotlight.take(change);
		voice.take(change);
	},
	onStatus(status) {
		if (status.topic === "waits") waits.value = status.services;
		// Settings were changed while it stood here.
		if (status.topic === "settings" && office.answer.value?.settingsVersion !== status.version) {
			office.again();
		}
	},
});

/** A call to a counter that this board is not for is no news here. */
function isHeardHere({ counter }: Change): boolean {
	return setup.value.counters?.has(counter?.id ?? "") ?? true;
}

// A call is over as soon as somebody has come, or its number has left the counter: nobody is invited any longer.
effect(() => {
	const { counters, stopped } = boardView(live.rows.value, setup.value);
	spotlight.keepOpen(isWaitedFor(counters));
	voice.keepCalled(counters, live.state.value !== "stale" && stopped === null);
});

/** Whoever comes without priority; of waits that may be old nothing is said. */
function waitOf(serviceId: string) {
	return live.state.value === "live" ? (waits.value[serviceId]?.[""] ?? null) : null;
}

const nowMs = signal(Date.now());
/** No change of the time of day disturbs it. */
const steadyMs = signal(performance.now());
setInterval(() => {
	nowMs.value = Date.now();
	steadyMs.value = performance.now();
}, 1_000);

keepPanelLit();
takeNewerPage(
	() => live.state.value === "live",
	() => steadyMs.value - calledAtMs > restMs,
);

const upright = matchMedia("(orientation: portrait)");
const isTall = signal(upright.matches);
upright.addEventListener("change", () => {
	isTall.value = upright.matches;
});

effect(() => {
	document.documentElement.lang = setup.value.language;
});

effect(() => markDemo(office.answer.value));

const root = document.getElementById("app");
if (root) {
	render(
		<>
			<Board
				live={live}
				pairing={pairing.shown}
				place={place}
				office={office.answer}
				setup={setup}
				spotlight={spotlight.lit}
				waitOf={waitOf}
				nowMs={nowMs}
				isTall={isTall}
			/>
			<SoundNotice sound={voice.sound} />
		</>,
		root,
	);
	keepFitting(root);
}
