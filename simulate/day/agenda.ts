/** What happens next in a running day. `turn` names the state of whom it is about: where that has gone on meanwhile, it does not happen. */
export type Happening =
	/** Somebody comes in and asks for a number. */
	| { type: "comes" }
	/** Numbers begin to be given: who stands at the door crowds round the kiosk. */
	| { type: "door-opens"; place: number }
	/** The next of that crowd asks for a number. */
	| { type: "crowd-comes" }
	/** Somebody who waits has no more patience, and gives the number up or goes without a word. */
	| { type: "leaves"; ticketId: string; turn: number; saysSo: boolean }
	/** Somebody who was called stands at the counter. */
	| { type: "answers"; ticketId: string; turn: number }
	/** Somebody who was put aside has everything now. */
	| { type: "returns"; ticketId: string; turn: number }
	/** An officer does what is next. */
	| { type: "acts"; place: number; turn: number };

export interface Entry<What = Happening> {
	readonly atMs: number;
	/** Of what happens at the same instant, what was entered first. */
	readonly order: number;
	readonly what: What;
}

/** What is to come, the soonest first. */
export interface Agenda<What = Happening> {
	/** What never happens is not entered. */
	enter(atMs: number, what: What): void;
	soonest(): Entry<What> | undefined;
	take(): Entry<What> | undefined;
}

/** A binary heap: behind place n come 2n + 1 and 2n + 2. */
export function createAgenda<What = Happening>(): Agenda<What> {
	const heap: Entry<What>[] = [];
	let entered = 0;
	return {
		enter(atMs, what) {
			if (atMs === Number.POSITIVE_INFINITY) return;
			// Events know whole milliseconds.
			rise(heap, { atMs: Math.ceil(atMs), order: ++entered, what });
		},
		soonest: () => heap[0],
		take() {
			const first = heap[0];
			const last = heap.pop();
			if (first && last && last !== first) sink(heap, last);
			return first;
		},
	};
}

function isBefore(one: Entry<unknown>, other: Entry<unknown>): boolean {
	return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}

function rise<What>(heap: Entry<What>[], entry: Entry<What>): void {
	let at = heap.length;
	while (at > 0) {
		const parentAt = (at - 1) >>> 1;
		const parent = heap[parentAt];
		if (!parent || isBefore(parent, entry)) break;
		heap[at] = parent;
		at = parentAt;
	}
	heap[at] = entry;
}

function sink<What>(heap: Entry<What>[], entry: Entry<What>): void {
	let at = 0;
	for (;;) {
		const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
		const isRight = left !== undefined && right !== undefined && isBefore(right, left);
		const child = isRight ? right : left;
		if (!child || isBefore(entry, child)) break;
		heap[at] = child;
		at = 2 * at + (isRight ? 2 : 1);
	}
	heap[at] = entry;
}
