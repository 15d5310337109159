import type { Change, ChangeType } from "../../protocol/live.ts";
import type { SharedViewName } from "./shared-views.ts";

/** Changes that carry nothing but rows: nobody chimes or flashes at each of them, so that many may come as one. */
const carriesRowsAlone: ReadonlySet<ChangeType> = new Set(["issued", "moved-up"]);

/** Audiences that nobody chimes or flashes for: to them every change is its rows, whatever its type. */
const wantsRowsAlone: ReadonlySet<string> = new Set<SharedViewName>(["staff", "kiosk"]);

/**
 * Puts a change for a room behind those that wait, as one with the last of them where only the rows of both matter. Rows are
 * absolute, so the later one wins; everything else stays a change of its own, in order.
 */
export function addMerged(room: string, waiting: Change[], change: Change): void {
	const last = waiting.at(-1);
	const rowsAlone =
		wantsRowsAlone.has(room) || (last?.type === change.type && carriesRowsAlone.has(change.type));
	if (!last || !rowsAlone) {
		waiting.push(change);
		return;
	}
	waiting[waiting.length - 1] = { ...change, set: { ...last.set, ...change.set } };
}
