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
	const ask = askInTurn(async () => {
		const got = await api<T>("GET", path);
		if (got.ok) answer.value = got.value;
		return got.ok || (got.status !== null && got.status < 500);
	});
	void ask();
	return { answer, again: () => void ask() };
}

/**
 * One question at a time, until it is answered. Who asks while one is under way, whose answer may be of before, is answered by one more; who asks
 * between two ends the pause.
 * @param ask whether there was an answer
 */
export function askInTurn(ask: () => Promise<boolean>): () => Promise<void> {
	let isAsking = false;
	let isOfBefore = false;
	let endPause = () => {};
	return async () => {
		isOfBefore = isAsking;
		if (isAsking) return endPause();
		isAsking = true;
		try {
			for (;;) {
				isOfBefore = false;
				if (await ask()) {
					if (!isOfBefore) return;
				} else {
					await new Promise<void>((done) => {
						endPause = done;
						setTimeout(done, pauseMs);
					});
				}
			}
		} finally {
			isAsking = false;
		}
	};
}

export interface Asked<T> {
	/** The hub's last answer; null until there is one. */
	answer: ReadonlySignal<T | null>;
	/** Asks again: what was answered stands until then. */
	again(): void;
}
