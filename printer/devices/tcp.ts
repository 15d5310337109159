import { connect, type Socket } from "node:net";
import { type Device, type Outcome, statusAfter } from "../device.ts";
import { findPaperReply } from "./paper-reply.ts";

/** How long a network printer is waited for. */
export interface TcpTimings {
	connectMs: number;
	/** For all bytes of a ticket to be taken. */
	writeMs: number;
	/** For the answer after the last byte. */
	replyMs: number;
}

export const tcpTimings: TcpTimings = { connectMs: 3_000, writeMs: 10_000, replyMs: 5_000 };

/** A printer on the network, at its raw port (mostly 9100). Each ticket has a connection of its own. */
export function tcpDevice(
	address: { host: string; port: number },
	timings: TcpTimings = tcpTimings,
): Device {
	let last: Outcome = { state: "confirmed", low: false };
	return {
		async print(bytes, _slip, signal) {
			last = await attempt(address, bytes, timings, signal);
			return last;
		},
		status: () => statusAfter(last),
	};
}

/** How far a ticket has got decides what a lost connection or a time-out means for it. */
type Stage = "connecting" | "writing" | "waiting";

function attempt(
	{ host, port }: { host: string; port: number },
	bytes: Uint8Array,
	timings: TcpTimings,
	signal: AbortSignal,
): Promise<Outcome> {
	if (signal.aborted) return Promise.resolve({ state: "failed", reason: "closed" });
	return new Promise((resolve) => {
		const socket = connect({ host, port });
		let stage: Stage = "connecting";
		let received = Buffer.alloc(0);
		let receivedBefore = 0;
		let timer = setTimeout(timedOut, timings.connectMs);

		function end(outcome: Outcome): void {
			clearTimeout(timer);
			signal.removeEventListener("abort", aborted);
			hangUp(socket, outcome);
			resolve(outcome);
		}

		function enter(next: Stage, timeoutMs: number): void {
			stage = next;
			clearTimeout(timer);
			timer = setTimeout(timedOut, timeoutMs);
		}

		function timedOut(): void {
			if (stage === "connecting") {
				end({ state: "failed", reason: "unreachable", detail: "no connection in time" });
			} else {
				end({ state: stage === "waiting" ? "unconfirmed" : "failed", reason: "timeout" });
			}
		}

		function lost(detail: string): void {
			if (stage === "connecting") end({ state: "failed", reason: "unreachable", detail });
			else {
				end({ state: stage === "waiting" ? "unconfirmed" : "failed", reason: "closed", detail });
			}
		}

		function aborted(): void {
			end({ state: stage === "waiting" ? "unconfirmed" : "failed", reason: "closed" });
		}

		signal.addEventListener("abort", aborted);
		socket.on("connect", () => {
			enter("writing", timings.writeMs);
			socket.write(bytes, (error) => {
				// An error comes as an event too, and is dealt with there.
				if (error) return;
				receivedBefore = received.length;
				enter("waiting", timings.replyMs);
			});
		});
		socket.on("data", (chunk) => {
			received = Buffer.concat([received, chunk]);
			const reply = stage === "waiting" ? findPaperReply(received, receivedBefore) : null;
			if (reply?.out) end({ state: "blocked", reason: "paper-out" });
			else if (reply) end({ state: "confirmed", low: reply.nearEnd });
		});
		socket.on("error", (error) => lost(error.message));
		socket.on("close", () => lost("the printer closed the connection"));
	});
}

/** What a printer has taken may print; what it was told to have failed must not come out of a buffer later. */
function hangUp(socket: Socket, outcome: Outcome): void {
	socket.removeAllListeners();
	// A socket without a listener for errors would bring the process down.
	socket.on("error", () => undefined);
	if (outcome.state === "failed") socket.resetAndDestroy();
	else socket.destroySoon();
}
