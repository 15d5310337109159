import type { Change } from "../../protocol/live.ts";
import { addChanges, type Heeds, isUrgent } from "./changes.ts";

/** How long rows wait for more of them: nobody sees a tenth of a second in how many wait. */
const restMs = 100;

/** Durable changes on their way to the rooms. */
export interface Outbox {
	add(room: string, changes: readonly Change[], heeds: Heeds): void;
	/**
	 * Sends what has gathered, in order within each room: at once what is to be heard, and rows too unless some went out just before;
	 * then they go a little later, with all that comes meanwhile.
	 */
	send(): void;
	/** Sends all of it now. */
	sendAll(): void;
	close(): void;
}

/** @param emit sends one change to a room */
export function createOutbox(emit: (room: string, change: Change) => void): Outbox {
	const rooms = new Map<string, { changes: Change[]; heeds: Heeds }>();
	let resting: NodeJS.Timeout | null = null;

	function sendAll(): void {
		for (const [room, { changes }] of rooms) {
			rooms.delete(room);
			for (const change of changes) emit(room, change);
		}
	}

	function rest(): void {
		resting = setTimeout(() => {
			resting = null;
			if (rooms.size === 0) return;
			sendAll();
			rest();
		}, restMs);
		resting.unref();
	}

	return {
		add(room, changes, heeds) {
			const waiting = rooms.get(room);
			if (waiting) addChanges(waiting.changes, changes, heeds);
			else if (changes.length > 0) rooms.set(room, { changes: [...changes], heeds });
		},
		send() {
			if (!resting) {
				sendAll();
				rest();
				return;
			}
			for (const [room, { changes, heeds }] of rooms) {
				if (!isUrgent(changes, heeds)) continue;
				rooms.delete(room);
				for (const change of changes) emit(room, change);
			}
		},
		sendAll,
		close() {
			if (resting) clearTimeout(resting);
		},
	};
}
