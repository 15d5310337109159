import { expect, test, vi } from "vitest";
import { conversationDevice, type Patience } from "./conversation.ts";
import { transmitPaperStatus } from "./escpos.ts";
import { type Line, type Link, LinkError } from "./link.ts";
import { abilitiesOf } from "./profiles.ts";

const abilities = abilitiesOf({ profile: "epson-tm-t88", widthDots: 576 }, []);
const patience: Patience = { askMs: 5_000, proofMs: 5_000, pollMs: 1_000, blockedMs: 10_000 };
const never = new AbortController().signal;
const ticket = { jobId: "viec-1", label: "A012", bytes: Buffer.from("ESC @ phiếu") };

/** What goes over the one line that a port has; another can be had when it was let go of. */
function onePort() {
	const log: string[] = [];
	let lose: (error: LinkError) => void = () => undefined;
	let isTaken = false;
	/** What the printer does with what it gets that is no question. */
	const takes = { bytes: async (_: Buffer): Promise<void> => undefined };
	const link: Link = {
		bytesPerSecond: null,
		async open() {
			if (isTaken) throw new LinkError("unreachable", "the port is in use");
			isTaken = true;
			log.push("open");
			let hear: (bytes: Uint8Array) => void = () => undefined;
			const line: Line = {
				hears: true,
				async write(bytes) {
					const all = Buffer.from(bytes);
					if (all.length === 3 && all[0] === 0x10) hear(Buffer.of(0b0001_0010));
					else if (all.equals(transmitPaperStatus)) hear(Buffer.of(0));
					else if (!all.subarray(0, 2).equals(Buffer.of(0x1d, 0x61))) await takes.bytes(all);
				},
				onBytes(listener) {
					hear = listener;
				},
				onLost(listener) {
					lose = listener;
				},
				async close(how) {
					log.push(how);
					await null;
					isTaken = false;
				},
			};
			return line;
		},
	};
	return { link, log, takes, lose: (error: LinkError) => lose(error) };
}

const print = (device: ReturnType<typeof conversationDevice>, signal = never) =>
	device.print(ticket, { signal, onBlocked: () => undefined });

test("a line that stood still is let go of, so that the same port can be had again", async () => {
	const { link, log, takes, lose } = onePort();
	const device = conversationDevice(link, abilities, patience);
	takes.bytes = async () => {
		const stalled = new LinkError("timeout", "no byte was taken");
		lose(stalled);
		throw stalled;
	};
	expect(await print(device)).toMatchObject({ state: "failed", reason: "timeout" });
	expect(log).toEqual(["open", "drop"]);
	expect(await device.ask(never)).toEqual({ state: "ready", reasons: [] });
	expect(log).toEqual(["open", "drop", "open"]);
});

test("a line that was lost between two jobs is let go of before another is got", async () => {
	const { link, log, lose } = onePort();
	const device = conversationDevice(link, abilities, patience);
	await device.ask(never);
	lose(new LinkError("closed", "the plug was pulled"));
	expect(await device.ask(never)).toEqual({ state: "ready", reasons: [] });
	expect(log).toEqual(["open", "drop", "open"]);
});

test("a line that comes when nobody wants it any more is let go of", async () => {
	const { link, log } = onePort();
	let isOpen: () => void = () => undefined;
	const opening = new Promise<void>((resolve) => {
		isOpen = resolve;
	});
	const late: Link = { ...link, open: (signal) => opening.then(() => link.open(signal)) };
	const device = conversationDevice(late, abilities, patience);
	const asked = device.ask(never);
	await device.close();
	isOpen();
	await asked;
	expect(log).toEqual(["open", "drop"]);
});

test("a stop while the rest of half a paper is being cleared away begins no other paper", async () => {
	const { link, takes, lose } = onePort();
	const device = conversationDevice(link, abilities, patience);
	takes.bytes = async () => {
		const stalled = new LinkError("timeout", "no byte was taken");
		lose(stalled);
		throw stalled;
	};
	await print(device);
	const ending = new AbortController();
	const taken = vi.fn();
	takes.bytes = async (bytes) => {
		taken(bytes.includes(ticket.bytes));
		ending.abort();
	};
	expect(await print(device, ending.signal)).toEqual({
		state: "failed",
		reason: "closed",
		untouched: true,
	});
	expect(taken.mock.calls).toEqual([[false]]);
});
