import { connect, type Socket } from "node:net";
import { type Line, type Link, LinkError } from "../link.ts";
import { pieceLine } from "./piece-line.ts";

/** How long a network printer is waited for, in milliseconds. */
export interface TcpTimings {
	connectMs: number;
	/** For any more of the bytes to be taken: a slow printer takes them bit by bit. */
	stalledMs: number;
}

export const tcpTimings: TcpTimings = { connectMs: 3_000, stalledMs: 10_000 };

const pieceBytes = 16 * 1024;

/** A printer on the network, at its raw port (mostly 9100). Such a printer serves one connection at a time. */
export function tcpLink(
	{ host, port }: { host: string; port: number },
	{ connectMs, stalledMs }: TcpTimings = tcpTimings,
): Link {
	return {
		bytesPerSecond: null,
		open(signal) {
			return new Promise((resolve, reject) => {
				const socket = connect({ host, port, noDelay: true, keepAlive: true });
				const timer = setTimeout(() => failed("no connection in time"), connectMs);
				const aborted = () => failed("it is not wanted any more");
				function failed(why: string): void {
					settled();
					// One that is not connected yet would be reset only once it is, minutes later.
					socket.destroy();
					reject(new LinkError("unreachable", why));
				}
				function settled(): void {
					clearTimeout(timer);
					signal.removeEventListener("abort", aborted);
					socket.removeAllListeners();
					// A socket without a listener for errors would bring the process down.
					socket.on("error", () => undefined);
				}
				socket.once("error", (error) => failed(error.message));
				socket.once("connect", () => {
					settled();
					resolve(lineOver(socket, stalledMs));
				});
				signal.addEventListener("abort", aborted);
				if (signal.aborted) aborted();
			});
		},
	};
}

function lineOver(socket: Socket, stalledMs: number): Line {
	const { line, heard, lost } = pieceLine({
		pieceBytes,
		stalledMs,
		hand(piece, taken) {
			socket.write(piece, (error) => {
				// An error comes as an event too, and is dealt with there.
				if (!error) taken();
			});
		},
		// What the system has taken would come out when the printer goes on.
		stalled: () => void socket.resetAndDestroy(),
		async close(how) {
			if (how === "drop") socket.resetAndDestroy();
			else socket.destroySoon();
		},
	});
	socket.on("data", heard);
	socket.on("error", (error) => lost(new LinkError("closed", error.message)));
	socket.on("close", () => lost(new LinkError("closed", "the printer closed the connection")));
	return line;
}
