import { type ReadonlySignal, signal } from "@preact/signals";
import { api } from "./api.ts";

const pauseMs = 2_000;

/**
 * Asks the hub by a GET until it answers. A screen started before its hub asks again every 2 s; where the hub says that there is no such
 * thing, the answer stays what it was.
 */
export function askUntilAnswered<T>(path: string): ReadonlySignal<T | null> {
	return keepAsking<T>(path).answer;
}

/** The same, and again whenever the screen thinks that the answer may have changed. */
export function keepAsking<T>(path: string): Asked<T> {
	const answer = signal<T | null>(null);
	let asking = false;
	/** Somebody asked while a question was under way, whose answer may be of before. */
	let askedMeanwhile = false;
	void ask();
	return { answer, again: () => void ask() };

	async function ask(): Promise<void> {
		if (asking) {
			askedMeanwhile = true;
			return;
		}
		asking = true;
		const got = await api<T>("GET", path);
		asking = false;
		const isOfBefore = askedMeanwhile;
		askedMeanwhile = false;
		if (!got.ok) {
			if (got.status === null || got.status >= 500) setTimeout(ask, pauseMs);
			return;
		}
		answer.value = got.value;
		if (isOfBefore) void ask();
	}
}

export interface Asked<T> {
	/** The hub's last answer; null until there is one. */
	answer: ReadonlySignal<T | null>;
	/** Asks again: what was answered stands until then. */
	again(): void;
}
