import type { Office } from "../config/office.ts";
import type { Ticket as TicketOnWire } from "../protocol/tickets.ts";
import type { Command } from "../server/queue/command.ts";
import { decide } from "../server/queue/decide.ts";
import type { Event } from "../server/queue/event.ts";
import { evolve } from "../server/queue/evolve.ts";
import { emptyState, type QueueState } from "../server/queue/state.ts";
import { queueSettings } from "../server/queue-settings.ts";
import { ticketOnWire } from "../server/views/ticket.ts";
import type { Desk, Hall, Told } from "./hall.ts";
import type { LifeClock } from "./life.ts";

/** For tests: a hall that is the bare queue, on a clock that jumps from one happening to the next. */
export interface RehearsalHall {
	hall: Hall;
	clock: LifeClock;
	state: QueueState;
	/** Everything that has happened, by its type. */
	counts: Map<Event["type"], number>;
	/** Puts a command as somebody real would; null where it is refused. */
	put(command: Command): Event[] | null;
}

/**
 * @param everyMs how often `onTick` is told
 */
export function rehearsalHall(
	office: Office,
	{ fromMs, toMs, everyMs }: { fromMs: number; toMs: number; everyMs: number },
	onTick: (rehearsed: RehearsalHall, nowMs: number) => void,
	over: AbortController,
): RehearsalHall {
	const state = emptyState();
	const counts = new Map<Event["type"], number>();
	let nowMs = fromMs;
	let tickMs = fromMs;
	let tickets = 0;

	function decideNow(command: Command): Told<Event[]> {
		const decided = decide(state, command, {
			now: nowMs,
			newTicketId: () => `phieu-${++tickets}`,
		});
		if (!decided.ok) return { ok: false, code: decided.refusal.code };
		for (const event of decided.value) {
			evolve(state, { seq: state.seq + 1, at: new Date(nowMs).toISOString(), ...event });
			counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
		}
		return { ok: true, value: decided.value };
	}

	function onWire(ticketId: string | undefined): TicketOnWire {
		const ticket = state.tickets.get(ticketId ?? "");
		if (!ticket) throw new Error(`there is no ticket ${ticketId}`);
		return ticketOnWire(office.services, state, ticket);
	}

	async function about(command: Command & { ticketId: string }): Promise<Told<TicketOnWire>> {
		const done = decideNow(command);
		return done.ok ? { ok: true, value: onWire(command.ticketId) } : done;
	}

	const at = ({ counterId, officer }: Desk) => ({
		counterId,
		officer: { username: officer, name: officer },
	});

	const hall: Hall = {
		async take({ serviceId, priorityClass = null, files, visit }) {
			const done = decideNow({
				type: "issue-ticket",
				serviceId,
				priorityClass,
				procedureCode: null,
				language: "vi",
				kioskId: null,
				...(files !== undefined && { files }),
				...(visit !== undefined && { visit }),
			});
			if (!done.ok) return done;
			const issued = done.value.find((event) => event.type === "ticket-issued");
			return { ok: true, value: onWire(issued?.ticketId) };
		},
		giveUp: async (ticketId) => decideNow({ type: "give-up", ticketId }),
		async lines() {
			const all = [...state.tickets.values()];
			return {
				ok: true,
				value: {
					waiting: all.filter((one) => one.state === "waiting"),
					aside: all
						.filter((one) => one.state === "parked" || one.state === "missed")
						.map(({ id }) => id),
				},
			};
		},
		enterSlip: async () => ({ ok: true, value: null }),
		open: async (desk) =>
			decideNow({ type: "open-counter", ...at(desk), holdsMany: false, takeOver: false }),
		pause: async (desk) => decideNow({ type: "pause-counter", ...at(desk) }),
		async callNext(desk) {
			const done = decideNow({ type: "call-next", ...at(desk) });
			if (!done.ok) return done;
			const called = done.value.find((event) => event.type === "ticket-called");
			return { ok: true, value: called ? onWire(called.ticketId) : null };
		},
		act: (desk, act, ticketId) => about({ type: act, ...at(desk), ticketId }),
		park: (desk, ticketId) => about({ type: "park", ...at(desk), ticketId }),
		transfer: (desk, ticketId, toServiceId) =>
			about({ type: "transfer", ...at(desk), ticketId, toServiceId }),
		comeBack: (desk, act, ticketId) => about({ type: act, ...at(desk), ticketId }),
	};
	decideNow({ type: "open-day", day: "2027-01-04", settings: queueSettings(office) });
	const rehearsed: RehearsalHall = {
		hall,
		state,
		counts,
		put(command) {
			const done = decideNow(command);
			return done.ok ? done.value : null;
		},
		clock: {
			nowMs: () => nowMs,
			async until(atMs) {
				while (tickMs + everyMs <= atMs && !over.signal.aborted) {
					tickMs += everyMs;
					nowMs = tickMs;
					onTick(rehearsed, nowMs);
					if (nowMs >= toMs) over.abort();
				}
				nowMs = Math.max(nowMs, atMs);
			},
		},
	};
	return rehearsed;
}
