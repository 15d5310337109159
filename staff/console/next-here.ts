import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { NextAnswer, QueuePlace } from "../../protocol/staff.ts";
import { api } from "../../ui/api.ts";

/** Changes come in bundles: a call touches a counter, a line and two services. */
const pauseMs = 120;

export interface NextHere {
	/** Whom this counter would call now; null where that is nobody, or not known. */
	next: ReadonlySignal<QueuePlace | null>;
	stop(): void;
}

/**
 * Asks whom a counter would call, across its services and with those that are kept for it, whenever something has changed.
 * @param stamp what it hangs on, as one text; null while nobody would be called there
 */
export function keepNextHere(counterId: string, stamp: () => string | null): NextHere {
	const next = signal<QueuePlace | null>(null);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let turn = 0;
	const stopWatching = effect(() => {
		const own = ++turn;
		clearTimeout(timer);
		if (stamp() === null) next.value = null;
		else timer = setTimeout(() => void ask(own), pauseMs);
	});
	return {
		next,
		stop() {
			turn = -1;
			clearTimeout(timer);
			stopWatching();
		},
	};

	async function ask(own: number): Promise<void> {
		const path = `/api/counters/${encodeURIComponent(counterId)}/next`;
		const got = await api<NextAnswer>("GET", path);
		if (own === turn && got.ok) next.value = got.value.next;
	}
}
