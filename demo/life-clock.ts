import type { LifeClock } from "./life.ts";

/** The machine's steady clock: where the machine sleeps, so do the people. */
export function createLifeClock(): LifeClock {
	const nowMs = () => performance.timeOrigin + performance.now();
	return {
		nowMs,
		until(atMs, signal) {
			const leftMs = atMs - nowMs();
			if (leftMs <= 0 || signal.aborted) return Promise.resolve();
			return new Promise((done) => {
				const over = () => {
					clearTimeout(timer);
					signal.removeEventListener("abort", over);
					done();
				};
				const timer = setTimeout(over, leftMs);
				signal.addEventListener("abort", over);
			});
		},
	};
}
