import { type ReadonlySignal, signal } from "@preact/signals";
import { api } from "./api.ts";

const pauseMs = 2_000;

/**
 * What the hub answers to a GET once it does: null until then. A screen started before its hub asks again every 2 s; where
 * the hub says that there is no such thing, it stays null.
 */
export function askUntilAnswered<T>(path: string): ReadonlySignal<T | null> {
	const answer = signal<T | null>(null);
	void ask();
	return answer;

	async function ask(): Promise<void> {
		const got = await api<T>("GET", path);
		if (got.ok) answer.value = got.value;
		else if (got.status === null || got.status >= 500) setTimeout(ask, pauseMs);
	}
}
