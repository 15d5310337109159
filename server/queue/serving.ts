import type { QueueState } from "./state.ts";

/** The services out of whose lines a counter calls now: those its officer has chosen of the counter's own, else all of them. */
export function servedAt(state: QueueState, counterId: string): readonly string[] {
	const own = state.settings.counters.find(({ id }) => id === counterId)?.services ?? [];
	const chosen = state.counters.get(counterId)?.chosen ?? null;
	if (chosen === null) return own;
	const left = own.filter((id) => chosen.includes(id));
	// Other settings may have taken away all that was chosen.
	return left.length > 0 ? left : own;
}
