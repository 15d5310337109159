import type { Machine } from "../fake-printer/machine.ts";
import { openPseudoTerminal } from "./pseudo-terminal.ts";

/** A printer at the other end of a device file. */
export async function attachTerminal(machine: Machine) {
	const terminal = await openPseudoTerminal();
	let left = Buffer.alloc(0);

	function pass(): void {
		// There may be room again, and this be called, while the printer still takes in.
		const offered = left;
		left = Buffer.alloc(0);
		left = Buffer.concat([offered.subarray(machine.feed(offered)), left]);
		terminal.pause(left.length > 0);
	}

	terminal.onBytes((bytes) => {
		left = Buffer.concat([left, bytes]);
		pass();
	});
	machine.onRoom(pass);
	machine.onReply((bytes) => terminal.say(bytes));
	return {
		path: terminal.path,
		close: () => terminal.close(),
	};
}
