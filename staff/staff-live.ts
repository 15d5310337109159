import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { DeviceList } from "../protocol/devices.ts";
import type { Clock } from "../protocol/health.ts";
import type { Rows, StaffCounterRow, StaffRow } from "../protocol/live.ts";
import { connectLive, type LiveState } from "../ui/live.ts";
import { stillWaiting } from "./device-list.ts";
import { countersOf, isHeldBy, type Taken, takenFrom } from "./view.ts";

/** What the hub tells somebody who is signed in, on whichever page they are. */
export interface StaffLive {
	rows: ReadonlySignal<Rows<StaffRow>>;
	state: ReadonlySignal<LiveState>;
	counters: ReadonlySignal<readonly StaffCounterRow[]>;
	/** Null before the hub has said it. */
	clock: ReadonlySignal<Clock | null>;
	/** Told to admins alone; with the moment on this page's own clock, `performance.now()`. */
	devices: ReadonlySignal<{ list: DeviceList; atMs: number } | null>;
	/** Counters that were this officer's and that somebody else has taken over, until that was read. */
	taken: ReadonlySignal<readonly Taken[]>;
	takenWasRead(): void;
	close(): void;
}

/** @param onSessionOver the hub lets this session in no longer */
export function keepStaffLive(username: string, onSessionOver: () => void): StaffLive {
	const clock = signal<Clock | null>(null);
	const devices = signal<{ list: DeviceList; atMs: number } | null>(null);
	const taken = signal<readonly Taken[]>([]);
	const live = connectLive<StaffRow>({
		view: "staff",
		onStatus: (status) => {
			if (status.topic === "clock") clock.value = status;
			if (status.topic === "devices") keepDevices(status);
		},
		onRefused: (code) => {
			if (code.startsWith("session/")) onSessionOver();
		},
	});
	let nextEnd: ReturnType<typeof setTimeout> | undefined;
	/** The hub tells when something happens; that a code runs out happens by itself. */
	function keepDevices(list: DeviceList): void {
		const atMs = performance.now();
		devices.value = { list, atMs };
		clearTimeout(nextEnd);
		const endsInMs = Math.min(...list.waiting.map(({ expiresInMs }) => expiresInMs));
		if (endsInMs === Number.POSITIVE_INFINITY) return;
		nextEnd = setTimeout(() => {
			const waiting = stillWaiting(list.waiting, performance.now() - atMs);
			keepDevices({ ...list, waiting });
		}, endsInMs);
	}

	const counters = computed(() => countersOf(live.rows.value));
	let before: readonly StaffCounterRow[] = [];
	const stopWatching = effect(() => {
		const now = counters.value;
		const isMine = (id: string) => now.some((row) => row.id === id && isHeldBy(row, username));
		const lost = takenFrom(username, before, now);
		before = now;
		const kept = taken.peek().filter(({ id }) => !isMine(id));
		if (lost.length > 0 || kept.length < taken.peek().length) taken.value = [...kept, ...lost];
	});

	return {
		rows: live.rows,
		state: live.state,
		counters,
		clock,
		devices,
		taken,
		takenWasRead() {
			taken.value = [];
		},
		close() {
			clearTimeout(nextEnd);
			stopWatching();
			live.close();
		},
	};
}
