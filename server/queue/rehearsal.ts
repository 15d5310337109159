import type { Command } from "./command.ts";
import { decide } from "./decide.ts";
import type { Event, QueueSettings, StampedEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import { lineOf } from "./order.ts";
import type { Result } from "./result.ts";
import { emptyState, type QueueState } from "./state.ts";

export const lan = { username: "lan", name: "Nguyễn Thị Lan" };
export const hung = { username: "hung", name: "Trần Văn Hùng" };
export const mai = { username: "mai", name: "Lê Thị Mai" };

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

/**
 * For tests: a day of a small office, driven command by command; every event is kept so that it can be folded again.
 * @param saw sees each event after it was folded in
 */
export function queueDay(
	settings: QueueSettings = communeSettings,
	saw: (state: QueueState, event: StampedEvent) => void = () => {},
) {
	const state: QueueState = emptyState();
	const events: StampedEvent[] = [];
	let tickets = 0;
	const clock = { nowMs: Date.UTC(2026, 10, 21, 1) };

	function apply(command: Command): Result<Event[]> {
		const decided = decide(state, command, {
			newTicketId: () => `phieu-${++tickets}`,
			now: clock.nowMs,
		});
		for (const event of decided.ok ? decided.value : []) {
			const seq = state.seq + 1;
			const at = new Date(clock.nowMs).toISOString();
			const stamped = { ...event, seq, at };
			events.push(stamped);
			evolve(state, stamped);
			saw(state, stamped);
		}
		// People take at least a second for anything.
		clock.nowMs += 1_000;
		return decided;
	}

	function issue(
		serviceId: string,
		more: Partial<Extract<Command, { type: "issue-ticket" }>>,
	): string {
		const decided = apply({
			type: "issue-ticket",
			serviceId,
			priorityClass: null,
			procedureCode: null,
			language: "vi",
			kioskId: null,
			...more,
		});
		const event = decided.ok && decided.value.find(({ type }) => type === "ticket-issued");
		return event && event.type === "ticket-issued" ? event.number : refusalOf(decided);
	}

	apply({ type: "open-day", day: "2026-11-21", settings });
	return {
		state,
		events,
		apply,
		/** Lets time pass. */
		wait(minutes: number): void {
			clock.nowMs += minutes * 60_000;
		},
		/** Lets time pass until then, milliseconds since 1970. */
		until(nowMs: number): void {
			clock.nowMs = Math.max(clock.nowMs, nowMs);
		},
		/** The numbers of who waits for a service, in calling order. */
		line: (serviceId: string): string[] =>
			[...lineOf(state, serviceId, clock.nowMs)].map(({ ticket }) => ticket.number),
		/** The time now, milliseconds since 1970. */
		now: () => clock.nowMs,
		/** Takes a number and says which. */
		issue: (serviceId: string, priorityClass: string | null = null) =>
			issue(serviceId, { priorityClass }),
		/** Takes one number for several services. */
		visit: (serviceId: string, visit: string[]) => issue(serviceId, { visit }),
		/** Takes one number for many files. */
		files: (serviceId: string, files: number) => issue(serviceId, { files }),
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
