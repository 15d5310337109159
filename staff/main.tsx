import { effect } from "@preact/signals";
import { render } from "preact";
import type { OfficeView } from "../protocol/office.ts";
import { askUntilAnswered } from "../ui/ask-again.ts";
import { setLanguage } from "../ui/language.ts";
import "../ui/theme.css";
import { staffWords } from "../words/staff.ts";
import { keepAddress } from "./address.ts";
import { App } from "./app.tsx";
import { keepSession } from "./session.ts";
import "./staff.css";
import "./way-in.css";
import "./console.css";
import "./lines.css";
import "./pages.css";
import "./narrow.css";

const address = keepAddress();
effect(() => {
	const { language } = address.place.value;
	setLanguage(language);
	document.title = `${staffWords[language].title} – Một Cửa`;
});

const root = document.getElementById("app");
if (root) {
	const office = askUntilAnswered<OfficeView>("/api/office");
	render(<App address={address} sessions={keepSession()} office={office} />, root);
}
