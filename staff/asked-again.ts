import { type ReadonlySignal, signal } from "@preact/signals";
import { type Answer, api } from "../ui/api.ts";

/** Something of the hub's that is asked for again and again, for as long as somebody looks. */
export interface AskedAgain<T> {
	/** As the hub last told it; null before it has. */
	now: ReadonlySignal<T | null>;
	/** Whether the hub gave no answer when it was last asked. */
	stale: ReadonlySignal<boolean>;
	/** Asks at once. */
	ask(): Promise<void>;
	/** Does something, and looks at what has come of it. */
	send<Answered>(path: string, body: object): Promise<Answer<Answered>>;
	stop(): void;
}

export function askAgainAndAgain<T>(
	path: string,
	everyMs: number,
	onSessionOver: () => void,
): AskedAgain<T> {
	const now = signal<T | null>(null);
	const stale = signal(false);
	let stopped = false;
	const timer = setInterval(ask, everyMs);
	return {
		now,
		stale,
		ask,
		async send<Answered>(to: string, body: object) {
			const got = await api<Answered>("POST", to, body);
			if (!got.ok && got.status === 401) onSessionOver();
			else await ask();
			return got;
		},
		stop() {
			stopped = true;
			clearInterval(timer);
		},
	};

	async function ask(): Promise<void> {
		const got = await api<T>("GET", path);
		if (stopped) return;
		stale.value = !got.ok;
		if (got.ok) now.value = got.value;
		else if (got.status === 401) onSessionOver();
	}
}
