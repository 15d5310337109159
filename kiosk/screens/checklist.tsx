import { CircleCheck, Printer, TriangleAlert } from "lucide";
import type { Procedure } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { isUnderWay, type Checklist as Printing } from "../checklist.ts";
import { cutOff, kiosk, office, printerName } from "../office.ts";
import { printChecklist } from "../print.ts";
import { whyNoPaper } from "../printers.ts";
import { parts, words } from "../store.ts";

/** Prints what one needs to take home. Left out where the kiosk has no printer. */
export function ChecklistButton({ procedure }: { procedure: Procedure }) {
	const said = words.value.checklist;
	const printers = parts.printers.value;
	const checklist = parts.checklist.value;
	const why = whyNoPaper(printers);
	const hasPrinter = office.value?.printers.some(({ id }) => id === kiosk.value?.printerId);
	if (hasPrinter !== true) return null;
	return (
		<div class="checklist">
			<button
				type="button"
				class="button button-choice"
				disabled={why !== null || cutOff.value || isUnderWay(checklist)}
				aria-describedby="checklist-said"
				onClick={() => void printChecklist(procedure.code)}
			>
				<Icon node={Printer} />
				{said.print}
			</button>
			<div id="checklist-said" role="status">
				{checklist !== null ? (
					<Said checklist={checklist} />
				) : (
					why !== null && <Line wrong said={words.value.printer.reasons[why]} />
				)}
			</div>
		</div>
	);
}

function Said({ checklist }: { checklist: Printing }) {
	const said = words.value.checklist;
	const { reasons } = words.value.printer;
	if (checklist.state === "asking") return <Line said={said.asking} />;
	if (checklist.state === "refused") return <Line wrong said={checklist.detail ?? said.unheard} />;
	const { state, reason, printerId } = checklist.print;
	const why = reason === undefined ? "" : ` ${reasons[reason]}`;
	switch (state) {
		case "queued":
		case "printing":
			return <Line said={said.printing} />;
		case "confirmed":
			return <Line good said={elsewhere(printerId) ?? said.ready} />;
		case "unconfirmed":
			return <Line wrong said={said.uncertain} />;
		case "blocked":
			return <Line wrong said={reasons[reason ?? "error"]} />;
		case "failed":
			return <Line wrong said={said.failed + why} />;
	}
}

/** Where to look for what is not printed on the kiosk's own printer. */
function elsewhere(printerId: string | undefined): string | null {
	const name = printerName(printerId ?? null);
	return name === null ? null : words.value.checklist.elsewhere(name);
}

function Line({ said, good, wrong }: { said: string; good?: true; wrong?: true }) {
	return (
		<p
			class={good ? "checklist-said is-good" : wrong ? "checklist-said is-care" : "checklist-said"}
		>
			<Icon node={good ? CircleCheck : wrong ? TriangleAlert : Printer} />
			<span>{said}</span>
		</p>
	);
}
