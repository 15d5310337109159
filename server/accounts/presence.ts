/** Which devices are here, kept in memory: after a restart they come back within seconds. */
export interface Presence {
	/** It asked for something just now. */
	seen(deviceId: string): void;
	/** One of its live views has come, or gone. */
	arrived(deviceId: string, version: string | null): void;
	left(deviceId: string): void;
	isOnline(deviceId: string): boolean;
	/** ISO 8601, UTC, to the minute; null where it has not been here since the hub was started. */
	lastSeenAt(deviceId: string): string | null;
	/** What it ran when one of its live views last came and said so. */
	versionOf(deviceId: string): string | null;
	/** All that were here since the hub was started. */
	all(): string[];
	forget(deviceId: string): void;
}

const minuteMs = 60_000;

/** @param now the wall clock, milliseconds since 1970 */
export function createPresence(now: () => number): Presence {
	const seenAtMs = new Map<string, number>();
	/** How many live views each has open. */
	const open = new Map<string, number>();
	const versions = new Map<string, string>();
	const seen = (deviceId: string) => void seenAtMs.set(deviceId, now());

	return {
		seen,
		arrived(deviceId, version) {
			seen(deviceId);
			if (version !== null) versions.set(deviceId, version);
			open.set(deviceId, (open.get(deviceId) ?? 0) + 1);
		},
		left(deviceId) {
			const still = (open.get(deviceId) ?? 0) - 1;
			if (still > 0) open.set(deviceId, still);
			else open.delete(deviceId);
			// A device that was forgotten meanwhile stays so.
			if (seenAtMs.has(deviceId)) seen(deviceId);
		},
		isOnline: (deviceId) => open.has(deviceId),
		lastSeenAt(deviceId) {
			const atMs = open.has(deviceId) ? now() : seenAtMs.get(deviceId);
			if (atMs === undefined) return null;
			return new Date(Math.floor(atMs / minuteMs) * minuteMs).toISOString();
		},
		versionOf: (deviceId) => versions.get(deviceId) ?? null,
		all: () => [...seenAtMs.keys()],
		forget(deviceId) {
			seenAtMs.delete(deviceId);
			versions.delete(deviceId);
		},
	};
}
