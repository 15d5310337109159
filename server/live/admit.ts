import type { Socket } from "socket.io";
import { check } from "../../config/faults.ts";
import { type Audience, LiveAuth } from "../../protocol/live.ts";
import type { ProblemCode } from "../../protocol/problem.ts";
import type { Account } from "../../protocol/staff.ts";
import type { Callers } from "../door/callers.ts";
import type { QueueState } from "../queue/state.ts";

/** A client that may be here, and the socket.io rooms in which it hears its changes and its statuses. */
export interface Client {
	view: Audience;
	/** The phone's ticket, or the kiosk. */
	id: string;
	changesRoom: string;
	statusesRoom: string;
	/** Up to where it knows its view, where it has been here before. */
	resume: LiveAuth["resume"];
}

export interface AdmissionParts {
	kiosks: readonly { id: string }[];
	accountOf(cookieHeader: string | undefined): Account | null;
	/** Whether a handshake comes from a device of the lobby. */
	isLocal: Callers["isLocal"];
}

/** Who a client is by its handshake, or why it is not let in. */
export function admit(
	{ handshake, request }: Pick<Socket, "handshake" | "request">,
	state: QueueState,
	{ kiosks, accountOf, isLocal }: AdmissionParts,
): Client | ProblemCode {
	const checked = check(LiveAuth, handshake.auth);
	if (!checked.ok) return "request/invalid";
	const { view, id = "", resume } = checked.value;
	switch (view) {
		case "board":
			if (!isLocal(request)) return "device/not-trusted";
			return { view, id, changesRoom: view, statusesRoom: view, resume };
		case "kiosk":
			if (!isLocal(request)) return "device/not-trusted";
			if (!kiosks.some((kiosk) => kiosk.id === id)) return "kiosk/unknown";
			// All kiosks see the same rows; each hears of its own printer alone.
			return { view, id, changesRoom: view, statusesRoom: `kiosk:${id}`, resume };
		case "staff":
			if (!accountOf(handshake.headers.cookie)) return "session/required";
			return { view, id, changesRoom: view, statusesRoom: view, resume };
		case "ticket": {
			if (!state.tickets.has(id)) return "ticket/unknown";
			const room = phoneRoom(id);
			return { view, id, changesRoom: room, statusesRoom: room, resume };
		}
	}
}

/** The room of the phones that follow a ticket. */
export function phoneRoom(ticketId: string): string {
	return `ticket:${ticketId}`;
}
