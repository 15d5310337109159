import type { Audit } from "../audit/audit.ts";
import type { Callers } from "../door/callers.ts";
import type { IsCurrent } from "../page-versions.ts";
import { createCodeTries } from "./code-tries.ts";
import { createDeviceOf, type DeviceOf } from "./device.ts";
import { openPairedDevices, type PairedDevices } from "./paired-devices.ts";
import { createPairing, type Pairing } from "./pairing.ts";
import { createPresence, type Presence } from "./presence.ts";
import { createWaitingDevices, type WaitingDevices } from "./waiting-devices.ts";

/** The kiosks, boards and print agents of an office: who each is, how it gets in and out, and whether it is here. */
export interface Devices {
	/** Who a device is. */
	of: DeviceOf;
	pairing: Pairing;
	paired: Pick<PairedDevices, "list" | "find">;
	waiting: Pick<WaitingDevices, "leftMs">;
	presence: Presence;
	isCurrent: IsCurrent;
	/** Calls back when another device waits, was let in, refused, renamed or cut off, has come or gone; several at once are told once. */
	onNews(listener: () => void): void;
}

export interface DevicesParts {
	/** Where those that were let in are kept. */
	file: string;
	audit: Pick<Audit, "note">;
	/** Whether a request comes from the hub's own machine. */
	isLocal: Callers["isLocal"];
	/** Whether screens there need no token. */
	trustsLocal: boolean;
	isCurrent: IsCurrent;
	/** The wall clock, milliseconds since 1970. */
	now: () => number;
	/** A clock that nobody sets, milliseconds. */
	monotonic: () => number;
}

export async function openDevices(parts: DevicesParts): Promise<Devices> {
	const { file, audit, isLocal, trustsLocal, isCurrent, now, monotonic } = parts;
	const paired = await openPairedDevices(file, now);
	const presence = createPresence(now);
	const waiting = createWaitingDevices({ now, monotonic });
	const tries = createCodeTries(monotonic);
	const pairing = createPairing({ waiting, paired, presence, tries, audit });
	const news = gatherNews();
	return {
		of: createDeviceOf({ paired, presence, isLocal, trustsLocal }),
		pairing: {
			...pairing,
			ask: news.after(pairing.ask),
			accept: news.after(pairing.accept),
			refuse: news.after(pairing.refuse),
			rename: news.after(pairing.rename),
			revoke: news.after(pairing.revoke),
		},
		paired,
		waiting,
		isCurrent,
		presence: {
			...presence,
			arrived(deviceId, version) {
				presence.arrived(deviceId, version);
				news.tell();
			},
			left(deviceId) {
				presence.left(deviceId);
				news.tell();
			},
		},
		onNews: news.listen,
	};
}

/** After a restart all devices come back in one moment: what is told of them goes out once a turn of the event loop. */
function gatherNews() {
	const listeners: (() => void)[] = [];
	let due = false;
	function tell(): void {
		if (due) return;
		due = true;
		setImmediate(() => {
			due = false;
			for (const listener of listeners) listener();
		});
	}
	return {
		tell,
		listen: (listener: () => void) => void listeners.push(listener),
		/** The same act, which tells when it is over. */
		after:
			<A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
			(...args: A): Promise<R> =>
				act(...args).finally(tell),
	};
}
