import { type ReadonlySignal, signal } from "@preact/signals";
import type { HallView } from "../protocol/hall.ts";
import { type Answer, api } from "../ui/api.ts";
import { newRequestKey } from "../ui/request-key.ts";

export interface FollowedHall {
	/** As the hub last told it; null before it has. */
	hall: ReadonlySignal<HallView | null>;
	/** Whether the hub gave no answer when it was last asked. */
	stale: ReadonlySignal<boolean>;
	/** Decides something, and looks at what has come of it. */
	decide(path: string, body: object): Promise<Answer<unknown>>;
	stop(): void;
}

/** Others decide too, and numbers go out. */
const everyMs = 3_000;

/** Asks how the hall stands again and again, for as long as somebody looks. */
export function followHall(onSessionOver: () => void): FollowedHall {
	const hall = signal<HallView | null>(null);
	const stale = signal(false);
	let stopped = false;
	void ask();
	const timer = setInterval(ask, everyMs);
	return {
		hall,
		stale,
		async decide(path, body) {
			const got = await api<unknown>("POST", path, body, { key: newRequestKey() });
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
		const got = await api<HallView>("GET", "/api/hall");
		if (stopped) return;
		stale.value = !got.ok;
		if (got.ok) hall.value = got.value;
		else if (got.status === 401) onSessionOver();
	}
}
