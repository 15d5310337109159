import { effect } from "@preact/signals";
import { render } from "preact";
import type { OfficeView } from "../protocol/office.ts";
import { keepAsking } from "../ui/ask-again.ts";
import { markDemo } from "../ui/demo-mark.ts";
import { setLanguage } from "../ui/language.ts";
import "../ui/theme.css";
import { staffWords } from "../words/staff.ts";
import { keepAddress } from "./address.ts";
import { App } from "./app.tsx";
import { draftsAreOf } from "./console/drafts.ts";
import { guardSamePress } from "./same-press.ts";
import { keepSession } from "./session.ts";
import { keepShade } from "./shade.ts";
import "./staff.css";
import "./way-in.css";
import "./pages.css";
import "./console/console.css";
import "./console/person.css";
import "./console/lines.css";
import "./console/questions.css";
import "./console/large.css";
import "./console/narrow.css";
import "./dark.css";

const address = keepAddress();
effect(() => {
	const { language } = address.place.value;
	setLanguage(language);
	document.title = `${staffWords[language].title} – Một Cửa`;
});

guardSamePress();
keepShade();
const sessions = keepSession();
effect(() => {
	const state = sessions.state.value;
	if (state.is === "in") draftsAreOf(state.session.account.username);
});

const office = keepAsking<OfficeView>("/api/office");
effect(() => markDemo(office.answer.value));
effect(() => {
	// Whoever has to sign in, or has, may stand before another hub than before.
	const { is } = sessions.state.value;
	if (is === "in" || is === "out") office.again();
});

const root = document.getElementById("app");
if (root) render(<App address={address} sessions={sessions} office={office} />, root);
