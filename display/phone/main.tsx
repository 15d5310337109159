import { effect, signal } from "@preact/signals";
import { render } from "preact";
import type { Language, OfficeView } from "../../protocol/office.ts";
import { askUntilAnswered } from "../../ui/ask-again.ts";
import { markDemo } from "../../ui/demo-mark.ts";
import { keptTexts } from "../../ui/kept-text.ts";
import { setLanguage } from "../../ui/language.ts";
import { takeNewerPage } from "../../ui/newer-page.ts";
import "../../ui/theme.css";
import { keepPanelLit } from "../../ui/wake-lock.ts";
import { writtenTo } from "../../words/language.ts";
import { alertOf, isSoon, toldFrom, toText } from "./alerts.ts";
import { createBell } from "./bell.ts";
import { follow } from "./follow.ts";
import { createGivesUp } from "./giving-up.ts";
import "./phone.css";
import { Phone } from "./phone.tsx";
import { isOver } from "./standing.ts";
import { keepTabTitle } from "./tab-title.ts";

/** Nobody is about to touch a page that nobody has touched for so long. */
const aloneMs = 30_000;

// As it stands in the address: what is no ticket's id is none in any spelling.
const ticketId = location.pathname.split("/")[2] ?? "";
const root = document.getElementById("app");
if (root) {
	const kept = keptTexts(`ticket:${ticketId}`, () => sessionStorage);
	const chosen = kept.read("language");
	if (chosen !== null) setLanguage(writtenTo(chosen));
	const followed = follow(ticketId, {
		onFound: ({ ticket }) => {
			if (kept.read("language") === null) setLanguage(writtenTo(ticket.language));
		},
	});
	const bell = createBell();
	const givesUp = createGivesUp(ticketId, followed);
	const office = askUntilAnswered<OfficeView>("/api/office");
	effect(() => markDemo(office.value));

	let told = toldFrom(kept.read("told"));
	let wasCalled = false;
	effect(() => {
		const row = followed.row.value;
		if (row === null || followed.unknown.value) return;
		const news = alertOf(told, row);
		told = news.told;
		kept.keep("told", toText(told));
		if (news.alert !== null) bell.ring(news.alert);
		else if (wasCalled && row.state !== "called") bell.hush();
		wasCalled = row.state === "called";
	});

	// A phone that sleeps rings nothing: its panel stays lit while somebody waits to hear it, and where it is almost time.
	keepPanelLit(() => {
		const row = followed.row.value;
		if (row === null || followed.unknown.value || isOver(row.state)) return false;
		if (row.state === "called" || isSoon(row)) return true;
		return bell.state.value === "on" && row.state !== "serving";
	});

	const isAlone = signal(true);
	let untilAlone: ReturnType<typeof setTimeout> | undefined;
	const touched = () => {
		bell.hush();
		isAlone.value = false;
		clearTimeout(untilAlone);
		untilAlone = setTimeout(() => {
			isAlone.value = true;
		}, aloneMs);
	};
	// Before what is touched does its own: to turn the bell on is to hear it.
	document.addEventListener("click", touched, true);
	takeNewerPage(
		() => followed.state.value === "live",
		() => {
			const state = followed.row.value?.state;
			// Loaded anew the page may not sound before it is touched again.
			const isHeard = bell.state.value === "on" && !(state && isOver(state));
			const wouldBeMissed = state === "called" || isHeard;
			return isAlone.value && !givesUp.isAsked.value && !wouldBeMissed;
		},
	);

	keepTabTitle(followed);
	const chooseLanguage = (next: Language) => {
		setLanguage(next);
		kept.keep("language", next);
	};
	// What the page shows before this runs has had its day. All of so small a page is drawn whenever a signal changes that it reads, so it does
	// without what binds signals to components, and without hooks: scripts/build.mjs leaves both out.
	root.textContent = "";
	effect(() => {
		render(<Phone {...{ followed, office, bell, givesUp, chooseLanguage }} />, root);
	});
}
