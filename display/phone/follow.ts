import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Stopped } from "../../protocol/hall.ts";
import type { HallRow, PhoneRow } from "../../protocol/live.ts";
import type { TicketAnswer, WaitRange } from "../../protocol/tickets.ts";
import { api } from "../../ui/api.ts";
import { connectLive, type LiveState } from "../../ui/live.ts";
import { rowOfAnswer } from "./row-of-answer.ts";

export interface Followed {
	/** Null until the hub has said anything of the ticket. */
	row: ReadonlySignal<PhoneRow | null>;
	/** The last row there was, also where the ticket is not known any longer. */
	last: ReadonlySignal<PhoneRow | null>;
	/** Why everything in the hall stands still; null while it goes on, and where nothing is known of it. */
	stopped: ReadonlySignal<Stopped | null>;
	/** How long it still waits, minutes; null where nothing can be said, or what was said may be old. */
	wait: ReadonlySignal<WaitRange>;
	/** It came to the service it waits for from another one, while it was followed. */
	moved: ReadonlySignal<boolean>;
	/** The hub knows no such ticket, or no longer. */
	unknown: ReadonlySignal<boolean>;
	/** The hub did not answer the first question yet, or cannot be read. */
	unreachable: ReadonlySignal<boolean>;
	state: ReadonlySignal<LiveState>;
	/** When what is shown was last known to be right, ISO 8601 by the phone's own clock; null while it is. */
	staleSince: ReadonlySignal<string | null>;
	refused: ReadonlySignal<boolean>;
	/** Takes in how the ticket stands by an answer that the hub gave otherwise. */
	take(answer: TicketAnswer): void;
}

export interface FollowOptions {
	/** The first answer has come: only it says in which language the ticket was taken. */
	onFound: (answer: TicketAnswer) => void;
}

const againMs = 3_000;

/** Follows one ticket: asks once for a first look, and listens for what becomes of it. */
export function follow(ticketId: string, { onFound }: FollowOptions): Followed {
	const first = signal<PhoneRow | null>(null);
	/** Newer than what the live view has shown, until that shows something else. */
	const answered = signal<PhoneRow | null>(null);
	const missing = signal(false);
	const unreachable = signal(false);
	const wait = signal<WaitRange>(null);
	const moved = signal(false);
	const staleSince = signal<string | null>(null);
	const live = connectLive<PhoneRow | HallRow>({
		view: "ticket",
		id: ticketId,
		onStatus: (status) => {
			if (status.topic === "wait") wait.value = status.wait;
		},
	});
	/** Whether the live view has shown the ticket; from then on the first look is out of date. */
	const shownLive = signal(false);
	const ownRow = computed(() => {
		const { ticket } = live.rows.value;
		return ticket?.kind === "ticket" ? ticket : null;
	});
	effect(() => {
		if (ownRow.value) shownLive.value = true;
		answered.value = null;
	});
	/** On another day the hub's view holds the ticket no longer. */
	const isGone = computed(() => shownLive.value && live.state.value === "live" && !ownRow.value);
	const unknown = computed(
		() => missing.value || isGone.value || live.refusal.value === "ticket/unknown",
	);
	effect(() => {
		if (unknown.value) live.close();
	});
	const row = computed(
		() => answered.value ?? ownRow.value ?? (shownLive.value ? null : first.value),
	);
	const last = signal<PhoneRow | null>(null);
	effect(() => {
		const now = row.value;
		if (now === null) return;
		const before = last.peek();
		if (before !== null && before.serviceId !== now.serviceId) moved.value = true;
		else if (now.state !== "waiting") moved.value = false;
		last.value = now;
	});
	effect(() => {
		const isStale = live.state.value === "stale";
		if (!isStale) staleSince.value = null;
		else staleSince.value = staleSince.peek() ?? new Date().toISOString();
	});
	void ask();

	return {
		row,
		last,
		stopped: computed(() => {
			const { hall } = live.rows.value;
			return hall?.kind === "hall" ? hall.stopped : null;
		}),
		wait: computed(() => (live.state.value === "live" ? wait.value : null)),
		moved,
		unknown,
		unreachable,
		state: live.state,
		staleSince,
		refused: computed(() => live.refusal.value !== null),
		take: (answer) => {
			answered.value = rowOfAnswer(answer);
		},
	};

	async function ask(): Promise<void> {
		const got = await api<TicketAnswer>("GET", `/api/tickets/${encodeURIComponent(ticketId)}`);
		if (got.ok) {
			onFound(got.value);
			first.value = rowOfAnswer(got.value);
			unreachable.value = false;
		} else if (got.status === 404 || got.status === 400) {
			// An address that was cut short or mistyped names no ticket either.
			missing.value = true;
		} else {
			unreachable.value = true;
			setTimeout(ask, againMs);
		}
	}
}
