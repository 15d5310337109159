import { effect, type ReadonlySignal } from "@preact/signals";
import type { PrintAnswer, PrinterList } from "../protocol/printing.ts";
import type { Answer } from "../ui/api.ts";
import { type AskedAgain, askAgainAndAgain } from "./asked-again.ts";
import type { PrintersHeard } from "./staff-live.ts";

export interface FollowedPrinters extends Pick<AskedAgain<PrinterList>, "stale" | "stop"> {
	/** As the hub last told them; null before it has. */
	list: ReadonlySignal<PrinterList | null>;
	/** Does something with a printer, and looks at what has come of it. */
	act(printerId: string, what: PrinterAct): Promise<Answer<Partial<PrintAnswer>>>;
}

export type PrinterAct = "test" | "pause" | "resume" | "check";

/** What is printed shows here, and not every change of a job comes with a word of the printer's. */
const everyMs = 2_000;

/** Asks how the printers are again and again, and at once when one says something, for as long as somebody looks. */
export function followPrinters(
	heard: ReadonlySignal<PrintersHeard>,
	onSessionOver: () => void,
): FollowedPrinters {
	const asked = askAgainAndAgain<PrinterList>("/api/printers", everyMs, onSessionOver);
	const stopHearing = effect(() => {
		void heard.value;
		void asked.ask();
	});
	return {
		list: asked.now,
		stale: asked.stale,
		act: (printerId, what) =>
			asked.send(`/api/printers/${encodeURIComponent(printerId)}/${what}`, {}),
		stop() {
			asked.stop();
			stopHearing();
		},
	};
}
