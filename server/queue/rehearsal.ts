import type { Command } from "./command.ts";
import { decide } from "./decide.ts";
import type { Event, QueueSettings, StampedEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import type { Result } from "./result.ts";
import { emptyState, type QueueState } from "./state.ts";

export const lan = { username: "lan", name: "Nguyễn Thị Lan" };
export const hung = { username: "hung", name: "Trần Văn Hùng" };

export const communeSettings: QueueSettings = {
	digest: "1",
	services: [
		{ id: "ho-tich", prefix: "A" },
		{ id: "chung-thuc", prefix: "B" },
	],
	counters: [
		{ id: "quay-1", label: "1", services: ["ho-tich", "chung-thuc"] },
		{ id: "quay-2", label: "2", services: ["ho-tich"] },
	],
	priorityClasses: ["nguoi-cao-tuoi"],
};

/** For tests: a day of a small office, driven command by command; every event is kept so that it can be folded again. */
export function queueDay(settings: QueueSettings = communeSettings) {
	const state: QueueState = emptyState();
	const events: StampedEvent[] = [];
	let tickets = 0;
	const context = { newTicketId: () => `phieu-${++tickets}` };

	function apply(command: Command): Result<Event[]> {
		const decided = decide(state, command, context);
		for (const event of decided.ok ? decided.value : []) {
			const seq = state.seq + 1;
			const at = new Date(Date.UTC(2026, 10, 21, 1, 0, seq)).toISOString();
			const stamped = { ...event, seq, at };
			events.push(stamped);
			evolve(state, stamped);
		}
		return decided;
	}

	apply({ type: "open-day", day: "2026-11-21", settings });
	return {
		state,
		events,
		apply,
		/** Takes a number and says which. */
		issue(serviceId: string, priorityClass: string | null = null): string {
			const decided = apply({
				type: "issue-ticket",
				serviceId,
				priorityClass,
				procedureCode: null,
				language: "vi",
				kioskId: null,
			});
			const event = decided.ok ? decided.value[0] : undefined;
			return event?.type === "ticket-issued" ? event.number : refusalOf(decided);
		},
		open(counterId: string, officer = lan) {
			return apply({ type: "open-counter", counterId, officer, holdsMany: false, takeOver: false });
		},
		/** Calls the next and says whom: the number, null for nobody, or the refusal. */
		callNext(counterId: string, officer = lan, ifCurrent?: string | null): string | null {
			const decided = apply({
				type: "call-next",
				counterId,
				officer,
				...(ifCurrent !== undefined && { ifCurrent }),
			});
			if (!decided.ok) return refusalOf(decided);
			const called = decided.value.find((event) => event.type === "ticket-called");
			return called ? (state.tickets.get(called.ticketId)?.number ?? null) : null;
		},
	};
}

export function refusalOf(result: Result<unknown>): string {
	return result.ok ? "accepted" : result.refusal.code;
}
