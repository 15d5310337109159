import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { DeviceList } from "../protocol/devices.ts";
import type { Clock } from "../protocol/health.ts";
import type { Rows, StaffCounterRow, StaffRow } from "../protocol/live.ts";
import type { PrinterStatus } from "../protocol/printing.ts";
import { connectLive, type LiveState } from "../ui/live.ts";
import { nextRollStep, type RollStep } from "../ui/roll-change.ts";
import { stillWaiting } from "./device-list.ts";
import { countersOf, isHeldBy, type Taken, takenFrom } from "./view.ts";

/** What the hub tells somebody who is signed in, on whichever page they are. */
export interface StaffLive {
	rows: ReadonlySignal<Rows<StaffRow>>;
	state: ReadonlySignal<LiveState>;
	counters: ReadonlySignal<readonly StaffCounterRow[]>;
	/** Null before the hub has said it. */
	clock: ReadonlySignal<Clock | null>;
	/** Which version of the office's settings holds; null before the hub has said it. */
	settingsVersion: ReadonlySignal<number | null>;
	/** Told to admins alone; with the moment on this page's own clock, `performance.now()`. */
	devices: ReadonlySignal<{ list: DeviceList; atMs: number } | null>;
	/** Every printer as it last said it is, by its id. */
	printers: ReadonlySignal<PrintersHeard>;
	/** Somebody has seen the test page after a change of the roll, and it is good. */
	rollWasChanged(printerId: string): void;
	/** Counters that were this officer's and that somebody else has taken over, until that was read. */
	taken: ReadonlySignal<readonly Taken[]>;
	takenWasRead(): void;
	close(): void;
}

export type PrintersHeard = ReadonlyMap<string, PrinterHeard>;

/** A printer's last word, and how far the change of its roll has come. */
export interface PrinterHeard extends PrinterStatus {
	roll: RollStep | null;
}

/** @param onSessionOver the hub lets this session in no longer */
export function keepStaffLive(username: string, onSessionOver: () => void): StaffLive {
	const clock = signal<Clock | null>(null);
	const settingsVersion = signal<number | null>(null);
	const devices = signal<{ list: DeviceList; atMs: number } | null>(null);
	const printers = signal<PrintersHeard>(new Map());
	const taken = signal<readonly Taken[]>([]);
	const live = connectLive<StaffRow>({
		view: "staff",
		onStatus: (status) => {
			if (status.topic === "clock") clock.value = status;
			if (status.topic === "settings") settingsVersion.value = status.version;
			if (status.topic === "devices") keepDevices(status);
			if (status.topic === "printer") keepPrinter(status);
		},
		onRefused: (code) => {
			if (code.startsWith("session/")) onSessionOver();
		},
	});
	function keepPrinter({ id, state, reasons, waiting }: PrinterStatus): void {
		const roll = nextRollStep(printers.peek().get(id)?.roll ?? null, { state, reasons });
		printers.value = new Map(printers.peek()).set(id, { id, state, reasons, waiting, roll });
	}

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
		settingsVersion,
		devices,
		printers,
		rollWasChanged(printerId) {
			const heard = printers.peek().get(printerId);
			if (heard?.roll !== "new-paper") return;
			printers.value = new Map(printers.peek()).set(printerId, { ...heard, roll: null });
		},
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
