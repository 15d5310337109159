import type { QueueState } from "./state.ts";

/** How many of the tickets that were taken at a kiosk still wait. */
export function waitingFrom({ lines, tickets }: QueueState, kioskId: string): number {
	let waiting = 0;
	for (const lanes of lines.values()) {
		for (const { ticketIds } of lanes) {
			for (const id of ticketIds) if (tickets.get(id)?.kioskId === kioskId) waiting++;
		}
	}
	return waiting;
}
