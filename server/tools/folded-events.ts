import { readDayFile } from "../ledger/day-file.ts";
import type { StampedEvent } from "../queue/event.ts";
import { evolve } from "../queue/evolve.ts";
import { emptyState, type QueueState } from "../queue/state.ts";

/** An event with who brought it about and the state it left. */
export interface FoldedEvent {
	event: StampedEvent;
	by: string;
	/** The day as this event left it; the next changes it. */
	state: QueueState;
}

/**
 * A day's events one by one, each folded in.
 * @throws {LedgerDamaged} at damage to what had been acknowledged, after what stands before it
 */
export async function* foldedEvents(file: string): AsyncGenerator<FoldedEvent> {
	const state = emptyState();
	for await (const { seq, at, by, events } of readDayFile(file)) {
		for (const [index, unstamped] of events.entries()) {
			const event: StampedEvent = { ...unstamped, seq: seq + index, at };
			evolve(state, event);
			yield { event, by, state };
		}
	}
}
