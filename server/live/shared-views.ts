import type { Rows } from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import type { QueueState } from "../queue/state.ts";
import { boardView } from "../views/board.ts";
import { kioskView, type NamedService } from "../views/service-rows.ts";
import { staffView } from "../views/staff.ts";
import { allRows, changedRows, type View } from "../views/view.ts";

/** The views that many clients share: all boards see the same rows, all kiosks, all staff. */
export const sharedViewNames = ["board", "kiosk", "staff"] as const;
export type SharedViewName = (typeof sharedViewNames)[number];

export interface SharedView {
	rows(state: QueueState): Rows<unknown>;
	/** The rows that an event, already folded in, may have changed; null where this view sees nothing of it. */
	changes(state: QueueState, event: StampedEvent): Rows<unknown> | null;
}

export type SharedViews = Readonly<Record<SharedViewName, SharedView>>;

export function createSharedViews(services: readonly NamedService[]): SharedViews {
	return {
		board: sharedView(boardView(services)),
		kiosk: sharedView(kioskView(services)),
		staff: sharedView(staffView(services)),
	};
}

function sharedView<Row>(view: View<Row>): SharedView {
	return {
		rows: (state) => allRows(view, state),
		changes(state, event) {
			const set = changedRows(view, state, event);
			return Object.keys(set).length > 0 ? set : null;
		},
	};
}
