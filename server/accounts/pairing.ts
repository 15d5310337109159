import type { PairingStanding } from "../../protocol/devices.ts";
import type { Audit } from "../audit/audit.ts";
import type { NamedRequest } from "./accounts.ts";
import type { CodeTries } from "./code-tries.ts";
import type { PairedDevice, PairedDevices } from "./paired-devices.ts";
import type { Presence } from "./presence.ts";
import {
	type Asking,
	typedCode,
	type WaitingDevice,
	type WaitingDevices,
} from "./waiting-devices.ts";

/**
 * How a device gets in and out again, after the model of RFC 8628: it shows a code, an admin types the code and sees what asks, the device
 * collects its token. `by` is always the account's name.
 */
export interface Pairing {
	/** Takes a device's wish down; the same request asked again gets the same code. */
	ask(asking: Asking): Promise<WaitingDevice | "pairing/too-many" | "request/key-reused">;
	/** How the wish with this secret stands. Its token is given until it has been used once. */
	collect(secret: string): PairingStanding | "pairing/unknown";
	/** Those that wait for an admin. */
	waiting(): WaitingDevice[];
	/** Which device shows this code. */
	find(code: string, by: string): WaitingDevice | WrongCode;
	/** Lets the device that shows this code in. A code is good once, whoever comes first. */
	accept(
		accepting: { code: string; name: string },
		by: string,
		request?: NamedRequest,
	): Promise<PairedDevice | WrongCode | "request/key-reused">;
	/** Says no to one that waits; it asks no more until its code would have ended. */
	refuse(id: string, by: string): Promise<"done" | "device/unknown">;
	rename(id: string, name: string, by: string): Promise<PairedDevice | "device/unknown">;
	/** Takes a device's right back. Twice is once. */
	revoke(id: string, by: string): Promise<"done" | "device/unknown">;
	/** Calls back in the instant in which a token has become nobody's. */
	onRevoked(listener: (deviceId: string) => void): void;
}

type WrongCode = "pairing/unknown" | "pairing/too-many-tries";

export interface PairingParts {
	waiting: WaitingDevices;
	paired: PairedDevices;
	presence: Pick<Presence, "lastSeenAt" | "forget">;
	tries: CodeTries;
	audit: Pick<Audit, "note">;
}

export function createPairing({ waiting, paired, presence, tries, audit }: PairingParts): Pairing {
	/** Wishes that are being noted, so that a repeat waits as well. */
	const noting = new Map<string, Promise<void>>();
	/** Acceptances that are being written down, each by the request that asked for it. */
	const accepting = new Map<NamedRequest, Promise<PairedDevice>>();
	/** Revocations that are being written down, by device. */
	const revoking = new Map<string, Promise<void>>();
	const revokedListeners: ((deviceId: string) => void)[] = [];

	function find(code: string, by: string): WaitingDevice | WrongCode {
		if (!tries.mayTry(by)) return "pairing/too-many-tries";
		const typed = typedCode(code);
		const device = waiting.list().find((one) => one.code === typed);
		if (device?.state === "waiting") return device;
		// One that was right a moment ago is nobody's guess.
		if (!device) tries.wrong(by);
		return "pairing/unknown";
	}

	async function letIn(
		device: WaitingDevice,
		name: string,
		by: string,
		request: NamedRequest | undefined,
	): Promise<PairedDevice> {
		const { id: deviceId, role, place } = device;
		device.state = "accepting";
		try {
			await audit.note({ type: "device-paired", deviceId, role, place, name }, by);
			const added = await paired.add(device, { name, by, request });
			waiting.remove(device);
			return added;
		} catch (error) {
			device.state = "waiting";
			throw error;
		}
	}

	async function takeBack({ id, name }: PairedDevice, by: string): Promise<void> {
		await audit.note({ type: "device-revoked", deviceId: id, name }, by);
		await paired.remove(id);
		presence.forget(id);
		for (const listener of revokedListeners) listener(id);
	}

	function acceptedBefore(
		request: NamedRequest,
	): Promise<PairedDevice> | PairedDevice | "request/key-reused" | null {
		for (const [other, done] of accepting) {
			if (isSame(other, request)) return other.body === request.body ? done : "request/key-reused";
		}
		const added = paired.addedBy(request);
		if (!added) return null;
		return added.addedBy?.body === request.body ? added : "request/key-reused";
	}

	return {
		async ask(asking) {
			const { request } = asking;
			const before =
				request && waiting.list().find((one) => one.request && isSame(one.request, request));
			if (before) {
				if (before.request?.body !== request.body) return "request/key-reused";
				await noting.get(before.id);
				return before;
			}
			const device = waiting.add(asking);
			if (!device) return "pairing/too-many";
			const { id: deviceId, role, place, address } = device;
			const noted = audit.note({ type: "device-asked", deviceId, role, place, address }, "lobby");
			noting.set(deviceId, noted);
			try {
				await noted;
			} catch (error) {
				waiting.remove(device);
				throw error;
			} finally {
				noting.delete(deviceId);
			}
			return device;
		},
		collect(secret) {
			const asked = waiting.list().find((one) => one.secret === secret);
			if (asked) {
				const state = asked.state === "refused" ? "refused" : "waiting";
				return { state, expiresInMs: waiting.leftMs(asked) };
			}
			const collected = paired.collect(secret);
			// Whoever has used the token has it: from then on the secret gives nothing.
			if (!collected || presence.lastSeenAt(collected.device.id) !== null) return "pairing/unknown";
			const { id, role, place, name } = collected.device;
			return { state: "paired", token: collected.token, device: { id, role, place, name } };
		},
		waiting: () => waiting.list().filter(({ state }) => state !== "refused"),
		find,
		async accept({ code, name }, by, request) {
			const before = request && acceptedBefore(request);
			if (before) return before;
			const device = find(code, by);
			if (typeof device === "string") return device;
			const done = letIn(device, name, by, request);
			if (!request) return done;
			accepting.set(request, done);
			return done.finally(() => accepting.delete(request));
		},
		async refuse(id, by) {
			const device = waiting.list().find((one) => one.id === id);
			if (!device || device.state === "accepting") return "device/unknown";
			if (device.state === "refused") return "done";
			// At once, so that nobody lets it in while it is being noted.
			device.state = "refused";
			try {
				const { role, place } = device;
				await audit.note({ type: "device-refused", deviceId: id, role, place }, by);
			} catch (error) {
				device.state = "waiting";
				throw error;
			}
			return "done";
		},
		async rename(id, name, by) {
			const device = paired.find(id);
			if (!device) return "device/unknown";
			const formerName = device.name;
			await audit.note({ type: "device-renamed", deviceId: id, formerName, name }, by);
			await paired.rename(id, name);
			return paired.find(id) ?? "device/unknown";
		},
		async revoke(id, by) {
			if (paired.wasRemoved(id)) return "done";
			const device = paired.find(id);
			if (!device) return "device/unknown";
			const done = revoking.get(id) ?? takeBack(device, by);
			revoking.set(id, done);
			await done.finally(() => revoking.delete(id));
			return "done";
		},
		onRevoked: (listener) => void revokedListeners.push(listener),
	};
}

function isSame(one: NamedRequest, other: NamedRequest): boolean {
	return one.scope === other.scope && one.key === other.key;
}
