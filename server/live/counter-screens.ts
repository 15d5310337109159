import type { Change } from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import { servedAt } from "../queue/serving.ts";
import type { QueueState } from "../queue/state.ts";
import { counterScreenRow } from "../views/counter-screen.ts";
import { hallKey, hallRow, touchesHall } from "../views/hall-row.ts";
import type { ShownOffice } from "../views/service-rows.ts";
import { linesTouched } from "../views/view.ts";
import { changesOf, type Happened } from "./changes.ts";
import type { Noted } from "./history.ts";

/** The counters whose screens are here, and what each is told: of its own counter, of who is next there, and of the hall. */
export interface CounterScreens {
	enter(counterId: string): void;
	leave(counterId: string): void;
	/** Whether the event is about a counter whose screen is here. */
	isOwn(event: StampedEvent): boolean;
	rows(state: QueueState, counterId: string): { [key: string]: unknown };
	/** What events, all folded in, changed for each counter whose screen is here. */
	changes(
		state: QueueState,
		noted: readonly Noted[],
	): Iterable<[counterId: string, changes: readonly Change[]]>;
	/** What was told last may never have been: nothing is left out for having been told. */
	forget(): void;
}

const screenKey = "screen";

export function createCounterScreens(office: ShownOffice): CounterScreens {
	/** How many screens each counter has here. */
	const here = new Map<string, number>();
	/** Who stood as next when it was told last: lines move far more often than who is first. */
	const toldRow = new Map<string, string>();
	/** In the lines of which services somebody was kept for it when it was looked at last; it may serve none of those. */
	const keptIn = new Map<string, readonly string[]>();

	return {
		enter(counterId) {
			here.set(counterId, (here.get(counterId) ?? 0) + 1);
			// Its first rows may be newer than what was told last.
			toldRow.delete(counterId);
		},
		leave(counterId) {
			const left = (here.get(counterId) ?? 0) - 1;
			if (left > 0) here.set(counterId, left);
			else {
				here.delete(counterId);
				toldRow.delete(counterId);
				keptIn.delete(counterId);
			}
		},
		isOwn: (event) => "counterId" in event && here.has(event.counterId ?? ""),
		rows(state, counterId) {
			const screen = counterScreenRow(office.services, state, counterId);
			return { [hallKey]: hallRow(state), ...(screen && { [screenKey]: screen }) };
		},
		*changes(state, noted) {
			for (const counterId of here.keys()) {
				const before = keptIn.get(counterId) ?? [...state.lines.keys()];
				const now = linesKeeping(state, counterId);
				keptIn.set(counterId, now);
				const lines = new Set([...servedAt(state, counterId), ...before, ...now]);
				const happened = happenedAt(counterId, lines, state, noted);
				if (happened.length === 0) continue;
				const isMovedAlone = happened.every(({ about }) => about.type === "moved-up");
				const screen = counterScreenRow(office.services, state, counterId);
				const told = JSON.stringify(screen);
				const isKnown = toldRow.get(counterId) === told;
				toldRow.set(counterId, told);
				if (isMovedAlone && isKnown) continue;
				yield [
					counterId,
					changesOf(happened, "calls", (key) => (key === hallKey ? hallRow(state) : screen)),
				];
			}
		},
		forget() {
			toldRow.clear();
			keptIn.clear();
		},
	};
}

function linesKeeping(state: QueueState, counterId: string): string[] {
	return [...state.lines].flatMap(([serviceId, lanes]) =>
		lanes.some(({ reservedFor }) => reservedFor === counterId) ? [serviceId] : [],
	);
}

/** @param lines those out of which the counter calls */
function happenedAt(
	counterId: string,
	lines: ReadonlySet<string>,
	state: QueueState,
	noted: readonly Noted[],
): Happened[] {
	return noted.flatMap(({ event, about }): Happened[] => {
		if ("counterId" in event && event.counterId === counterId) {
			return [{ about, keys: [screenKey] }];
		}
		// A hall that stops calls nobody next.
		if (touchesHall(event)) return [{ about, keys: [hallKey, screenKey] }];
		if (!linesTouched(state, event).some((serviceId) => lines.has(serviceId))) return [];
		const { seq, at } = event;
		return [{ about: { seq, type: "moved-up", at }, keys: [screenKey] }];
	});
}
