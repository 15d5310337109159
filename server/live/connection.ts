import type { Socket } from "socket.io";

/** A client's connection, whatever it was opened for. */
export type Connection = Socket["conn"];

/**
 * How much may wait to be sent to one client. The longest thing ever said at once, 1,000 missed changes of the staff's
 * rows, is under 3 MB; whoever has more waiting does not read, and is better served by coming back.
 */
const unreadLimitBytes = 4 * 1024 * 1024;

/** Cuts a client off that lets more than `unreadLimitBytes` wait: the hub's memory is not for keeping what nobody reads. */
export function limitUnread(connection: Connection): void {
	/** What is not yet handed to the transport; counted in characters, few of which are more than a byte. */
	let heldBytes = 0;
	connection.on("packetCreate", ({ data }: { data?: string | Buffer }) => {
		heldBytes += data?.length ?? 0;
		if (heldBytes + transportOf(connection).bufferedAmount > unreadLimitBytes) cutOff(connection);
	});
	connection.on("flush", () => {
		heldBytes = 0;
	});
}

/** Ends a connection at once, with whatever still waits in it: a polite close would wait for the client to read. */
export function cutOff(connection: Connection): void {
	transportOf(connection).terminate();
	connection.close(true);
}

/**
 * Lets all that goes out to a client in one go leave in one write to its socket; message by message each would be a call into the
 * system of its own. Where messages are compressed each leaves when it is ready, after both events: this does nothing then.
 */
export function sendTogether(connection: Connection): void {
	const { socket } = connection.request;
	connection.on("flush", () => socket.cork());
	connection.on("drain", () => socket.uncork());
}

interface Unsent {
	/** Bytes that are written and that the system has not taken, and those that wait to be compressed. */
	bufferedAmount: number;
	terminate(): void;
}

/** The WebSocket under a connection. Long polling has none: what waits there is all still held. */
function transportOf({ transport }: Connection): Unsent {
	const socket: unknown = "socket" in transport ? transport.socket : null;
	return isUnsent(socket) ? socket : { bufferedAmount: 0, terminate() {} };
}

function isUnsent(socket: unknown): socket is Unsent {
	return (
		typeof socket === "object" &&
		socket !== null &&
		"bufferedAmount" in socket &&
		typeof socket.bufferedAmount === "number" &&
		"terminate" in socket &&
		typeof socket.terminate === "function"
	);
}
