import type { StampedEvent } from "../queue/event.ts";
import type { QueueState } from "../queue/state.ts";
import { boardView } from "../views/board.ts";
import { kioskView, type ShownOffice } from "../views/service-rows.ts";
import { staffView } from "../views/staff.ts";
import type { View } from "../views/view.ts";
import { changeOf } from "./change-of.ts";
import type { About, Heeds } from "./changes.ts";

/** How far back a client may have been cut off and still get just what it missed, in events of the office's day. */
const keptEvents = 1_000;

/** The views that many clients share: all boards see the same rows, all kiosks, all staff. */
export const sharedViewNames = ["board", "kiosk", "staff"] as const;
export type SharedViewName = (typeof sharedViewNames)[number];

export const heeds: Readonly<Record<SharedViewName, Heeds>> = {
	board: "calls",
	kiosk: "rows",
	staff: "rows",
};

/** An event, what every audience is told of it, and the keys of the rows that it may have changed in each shared view. */
export interface Noted {
	event: StampedEvent;
	about: About;
	touched: Readonly<Record<SharedViewName, readonly string[]>>;
}

/**
 * What became of the shared views in the last events of the day, whether or not somebody was connected. Given to the hub
 * at its start it also sees the day's last events before the start, so that clients resume after a restart too. It keeps
 * which rows were touched and not what they were: rows are absolute, and whoever comes back wants them as they are now.
 */
export interface History {
	/** Notes an event that was just folded in. */
	saw(state: QueueState, event: StampedEvent): void;
	/** All that was noted since the last time; null where every view begins anew with it. */
	take(): readonly Noted[] | null;
	/** The events after `after` and up to `upTo`, in order; null where they are not all held. */
	between(after: number, upTo: number): readonly Noted[] | null;
	/** Forgets what was noted after this event: it was not made durable. */
	forgetAfter(seq: number): void;
	readonly views: Readonly<Record<SharedViewName, View<unknown>>>;
}

export function createHistory(office: ShownOffice): History {
	const views = {
		board: boardView(office),
		kiosk: kioskView(office),
		staff: staffView(office),
	};
	/** Event `seq` lies at `seq % keptEvents`: within a day numbers have no gaps. Held are those from `first` to `last`. */
	const ring: Noted[] = [];
	let first = 1;
	let last = 0;
	let untaken: Noted[] | null = [];

	return {
		views,
		saw(state, event) {
			const { seq } = event;
			const about = changeOf(state, event);
			if (!about) {
				// Another day or other settings: no change leads there from the rows of before.
				ring.length = 0;
				first = seq + 1;
				last = seq;
				untaken = null;
				return;
			}
			const touched = {
				board: views.board.touched(state, event),
				kiosk: views.kiosk.touched(state, event),
				staff: views.staff.touched(state, event),
			};
			if (seq !== last + 1) first = seq;
			last = seq;
			first = Math.max(first, last - keptEvents + 1);
			const noted = { event, about, touched };
			ring[seq % keptEvents] = noted;
			untaken?.push(noted);
		},
		take() {
			const taken = untaken;
			untaken = [];
			return taken;
		},
		between(after, upTo) {
			if (after === upTo) return [];
			if (after > upTo || after + 1 < first || upTo > last) return null;
			const noted: Noted[] = [];
			for (let seq = after + 1; seq <= upTo; seq++) {
				const one = ring[seq % keptEvents];
				if (one) noted.push(one);
			}
			return noted;
		},
		forgetAfter(seq) {
			last = Math.min(last, seq);
			untaken = [];
		},
	};
}
