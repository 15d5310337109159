import "./number.css";
import { CircleCheck, Clock, Printer, TriangleAlert } from "lucide";
import type { PrintJob } from "../../protocol/printing.ts";
import { Icon } from "../../ui/icon.tsx";
import { inLanguage } from "../../words/language.ts";
import { Qr } from "../qr.tsx";
import { type NumberScreen, secondsLeft } from "../state.ts";
import { clockMs, dispatch, language, state, words } from "../store.ts";

/** The number, as large as the screen lets it, and what becomes of the paper. */
export function NumberShown({ at }: { at: NumberScreen }) {
	const { ticket, ahead, wait, followUrl, servedToday } = at.answer;
	return (
		<div class="screen number">
			<div class="number-card">
				<h1>{words.value.yourNumber}</h1>
				<p class="number-figure" style={{ "--letters": ticket.number.length }}>
					{ticket.number}
				</p>
				<p class="number-service">{inLanguage(ticket.serviceName, language.value)}</p>
				{ahead !== null && <p class="number-ahead">{words.value.ahead(ahead)}</p>}
				{wait !== null && <p>{words.value.wait(wait.lowMin, wait.highMin)}</p>}
			</div>
			{servedToday === false && <Late />}
			<Paper print={at.print} />
			<div class="number-follow">
				<Qr text={followUrl} />
				<p>{words.value.follow}</p>
			</div>
			<div class="number-end">
				<p class="number-seconds">
					{words.value.secondsLeft(secondsLeft(state.value, clockMs.value) ?? 0)}
				</p>
				<button
					type="button"
					class="button button-primary"
					onClick={() => dispatch({ type: "start-over" })}
				>
					{words.value.done}
				</button>
			</div>
		</div>
	);
}

/** Who takes one of the last numbers is told the truth with it. */
export function Late() {
	return (
		<div class="notice notice-care" role="status">
			<Icon node={Clock} />
			<div>
				<strong>{words.value.maybeNotServed}</strong>
				<p>{words.value.maybeNotServedHint}</p>
			</div>
		</div>
	);
}

/** How the paper stands, in words and with a sign: colour alone says nothing. */
function Paper({ print }: { print: PrintJob | null }) {
	const { icon, tone, title, hint } = paperSaid(print);
	return (
		<div class={`notice ${tone}`} role="status">
			<Icon node={icon} />
			<div>
				<strong>{title}</strong>
				{hint !== null && <p>{hint}</p>}
			</div>
		</div>
	);
}

function paperSaid(print: PrintJob | null) {
	const said = words.value;
	switch (print?.state) {
		case undefined:
			return { icon: TriangleAlert, tone: "notice-care", title: said.withoutPaper, hint: null };
		case "queued":
		case "printing":
			return { icon: Printer, tone: "", title: said.printing, hint: said.printingHint };
		case "confirmed":
			return {
				icon: CircleCheck,
				tone: "notice-good",
				title: said.printed,
				hint: said.printedHint,
			};
		case "unconfirmed":
			return {
				icon: TriangleAlert,
				tone: "notice-care",
				title: said.maybePrinted,
				hint: said.maybePrintedHint,
			};
		case "failed":
		case "blocked":
			return {
				icon: TriangleAlert,
				tone: "notice-wrong",
				title: said.notPrinted,
				hint: said.notPrintedHint,
			};
	}
}
