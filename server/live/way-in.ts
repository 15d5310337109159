import type { IncomingMessage } from "node:http";
import type { ProblemCode } from "../../protocol/problem.ts";
import { rangeOf } from "../door/addresses.ts";
import type { Door } from "../door/door.ts";
import { type Connection, cutOff } from "./connection.ts";

export type DoorOfLive = Pick<
	Door,
	"callers" | "liveViews" | "handshakes" | "countMessages" | "countSigns" | "writeHeaders"
>;

/** Why a handshake, or a request of long polling, goes no further; null where it may. */
export function refusalOf(
	request: IncomingMessage,
	{ callers, handshakes }: DoorOfLive,
): ProblemCode | null {
	if (callers.knownHost(request) === null) return "request/unknown-host";
	if (callers.isForeign(request)) return "request/foreign-origin";
	// Long polling asks again and again; it is one view all the same.
	const isGoingOn = /[?&]sid=/.test(request.url ?? "");
	if (!isGoingOn && !handshakes.takes(rangeOf(callers.addressOf(request))))
		return "request/too-many";
	return null;
}

/** Counts a live view for as long as it is there, and cuts off whoever has too many. */
export function countIn(connection: Connection, { callers, liveViews }: DoorOfLive): void {
	const left = liveViews.open(rangeOf(callers.addressOf(connection.request)));
	if (left === null) cutOff(connection);
	else connection.once("close", left);
}

/** Ends a handshake with a code, as `connect_error` tells it to the client. */
export function refuse(next: (error: Error) => void, code: ProblemCode): void {
	next(Object.assign(new Error(code), { data: { code } }));
}

/**
 * Cuts off a client that sends more than a view has to say; it may come back. Its signs of life, one for each of the hub's pings, are no
 * messages: an office that allows few of those would else lose its screens.
 */
export function limitMessages(
	connection: Connection,
	{ countMessages, countSigns }: DoorOfLive,
): void {
	const messages = countMessages();
	const signs = countSigns();
	connection.on("packet", ({ type }: { type: string }) => {
		const counted = type === "message" ? messages : signs;
		if (!counted.takes("")) cutOff(connection);
	});
}
