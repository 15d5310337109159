import { type ReadonlySignal, signal } from "@preact/signals";

export interface Calm<T> {
	now: ReadonlySignal<T>;
	stop(): void;
}

/** What changes many times a second, as it is looked at: at once where it was calm before, and then at most so often. The last word is always told. */
export function calmed<T>(source: ReadonlySignal<T>, everyMs: number): Calm<T> {
	const now = signal(source.peek());
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stopListening = source.subscribe(() => {
		if (timer === undefined) tell();
	});

	function tell(): void {
		timer = undefined;
		if (now.peek() === source.peek()) return;
		now.value = source.peek();
		timer = setTimeout(tell, everyMs);
	}

	return {
		now,
		stop() {
			stopListening();
			clearTimeout(timer);
		},
	};
}
