import type { Status } from "../../protocol/live.ts";
import type { Waits } from "../waits/waits.ts";
import { phoneRoom } from "./admit.ts";

export interface WaitsNews {
	/** What whoever comes to a room is told of waits. */
	statusesFor(room: string): Status[];
}

export interface WaitsNewsParts {
	waits: Pick<Waits, "newcomers" | "ticket" | "onNews">;
	/** The tickets whose phones are here. */
	followed: () => readonly string[];
	/** The rooms of all who show the waits of the whole hall. */
	halls: readonly string[];
	tell: (room: string, status: Status) => void;
}

/** Tells screens and phones how long people will wait, whenever that is said otherwise than before. */
export function tellWaits({ waits, followed, halls, tell }: WaitsNewsParts): WaitsNews {
	let toldHalls = JSON.stringify(waits.newcomers());
	/** What each phone was told last. */
	let toldPhones = new Map<string, string>();

	waits.onNews(() => {
		const news = JSON.stringify(waits.newcomers());
		if (news !== toldHalls) {
			toldHalls = news;
			for (const room of halls) tell(room, hallStatus());
		}
		const told = new Map<string, string>();
		for (const ticketId of followed()) {
			const status = phoneStatus(ticketId);
			const now = JSON.stringify(status);
			told.set(ticketId, now);
			if (toldPhones.get(ticketId) !== now) tell(phoneRoom(ticketId), status);
		}
		toldPhones = told;
	});

	const hallStatus = (): Status => ({ topic: "waits", services: waits.newcomers() });
	const phoneStatus = (ticketId: string): Status => ({
		topic: "wait",
		wait: waits.ticket(ticketId),
	});

	return {
		statusesFor(room) {
			if (halls.includes(room)) return [hallStatus()];
			const ticketId = ticketOfRoom(room);
			return ticketId === null ? [] : [phoneStatus(ticketId)];
		},
	};
}

function ticketOfRoom(room: string): string | null {
	const prefix = phoneRoom("");
	return room.startsWith(prefix) ? room.slice(prefix.length) : null;
}
