import type { Change, Rows } from "../../protocol/live.ts";
import type { Observer } from "../hub.ts";
import type { StampedEvent } from "../queue/event.ts";
import type { NamedService } from "../views/service-rows.ts";
import { changeOf } from "./change-of.ts";
import {
	createSharedViews,
	type SharedViewName,
	type SharedViews,
	sharedViewNames,
} from "./shared-views.ts";

/** How far back a client may have been cut off and still get just what it missed, in events of the office's day. */
const keptEvents = 1_000;

/** A durable event with what each shared view was told of it. */
export interface Filed {
	event: StampedEvent;
	about: Omit<Change, "set">;
	/** The rows it changed in the very state it left; null where the view saw nothing of it. */
	sets: Readonly<Record<SharedViewName, Rows<unknown> | null>>;
}

/**
 * What became of the shared views in the last events of the day, whether or not somebody was connected. Given to the hub
 * at its start it also sees the day's last events before the start, so that clients resume after a restart too.
 * Bounded: 1,000 events, with a full line at every service some 3 MB.
 */
export interface History {
	/** The hub's observer: looks at each event in the state it left, and files it once it is durable. */
	observe: Observer;
	/** The events after `after` and up to `upTo`, in order; null where they are not all held. */
	between(after: number, upTo: number): readonly Filed[] | null;
	/** Calls back for each event that is filed from now on; null for one that begins every view anew. */
	onFiled(listener: (filed: Filed | null) => void): void;
	/** The views whose changes are filed. */
	readonly views: SharedViews;
}

export function createHistory(services: readonly NamedService[]): History {
	const views = createSharedViews(services);
	const listeners: ((filed: Filed | null) => void)[] = [];
	/** Event `seq` lies at `seq % keptEvents`: within a day numbers have no gaps. Held are those from `first` to `last`. */
	const ring: Filed[] = [];
	let first = 1;
	let last = 0;

	return {
		views,
		observe(state, event) {
			const about = changeOf(state, event);
			if (!about) return () => beginAnew(event.seq);
			const setOf = (name: SharedViewName) => views[name].changes(state, event);
			const sets = { board: setOf("board"), kiosk: setOf("kiosk"), staff: setOf("staff") };
			return () => file({ event, about, sets });
		},
		between(after, upTo) {
			if (after === upTo) return [];
			if (after > upTo || after + 1 < first || upTo > last) return null;
			const filed: Filed[] = [];
			for (let seq = after + 1; seq <= upTo; seq++) {
				const one = ring[seq % keptEvents];
				if (one) filed.push(one);
			}
			return filed;
		},
		onFiled: (listener) => listeners.push(listener),
	};

	function file(filed: Filed): void {
		const { seq } = filed.event;
		// The first it ever sees, or one after events that became durable unseen.
		if (seq !== last + 1) first = seq;
		last = seq;
		first = Math.max(first, last - keptEvents + 1);
		ring[seq % keptEvents] = filed;
		for (const listener of listeners) listener(filed);
	}

	/** Another day or other settings: no change leads there from the rows of before. */
	function beginAnew(seq: number): void {
		ring.length = 0;
		first = seq + 1;
		last = seq;
		for (const listener of listeners) listener(null);
	}
}

/** What one event changed in each shared view that saw something of it. */
export function* sharedChanges({
	about,
	sets,
}: Filed): Generator<{ view: SharedViewName; change: Change }> {
	for (const view of sharedViewNames) {
		const set = sets[view];
		if (set) yield { view, change: { ...about, set } };
	}
}
