/** What a code says that was held under the reader. */
export type Scan =
	| { is: "ticket"; ticketId: string }
	| { is: "procedure"; code: string }
	/** Nothing of this house, an identity card perhaps: what it said is not kept. */
	| { is: "unread" };

/** A ticket's QR leads to `/t/ID`; a procedure is named by its national code, alone or inside an address. */
export function readScan(text: string): Scan {
	const [, ticketId] = /\/t\/([A-Za-z0-9_-]{22})$/.exec(text) ?? [];
	if (ticketId !== undefined) return { is: "ticket", ticketId };
	const [, code] = /(?:^|[/=])([0-9]\.[0-9]{6})$/.exec(text) ?? [];
	if (code !== undefined) return { is: "procedure", code };
	return { is: "unread" };
}

/** Keys as a reader types them. */
export interface Wedge {
	/** Takes a key as the browser names it; answers with what was read once the reader has typed its Enter, else null. */
	key(key: string, atMs: number): string | null;
}

/**
 * A reader of codes types what it reads as a keyboard does, a key every few milliseconds and Enter at the end. What means
 * something here is taken at any pace up to a slow reader's; anything else only where no person types so fast.
 */
export function createWedge(): Wedge {
	const fast = createRun(readerMs);
	const slow = createRun(hesitantMs);
	return {
		key(key, atMs) {
			// Capitals come with a Shift of their own.
			if (key === "Shift") return null;
			if (key !== "Enter") {
				for (const run of [fast, slow]) run.add(key, atMs);
				return null;
			}
			const runs = [fast.end(atMs), slow.end(atMs)];
			const read =
				runs.find(({ text }) => readScan(text).is !== "unread") ??
				// The longer one first: all of what a reader typed by fits and starts is to go.
				runs.reverse().find(({ text, meanMs }) => text.length >= shortest && meanMs <= readerMs);
			return read?.text ?? null;
		},
	};
}

/** Letters that followed one another within so many milliseconds. */
function createRun(withinMs: number) {
	let text = "";
	let fromMs = 0;
	let lastMs = Number.NEGATIVE_INFINITY;
	return {
		add(key: string, atMs: number) {
			if (atMs - lastMs > withinMs || key.length !== 1) {
				text = "";
				fromMs = atMs;
			}
			lastMs = atMs;
			if (key.length === 1) text = (text + key).slice(-longest);
		},
		end(atMs: number) {
			const ended = {
				text: atMs - lastMs > withinMs ? "" : text,
				meanMs: (lastMs - fromMs) / Math.max(1, text.length - 1),
			};
			text = "";
			lastMs = Number.NEGATIVE_INFINITY;
			return ended;
		},
	};
}

/** Readers type 5 to 20 ms apart, set to their slowest some 50; a fast typist needs more than 60 ms a letter. */
const readerMs = 50;
/** A busy machine hands single keys over later. */
const hesitantMs = 250;
const shortest = 6;
/** The longest of these codes is an address of some 300 letters. */
const longest = 1_000;
