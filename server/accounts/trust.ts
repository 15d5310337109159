import type { IncomingMessage } from "node:http";

/** What of a request tells where it comes from. */
export interface Sender {
	headers: IncomingMessage["headers"];
	socket: { remoteAddress?: string | undefined };
}

const forwardedHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/**
 * Whether a request comes from a device of the lobby: from the hub's own machine, and not through a proxy, where everybody
 * would look as if they were.
 */
export function isTrustedDevice(request: Sender): boolean {
	if (forwardedHeaders.some((name) => request.headers[name] !== undefined)) return false;
	return isLoopback(request.socket.remoteAddress ?? "");
}

/** Whether an address is this machine itself: 127.0.0.0/8, ::1, or the former as IPv6 writes it. */
export function isLoopback(address: string): boolean {
	return address === "::1" || /^(::ffff:)?127\./.test(address) || address === "localhost";
}

/** Whether a page of another site sends this: the browser names where it comes from, and that is not this hub. */
export function isForeignOrigin(headers: IncomingMessage["headers"]): boolean {
	const { origin, host } = headers;
	if (origin === undefined) return false;
	try {
		return new URL(origin).host !== host;
	} catch {
		// "null" and what is no address at all belong to nobody we know.
		return true;
	}
}
