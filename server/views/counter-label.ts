import type { QueueState } from "../queue/state.ts";

/** What stands over the counter: its label in the settings of the day. */
export function counterLabel(state: QueueState, counterId: string): string {
	return state.settings.counters.find(({ id }) => id === counterId)?.label ?? counterId;
}
