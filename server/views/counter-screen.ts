import type { CounterScreenRow } from "../../protocol/live.ts";
import { chooseNext } from "../queue/order.ts";
import { servedAt } from "../queue/serving.ts";
import type { CounterState, QueueState } from "../queue/state.ts";
import { counterLabel } from "./counter-label.ts";
import { markOfTicket } from "./last-call.ts";
import type { NamedService } from "./service-rows.ts";

/** What stands over a counter: whom it serves and who will probably be next. Null where there is no such counter. */
export function counterScreenRow(
	services: readonly NamedService[],
	state: QueueState,
	id: string,
): CounterScreenRow | null {
	const counter = state.counters.get(id);
	if (!counter) return null;
	const nameOf = (serviceId: string) => services.find((one) => one.id === serviceId)?.name;
	const current = state.tickets.get(counter.currentTicketId ?? "");
	return {
		kind: "screen",
		id,
		label: counterLabel(state, id),
		status: counter.status,
		services: servedAt(state, id).flatMap((serviceId) => nameOf(serviceId) ?? []),
		current: current
			? {
					number: current.number,
					state: current.state,
					serviceName: nameOf(current.serviceId) ?? {
						vi: current.serviceId,
						en: current.serviceId,
					},
					callCount: current.callCount,
					...markOfTicket(state, current),
				}
			: null,
		next: nextAt(state, counter),
	};
}

/** Whoever would be called now. Another counter may be quicker, and somebody may come who goes before. */
function nextAt(state: QueueState, { id, status, turns }: CounterState): string | null {
	if (status !== "open" || state.hall.stopped !== null) return null;
	const caller = { services: servedAt(state, id), turns, counterId: id };
	return chooseNext(state, caller, state.clockMs)?.ticket.number ?? null;
}
