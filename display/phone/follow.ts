import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { PhoneRow } from "../../protocol/live.ts";
import type { TicketAnswer, WaitRange } from "../../protocol/tickets.ts";
import { api } from "../../ui/api.ts";
import { setLanguage } from "../../ui/language.ts";
import { connectLive, type LiveState } from "../../ui/live.ts";
import { writtenTo } from "../../words/language.ts";
import { rowOfAnswer } from "./row-of-answer.ts";

export interface Followed {
	/** Null until the hub has said anything of the ticket. */
	row: ReadonlySignal<PhoneRow | null>;
	/** How long it still waits, minutes; null where nothing can be said, or what was said may be old. */
	wait: ReadonlySignal<WaitRange>;
	/** The hub knows no such ticket. */
	unknown: ReadonlySignal<boolean>;
	/** The hub did not answer the first question yet, or cannot be read. */
	unreachable: ReadonlySignal<boolean>;
	state: ReadonlySignal<LiveState>;
	refused: ReadonlySignal<boolean>;
}

const againMs = 3_000;

/** Follows one ticket: asks once for a first look, and listens for what becomes of it. */
export function follow(ticketId: string): Followed {
	const first = signal<PhoneRow | null>(null);
	const missing = signal(false);
	const unreachable = signal(false);
	const wait = signal<WaitRange>(null);
	const live = connectLive<PhoneRow>({
		view: "ticket",
		id: ticketId,
		onStatus: (status) => {
			if (status.topic === "wait") wait.value = status.wait;
		},
		onChange: ({ type }) => {
			// Felt in a pocket; a phone that cannot, or may not before it was touched, stays still.
			if (type === "called") navigator.vibrate?.([400, 200, 400]);
		},
	});
	/** Whether the live view has shown the ticket; from then on the first look is out of date. */
	const shownLive = signal(false);
	effect(() => {
		if (live.rows.value.ticket) shownLive.value = true;
	});
	/** On another day the hub's view holds the ticket no longer. */
	const isGone = computed(
		() => shownLive.value && live.state.value === "live" && !live.rows.value.ticket,
	);
	const unknown = computed(
		() => missing.value || isGone.value || live.refusal.value === "ticket/unknown",
	);
	effect(() => {
		if (unknown.value) live.close();
	});
	void ask();

	return {
		row: computed(() => live.rows.value.ticket ?? (shownLive.value ? null : first.value)),
		wait: computed(() => (live.state.value === "live" ? wait.value : null)),
		unknown,
		unreachable,
		state: live.state,
		refused: computed(() => live.refusal.value !== null),
	};

	async function ask(): Promise<void> {
		const got = await api<TicketAnswer>("GET", `/api/tickets/${encodeURIComponent(ticketId)}`);
		if (got.ok) {
			setLanguage(writtenTo(got.value.ticket.language));
			first.value = rowOfAnswer(got.value);
			unreachable.value = false;
		} else if (got.status === 404 || got.status === 400) {
			// An address that was cut short or mistyped names no ticket either.
			missing.value = true;
		} else {
			unreachable.value = true;
			if (live.rows.value.ticket === undefined) setTimeout(ask, againMs);
		}
	}
}
