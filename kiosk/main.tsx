import { effect } from "@preact/signals";
import { render } from "preact";
import "../ui/theme.css";
import "./kiosk.css";
import { markDemo } from "../ui/demo-mark.ts";
import { keepPanelLit } from "../ui/wake-lock.ts";
import { App } from "./app.tsx";
import { followComfort } from "./comfort-marks.ts";
import { followFocus } from "./focus.ts";
import { listenToEscape } from "./keys.ts";
import { followLanguages } from "./languages.ts";
import { loadLater, whenLater } from "./later-screens.ts";
import { followOffice, office } from "./office.ts";
import { listenToReader } from "./reader.ts";
import { guardSecondPress } from "./second-press.ts";
import { warnWithoutSecureContext } from "./secure-context.ts";
import { dispatch, language, startClock } from "./store.ts";
import { behaveAsKiosk } from "./touch.ts";

/** An empty screen is looked at no longer than this. */
const patienceMs = 500;

// The hub's answers go by it as well.
effect(() => {
	document.documentElement.lang = language.value;
});
effect(() => markDemo(office.value));
followComfort();
behaveAsKiosk((key) => dispatch({ type: "touched", key }));
guardSecondPress();
listenToReader();
keepPanelLit();
warnWithoutSecureContext();
listenToEscape();
startClock();
const known = followOffice();
followLanguages();

const place = document.getElementById("kiosk");
if (place === null) throw new Error("index.html has no place for the kiosk");
followFocus(place);
// The office is mostly here with the page: to draw once with it is sooner than to draw twice.
void Promise.race([known, new Promise((over) => setTimeout(over, patienceMs))]).then(() => {
	render(<App />, place);
	// After the first paint, so that nothing is before it.
	requestAnimationFrame(() => setTimeout(loadLater));
});
void whenLater.then((later) => {
	later.keepRenewed();
	later.followLostAnswers();
});
