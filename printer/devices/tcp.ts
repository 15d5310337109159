import { connect, type Socket } from "node:net";
import { type Line, type Link, LinkError } from "../link.ts";

/** How long a network printer is waited for, in milliseconds. */
export interface TcpTimings {
	connectMs: number;
	/** For any more of the bytes to be taken: a slow printer takes them bit by bit. */
	stalledMs: number;
}

export const tcpTimings: TcpTimings = { connectMs: 3_000, stalledMs: 10_000 };

/** Bytes that are handed on at once: small enough to notice that none are taken any more. */
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
	let ended: LinkError | null = null;
	let refuse: (error: LinkError) => void = () => undefined;
	let onBytes: (bytes: Uint8Array) => void = () => undefined;
	let onLost: (error: LinkError) => void = () => undefined;

	function end(error: LinkError): void {
		if (ended) return;
		ended = error;
		socket.destroy();
		refuse(error);
		onLost(error);
	}

	socket.on("data", (bytes) => onBytes(bytes));
	socket.on("error", (error) => end(new LinkError("closed", error.message)));
	socket.on("close", () => end(new LinkError("closed", "the printer closed the connection")));

	function writePiece(piece: Uint8Array): Promise<void> {
		return new Promise((resolve, reject) => {
			if (ended) {
				reject(ended);
				return;
			}
			const timer = setTimeout(() => {
				// What the system has taken would come out when the printer goes on.
				socket.resetAndDestroy();
				end(new LinkError("timeout", `no byte was taken for ${stalledMs} ms`));
			}, stalledMs);
			refuse = (error) => {
				clearTimeout(timer);
				reject(error);
			};
			socket.write(piece, (error) => {
				clearTimeout(timer);
				// An error comes as an event too, and is dealt with there.
				if (!error) resolve();
			});
		});
	}

	return {
		hears: true,
		async write(bytes) {
			for (let at = 0; at < bytes.length; at += pieceBytes) {
				await writePiece(bytes.subarray(at, at + pieceBytes));
			}
		},
		onBytes(listener) {
			onBytes = listener;
		},
		onLost(listener) {
			onLost = listener;
		},
		async close(how) {
			onLost = () => undefined;
			ended ??= new LinkError("closed", "the line was let go of");
			refuse(ended);
			if (how === "drop") socket.resetAndDestroy();
			else socket.destroySoon();
		},
	};
}
