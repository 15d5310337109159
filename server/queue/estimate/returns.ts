import type { Ticket } from "../ticket.ts";

/** Somebody who will stand in a line again. */
interface Returning<To> {
	atMs: number;
	to: To;
	ticket: Ticket;
}

/** Those of a run who will come back to a line: from another service, or from mending a form. They are few. */
export interface Returns<To> {
	begin(): void;
	add(one: Returning<To>): void;
	/** Lets in who is back by then. */
	admit(untilMs: number): void;
	/** When the next of these lanes is back; infinite: nobody. */
	nextMs(among: readonly To[]): number;
}

export function createReturns<To>(comes: (one: Returning<To>) => void): Returns<To> {
	let away: Returning<To>[] = [];
	let soonestMs = Number.POSITIVE_INFINITY;

	return {
		begin() {
			away = [];
			soonestMs = Number.POSITIVE_INFINITY;
		},
		add(one) {
			away.push(one);
			soonestMs = Math.min(soonestMs, one.atMs);
		},
		admit(untilMs) {
			if (soonestMs > untilMs) return;
			const still: Returning<To>[] = [];
			soonestMs = Number.POSITIVE_INFINITY;
			for (const one of away) {
				if (one.atMs <= untilMs) comes(one);
				else {
					still.push(one);
					soonestMs = Math.min(soonestMs, one.atMs);
				}
			}
			away = still;
		},
		nextMs(among) {
			let nextMs = Number.POSITIVE_INFINITY;
			for (const { atMs, to } of away) if (among.includes(to)) nextMs = Math.min(nextMs, atMs);
			return nextMs;
		},
	};
}
