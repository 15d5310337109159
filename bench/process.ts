import { type ChildProcess, fork } from "node:child_process";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type Static, type TSchema, Type } from "typebox";
import { Value } from "typebox/value";

/** A process of the bench's own, so that what is measured shares its event loop with nobody. */
export interface BenchProcess<Order, Reply> {
	/**
	 * Gives it one thing to do and waits until that is done; one at a time.
	 * @throws {Error} with its own words where it could not be done, or where the process ended
	 */
	ask(order: Order): Promise<Reply>;
	stop(): Promise<void>;
}

/** What goes over the wire between the bench and a process of its own. */
export interface Trade<Order extends TSchema, Reply extends TSchema> {
	/** The module that does the work, as it is built. */
	module: URL;
	order: Order;
	reply: Reply;
}

const Answer = Type.Union([
	Type.Object({ done: Type.Unknown() }),
	Type.Object({ failed: Type.String() }),
]);

export function startProcess<Order extends TSchema, Reply extends TSchema>(
	trade: Trade<Order, Reply>,
): BenchProcess<Static<Order>, Static<Reply>> {
	const name = basename(trade.module.pathname);
	const child = fork(fileURLToPath(trade.module));
	// "close" never comes once the channel is closed from here.
	const ended = new Promise<number | null>((exited) => child.once("exit", exited));
	return {
		async ask(order) {
			const answer = await new Promise<unknown>((answered, failed) => {
				child.once("message", answered);
				ended.then((code) => failed(new Error(`${name} ended with ${code}`)));
				send(child, order, failed);
			});
			const { failed, done } = Value.Check(Answer, answer)
				? { failed: undefined, done: undefined, ...answer }
				: { failed: "it answered what nobody understands", done: undefined };
			if (failed !== undefined) throw new Error(`${name}: ${failed}`);
			if (!Value.Check(trade.reply, done)) throw new Error(`${name} answered amiss`);
			return done;
		},
		async stop() {
			if (child.connected) child.disconnect();
			await ended;
		},
	};
}

/** The other end: does what it is asked, and ends when the bench does. */
export function serve<Order extends TSchema, Reply extends TSchema>(
	trade: Trade<Order, Reply>,
	fulfil: (order: Static<Order>) => Promise<Static<Reply>>,
): void {
	const tell = (answer: Static<typeof Answer>) => process.send?.(answer);
	process.on("message", (order: unknown) => {
		if (!Value.Check(trade.order, order)) {
			tell({ failed: `an order it does not know: ${JSON.stringify(order)}` });
			return;
		}
		fulfil(order).then(
			(done) => tell({ done }),
			(error: Error) => tell({ failed: error.stack ?? error.message }),
		);
	});
	process.on("disconnect", () => process.exit(0));
}

function send(child: ChildProcess, order: object, failed: (error: Error) => void): void {
	child.send(order, (error) => {
		if (error) failed(error);
	});
}
