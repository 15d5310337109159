import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { api, mayBeDone } from "../../ui/api.ts";
import { newRequestKey } from "../../ui/request-key.ts";
import type { Followed } from "./follow.ts";
import { mayGiveUp } from "./standing.ts";

/**
 * How far somebody is with giving the number up. `kept`: they were asked and thought better of it. `not-done`: the hub said no, in its words where it gave any. `unsure`: no answer came,
 * and it may have been done.
 */
export type GivingUp =
	| { is: "not-asked" | "asked" | "kept" | "busy" | "unsure" }
	| { is: "not-done"; detail: string | null };

export interface GivesUp {
	stands: ReadonlySignal<GivingUp>;
	/** Whether there is a question on the screen, or an answer to wait for. */
	isAsked: ReadonlySignal<boolean>;
	/** Asks whether it is meant. */
	ask(): void;
	keep(): void;
	giveUp(): void;
}

export function createGivesUp(ticketId: string, followed: Followed): GivesUp {
	const stands = signal<GivingUp>({ is: "not-asked" });
	/** Of a request whose answer was lost: it goes out again as it did, and is done once. */
	let key = newRequestKey();

	// Called to the counter, served, or given up from elsewhere: there is no longer a question.
	effect(() => {
		const row = followed.row.value;
		if (row !== null && !mayGiveUp(row.state)) stands.value = { is: "not-asked" };
	});

	return {
		stands,
		isAsked: computed(() => !["not-asked", "kept"].includes(stands.value.is)),
		ask: () => {
			stands.value = { is: "asked" };
		},
		keep: () => {
			if (stands.value.is !== "busy") stands.value = { is: "kept" };
		},
		giveUp: () => void giveUp(),
	};

	async function giveUp(): Promise<void> {
		if (stands.value.is === "busy") return;
		stands.value = { is: "busy" };
		const path = `/api/tickets/${encodeURIComponent(ticketId)}`;
		const got = await api<TicketAnswer>("DELETE", path, undefined, { key });
		if (got.ok) {
			followed.take(got.value);
			return;
		}
		const unsure = mayBeDone(got);
		if (!unsure) key = newRequestKey();
		const row = followed.row.value;
		if (row !== null && !mayGiveUp(row.state)) return;
		stands.value = unsure
			? { is: "unsure" }
			: { is: "not-done", detail: got.problem?.detail ?? null };
	}
}
