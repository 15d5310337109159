import { type ReadonlySignal, signal } from "@preact/signals";
import type { DeviceList } from "../protocol/devices.ts";
import { api } from "../ui/api.ts";

export interface FollowedDevices {
	/** As the hub last told it; null before it has. */
	list: ReadonlySignal<DeviceList | null>;
	/** Whether the hub gave no answer when it was last asked. */
	stale: ReadonlySignal<boolean>;
	/** Asks at once: something was just done. */
	refresh(): Promise<void>;
	stop(): void;
}

/** A device that has just asked is in the list before an admin has walked back from it. */
const everyMs = 3_000;

/** Asks for the devices again and again, for as long as somebody looks. */
export function followDevices(onSessionOver: () => void): FollowedDevices {
	const list = signal<DeviceList | null>(null);
	const stale = signal(false);
	let stopped = false;
	void ask();
	const timer = setInterval(ask, everyMs);
	return {
		list,
		stale,
		refresh: ask,
		stop() {
			stopped = true;
			clearInterval(timer);
		},
	};

	async function ask(): Promise<void> {
		const got = await api<DeviceList>("GET", "/api/admin/devices");
		if (stopped) return;
		stale.value = !got.ok;
		if (got.ok) list.value = got.value;
		else if (got.status === 401) onSessionOver();
	}
}
