import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { PrintAnswer, PrinterList } from "../protocol/printing.ts";
import { type Answer, api } from "../ui/api.ts";
import type { PrintersHeard } from "./staff-live.ts";

export interface FollowedPrinters {
	/** As the hub last told them; null before it has. */
	list: ReadonlySignal<PrinterList | null>;
	/** Whether the hub gave no answer when it was last asked. */
	stale: ReadonlySignal<boolean>;
	/** Does something with a printer, and looks at what has come of it. */
	act(printerId: string, what: PrinterAct): Promise<Answer<Partial<PrintAnswer>>>;
	stop(): void;
}

export type PrinterAct = "test" | "pause" | "resume" | "check";

/** What is printed shows here, and not every change of a job comes with a word of the printer's. */
const everyMs = 2_000;

/** Asks how the printers are again and again, and at once when one says something, for as long as somebody looks. */
export function followPrinters(
	heard: ReadonlySignal<PrintersHeard>,
	onSessionOver: () => void,
): FollowedPrinters {
	const list = signal<PrinterList | null>(null);
	const stale = signal(false);
	let stopped = false;
	const stopHearing = effect(() => {
		void heard.value;
		void ask();
	});
	const timer = setInterval(ask, everyMs);
	return {
		list,
		stale,
		async act(printerId, what) {
			const path = `/api/printers/${encodeURIComponent(printerId)}/${what}`;
			const got = await api<Partial<PrintAnswer>>("POST", path, {});
			if (!got.ok && got.status === 401) onSessionOver();
			else await ask();
			return got;
		},
		stop() {
			stopped = true;
			clearInterval(timer);
			stopHearing();
		},
	};

	async function ask(): Promise<void> {
		const got = await api<PrinterList>("GET", "/api/printers");
		if (stopped) return;
		stale.value = !got.ok;
		if (got.ok) list.value = got.value;
		else if (got.status === 401) onSessionOver();
	}
}
