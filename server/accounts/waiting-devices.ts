import { randomBytes, randomInt } from "node:crypto";
import type { DeviceRole } from "../../protocol/devices.ts";
import { rangeOf } from "../door/addresses.ts";
import type { NamedRequest } from "./accounts.ts";

/** How long a code is good: long enough to walk to the counter and back, short enough to be forgotten (RFC 8628, section 6.1). */
export const codeForMs = 10 * 60_000;

/** How many may wait at a time, from one address (of IPv6 its first 64 bits) and in all. */
export const mostAtAddress = 8;
export const mostInAll = 60;

/**
 * Eight digits, 26.6 bits. Letters would hold more, but Vietnamese keyboards turn "DD" and "W" into other letters, and digits are
 * told over a phone without mistakes. Only a signed-in admin can try one, ten times in ten minutes: with sixty that wait the
 * chance of hitting any is 6 in a million, and then the admin sees what it is before it counts.
 */
const codeDigits = 8;

/** A device that has asked to be let in and shows its code. */
export interface WaitingDevice {
	/** Also its id once it is let in. */
	readonly id: string;
	readonly role: DeviceRole;
	readonly place: string;
	readonly address: string;
	/** ISO 8601, UTC. */
	readonly askedAt: string;
	/** By the clock that nobody sets, milliseconds. */
	readonly expiresAtMs: number;
	readonly code: string;
	/** 256 random bits in base64url. */
	readonly secret: string;
	/** The request that asked, where it named itself. */
	readonly request: NamedRequest | undefined;
	/** `accepting`: an admin has said yes, and it is being written down. */
	state: "waiting" | "accepting" | "refused";
}

/** What a device says of itself when it asks. */
export type Asking = Pick<WaitingDevice, "role" | "place" | "address" | "request">;

/** Those that wait, in memory alone: after a restart each asks anew and shows another code. */
export interface WaitingDevices {
	/** Takes one in, with a code that no other has; null where too many wait. */
	add(asking: Asking): WaitingDevice | null;
	/** All that have not run out, in the order in which they asked. */
	list(): WaitingDevice[];
	/** How much longer its code is good. */
	leftMs(device: WaitingDevice): number;
	remove(device: WaitingDevice): void;
}

export interface WaitingParts {
	/** The wall clock, milliseconds since 1970. */
	now: () => number;
	/** A clock that nobody sets, milliseconds. */
	monotonic: () => number;
}

export function createWaitingDevices({ now, monotonic }: WaitingParts): WaitingDevices {
	let waiting: WaitingDevice[] = [];

	function list(): WaitingDevice[] {
		waiting = waiting.filter(
			({ state, expiresAtMs }) => state === "accepting" || expiresAtMs > monotonic(),
		);
		return waiting;
	}

	function freshCode(): string {
		for (;;) {
			const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, "0");
			if (!waiting.some((device) => device.code === code)) return code;
		}
	}

	return {
		add(asking) {
			const range = rangeOf(asking.address);
			const here = list().filter(({ address }) => rangeOf(address) === range).length;
			if (here >= mostAtAddress || waiting.length >= mostInAll) return null;
			const device: WaitingDevice = {
				...asking,
				id: randomBytes(12).toString("base64url"),
				askedAt: new Date(now()).toISOString(),
				expiresAtMs: monotonic() + codeForMs,
				code: freshCode(),
				secret: randomBytes(32).toString("base64url"),
				state: "waiting",
			};
			waiting.push(device);
			return device;
		},
		list: () => [...list()],
		leftMs: ({ expiresAtMs }) => Math.max(0, Math.round(expiresAtMs - monotonic())),
		remove(device) {
			waiting = waiting.filter((one) => one !== device);
		},
	};
}

/** A code as it was typed, without what people put between its digits. */
export function typedCode(text: string): string {
	return text.replace(/[\s.\-–]/g, "");
}
