import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { api } from "../../ui/api.ts";

/** Changes come in bundles: a call touches a counter, a line and two services. */
const pauseMs = 120;

export interface Fresh<Answer> {
	/** As the hub last told it; null where nothing is to be asked, or nothing is known yet. */
	now: ReadonlySignal<Answer | null>;
	stop(): void;
}

/**
 * Asks the hub anew whenever something has changed; what it said before stands until it has answered.
 * @param stamp what the answer hangs on, as one text; null while there is nothing to ask
 */
export function keepFresh<Answer>(path: string, stamp: () => string | null): Fresh<Answer> {
	const now = signal<Answer | null>(null);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let turn = 0;
	const stopWatching = effect(() => {
		const own = ++turn;
		clearTimeout(timer);
		if (stamp() === null) now.value = null;
		else timer = setTimeout(() => void ask(own), pauseMs);
	});
	return {
		now,
		stop() {
			turn = -1;
			clearTimeout(timer);
			stopWatching();
		},
	};

	async function ask(own: number): Promise<void> {
		const got = await api<Answer>("GET", path);
		if (own === turn && got.ok) now.value = got.value;
	}
}
