import type { Socket } from "socket.io";
import { check } from "../../config/faults.ts";
import { type Audience, LiveAuth, usualBoard } from "../../protocol/live.ts";
import type { ProblemCode } from "../../protocol/problem.ts";
import { type DeviceOf, refusalAs } from "../accounts/device.ts";
import { ownDevice } from "../accounts/own-devices.ts";
import type { SignedIn } from "../accounts/sessions.ts";
import type { QueueState } from "../queue/state.ts";

/** A client that may be here, and the socket.io rooms in which it hears its changes and its statuses. */
export interface Client {
	view: Audience;
	/** The phone's ticket, or the kiosk. */
	id: string;
	changesRoom: string;
	statusesRooms: readonly string[];
	/** Which device this is, one that was let in or a screen of the hub's own machine; null for every other client. */
	deviceId: string | null;
	/** Which version of its page a device says it runs. */
	version: string | null;
	/** What names the session it stands on; null where it stands on none. */
	sessionKey: string | null;
	/** Up to where it knows its view, where it has been here before. */
	resume: LiveAuth["resume"];
}

export interface AdmissionParts {
	kiosks: readonly { id: string }[];
	/** Who is signed in by a handshake's cookies. A page that comes back by itself is no act of a person. */
	signedIn(cookieHeader: string | undefined): Pick<SignedIn, "key" | "account"> | null;
	deviceOf: DeviceOf;
}

/** Who a client is by its handshake, or why it is not let in. */
export function admit(
	{ handshake, request }: Pick<Socket, "handshake" | "request">,
	state: QueueState,
	{ kiosks, signedIn, deviceOf }: AdmissionParts,
): Client | ProblemCode {
	const checked = check(LiveAuth, handshake.auth);
	if (!checked.ok) return "request/invalid";
	const { view, id, token, page: version = null, resume } = checked.value;
	const nobody = { deviceId: null, version, sessionKey: null };
	switch (view) {
		case "board":
		case "kiosk": {
			const device = deviceOf(request, token);
			const refusal = refusalAs(device, view, id);
			if (refusal) return refusal;
			const isPaired = device.is === "paired";
			const place = isPaired ? device.place : (id ?? (view === "board" ? usualBoard : ""));
			if (view === "kiosk" && !kiosks.some((kiosk) => kiosk.id === place)) return "kiosk/unknown";
			// All kiosks see the same rows; each hears of its own printer alone.
			const statusesRooms = [view === "kiosk" ? `kiosk:${place}` : view];
			const deviceId = isPaired ? device.id : ownDevice(view, place).id;
			return { ...nobody, view, id: place, changesRoom: view, statusesRooms, deviceId, resume };
		}
		case "counter": {
			// It hangs in the lobby as a board does, and is let in as one, under its counter's name.
			const device = deviceOf(request, token);
			const refusal = refusalAs(device, "board", id);
			if (refusal) return refusal;
			const isPaired = device.is === "paired";
			const place = isPaired ? device.place : (id ?? "");
			if (!state.counters.has(place)) return "counter/unknown";
			const room = counterRoom(place);
			const deviceId = isPaired ? device.id : ownDevice("board", place).id;
			const statusesRooms = [view];
			return { ...nobody, view, id: place, changesRoom: room, statusesRooms, deviceId, resume };
		}
		case "staff": {
			const session = signedIn(handshake.headers.cookie);
			if (!session) return "session/required";
			if (session.account.mustChange) return "session/must-change";
			const sessionKey = session.key;
			// Roles do not change while a session lasts.
			const isAdmin = session.account.roles.includes("admin");
			const statusesRooms = isAdmin ? [view, adminsRoom] : [view];
			return { ...nobody, view, id: "", changesRoom: view, statusesRooms, sessionKey, resume };
		}
		case "ticket": {
			if (id === undefined || !state.tickets.has(id)) return "ticket/unknown";
			const room = phoneRoom(id);
			return { ...nobody, view, id, changesRoom: room, statusesRooms: [room], resume };
		}
	}
}

/** Whether the session that a client was admitted by still holds; so it does for those that need none. */
export function isStillSignedIn(
	{ handshake }: Pick<Socket, "handshake">,
	{ sessionKey }: Client,
	signedIn: AdmissionParts["signedIn"],
): boolean {
	return sessionKey === null || signedIn(handshake.headers.cookie)?.key === sessionKey;
}
/** The room of those who are told of devices. */
export const adminsRoom = "admins";

/** Who is told what is said in a room. */
export function audienceOf(room: string): Audience {
	const [name = ""] = room.split(":");
	if (name === "board" || name === "counter" || name === "kiosk" || name === "ticket") return name;
	return "staff";
}

/** The room of a counter's screens. */
export function counterRoom(counterId: string): string {
	return `counter:${counterId}`;
}

/** The room of the phones that follow a ticket. */
export function phoneRoom(ticketId: string): string {
	return `ticket:${ticketId}`;
}
