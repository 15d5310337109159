import type { PrinterReason, PrinterStatus } from "../protocol/printing.ts";

/** How far the change of a printer's roll has come, by the printer's own word. */
export type RollStep = "near-end" | "out" | "cover-open" | "new-paper";

/**
 * The step after the next word of the printer; null where no roll is being changed. A cover that is opened while there is
 * paper enough is no change of the roll. `new-paper` stays until somebody has seen to it, since the printer says no more
 * of it: a cover that is opened again meanwhile is still the same change.
 */
export function nextRollStep(
	before: RollStep | null,
	{ state, reasons }: Pick<PrinterStatus, "state" | "reasons">,
): RollStep | null {
	if (reasons.includes("cover-open")) {
		return reasons.includes("paper-out") || before !== null ? "cover-open" : null;
	}
	if (reasons.includes("paper-out")) return "out";
	// Whoever switches it off to change the roll, or pauses it meanwhile, is still changing it.
	if (state === "blocked" || state === "offline") return before;
	if (reasons.includes("paper-low")) return "near-end";
	return before === null || before === "near-end" ? null : "new-paper";
}

/** Whether it prints nothing until somebody has seen to it. */
export function isDown({ state }: Pick<PrinterStatus, "state">): boolean {
	return state === "blocked" || state === "offline";
}

/** What to say first of all that is not well: what a hand can mend at once. Null of a printer that prints. */
export function firstReason(statuses: readonly PrinterStatus[]): PrinterReason | null {
	const down = statuses.filter(isDown);
	const reasons = down.flatMap((status) => status.reasons);
	const [any] = down;
	if (any === undefined) return null;
	return (
		inOrder.find((one) => reasons.includes(one)) ?? (any.state === "offline" ? "offline" : "error")
	);
}

const inOrder: readonly PrinterReason[] = [
	"cover-open",
	"paper-out",
	"cutter",
	"error",
	"paused",
	"offline",
	"unreachable",
	"timeout",
	"closed",
];
