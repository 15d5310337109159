import type { PrinterReason, PrinterStatus } from "../protocol/printing.ts";
import { firstReason, isDown, nextRollStep, type RollStep } from "../ui/roll-change.ts";

/** What the hub last said of each printer that this kiosk prints on; empty before it has said anything. */
export interface Printers {
	readonly [printerId: string]: {
		status: PrinterStatus;
		roll: RollStep | null;
		/** Since when the change of its roll stands at this step. */
		rollSinceMs: number;
	};
}

/** What there is to say of the printers before anybody chooses anything. */
export type PrinterNews =
	| { is: "well" }
	/** For staff: the paper is near its end. */
	| { is: "low" }
	/** For staff: the first one is down, the other prints. */
	| { is: "aside"; reason: PrinterReason }
	/** New paper was put in a moment ago. */
	| { is: "mended" }
	/** Nothing can be printed. */
	| { is: "cannot"; reason: PrinterReason; roll: RollStep | null };

export function printerHeard(printers: Printers, status: PrinterStatus, nowMs: number): Printers {
	const known = printers[status.id];
	const isOver = known?.roll === "new-paper" && nowMs - known.rollSinceMs >= mendedMs;
	const roll = nextRollStep(isOver ? null : (known?.roll ?? null), status);
	const rollSinceMs = known?.roll === roll ? known.rollSinceMs : nowMs;
	return { ...printers, [status.id]: { status, roll, rollSinceMs } };
}

export function printerNews(printers: Printers, nowMs: number): PrinterNews {
	const known = Object.values(printers);
	const reason = whyNoPaper(printers);
	if (reason !== null) {
		const roll = known.find((one) => one.roll !== null)?.roll ?? null;
		return { is: "cannot", reason, roll };
	}
	const down = firstReason(known.map(({ status }) => status));
	if (down !== null) return { is: "aside", reason: down };
	const isNew = known.some((one) => one.roll === "new-paper" && nowMs - one.rollSinceMs < mendedMs);
	if (isNew) return { is: "mended" };
	return known.some(({ status }) => status.state === "low") ? { is: "low" } : { is: "well" };
}

/** Why nothing can be printed; null while one of the printers can, and as long as none was heard of. */
export function whyNoPaper(printers: Printers): PrinterReason | null {
	const statuses = Object.values(printers).map(({ status }) => status);
	return statuses.every(isDown) ? firstReason(statuses) : null;
}

/** Long enough for whoever has put it in to look up. */
const mendedMs = 20_000;
