import { type LedgerRecord, stampedEvents } from "../ledger/ledger.ts";
import type { StampedEvent } from "../queue/event.ts";
import { evolve } from "../queue/evolve.ts";
import { type CounterState, emptyState, type QueueState } from "../queue/state.ts";

/** An event with who brought it about and the state it left. */
export interface FoldedEvent {
	event: StampedEvent;
	by: string;
	/** The day as this event left it; the next changes it. */
	state: QueueState;
	/** How the counter that it is about stood before; null where it is about none. */
	former: CounterState | null;
}

/** The events of a day's records one by one, each folded in. */
export async function* foldedEvents(
	records: AsyncIterable<LedgerRecord>,
): AsyncGenerator<FoldedEvent> {
	const state = emptyState();
	for await (const record of records) {
		for (const event of stampedEvents(record)) {
			const counter = "counterId" in event ? state.counters.get(event.counterId ?? "") : undefined;
			const former = counter ? { ...counter } : null;
			evolve(state, event);
			yield { event, by: record.by, state, former };
		}
	}
}
