import "./start.css";
import { Pointer } from "lucide";
import type { OfficeView } from "../../protocol/office.ts";
import { Icon } from "../../ui/icon.tsx";
import { inLanguage } from "../../words/language.ts";
import { whyShut } from "../../words/opening.ts";
import { DoorMark } from "../door-mark.tsx";
import { office } from "../office.ts";
import { PaperOnStart } from "../printer-news.tsx";
import { dispatch, language, words } from "../store.ts";

/** The whole screen is one button. */
export function Start() {
	const told = office.value;
	const name = told === null ? "" : inLanguage(told.name, language.value);
	const closed = told === null ? null : closedInWords(told);
	return (
		<>
			<h1 class="unseen">{name}</h1>
			<p class="unseen">{words.value.startHint}</p>
			<button
				type="button"
				class="start"
				aria-label={words.value.touchToStart}
				aria-describedby="start-news"
				onClick={() => dispatch({ type: "open", screen: { name: "home" } })}
			>
				<span class="start-office">
					<DoorMark />
					{name}
				</span>
				<span class="start-touch">
					<Icon node={Pointer} />
					{words.value.touchToStart}
				</span>
				<span id="start-news" class="start-news">
					<PaperOnStart />
				</span>
				<span class="start-hint">{closed ?? words.value.startHint}</span>
			</button>
		</>
	);
}

/** Whoever comes too early reads it before they touch anything. */
function closedInWords({ opening, timeZone }: OfficeView): string | null {
	const { why, reason, next } = opening;
	const now = new Date().toISOString();
	return whyShut({ shut: why, reason, next }, now, timeZone, language.value);
}
