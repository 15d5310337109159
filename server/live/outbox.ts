import type { Change } from "../../protocol/live.ts";
import { addMerged } from "./merged.ts";

/** Durable changes on their way to the rooms, gathered until all that became durable together is there. */
export interface Outbox {
	add(room: string, change: Change): void;
	/** Hands over what has gathered, room by room and in order within each, and is empty again. */
	take(): Iterable<readonly [room: string, changes: readonly Change[]]>;
}

export function createOutbox(): Outbox {
	let rooms = new Map<string, Change[]>();
	return {
		add(room, change) {
			const waiting = rooms.get(room) ?? [];
			rooms.set(room, waiting);
			addMerged(waiting, change);
		},
		take() {
			const gathered = rooms;
			rooms = new Map();
			return gathered;
		},
	};
}
