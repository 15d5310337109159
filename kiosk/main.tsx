import { effect } from "@preact/signals";
import { render } from "preact";
import "../ui/theme.css";
import "./kiosk.css";
import { setLanguage } from "../ui/language.ts";
import { App } from "./app.tsx";
import { followOffice } from "./office.ts";
import { dispatch, language, startClock } from "./store.ts";
import { behaveAsKiosk } from "./touch.ts";

effect(() => setLanguage(language.value));
behaveAsKiosk(() => dispatch({ type: "touched" }));
startClock();
followOffice();

const place = document.getElementById("kiosk");
if (place === null) throw new Error("index.html has no place for the kiosk");
render(<App />, place);
