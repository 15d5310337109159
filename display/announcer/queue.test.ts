import fc from "fast-check";
import { expect, test } from "vitest";
import type { SpokenCall } from "./announcement.ts";
import { advance, type CallQueue, enqueue, keepWanted, mostWaiting, silence } from "./queue.ts";

const call = (number: string, callCount = 1, counterLabel = "1"): SpokenCall => ({
	number,
	counterLabel,
	callCount,
});

function called(...calls: SpokenCall[]): CallQueue {
	return calls.reduce<CallQueue>(enqueue, silence);
}

test("calls are said in the order in which they came", () => {
	let queue = called(call("A001"), call("B001"), call("A002"));
	const said: string[] = [];
	while (queue.next.length > 0) {
		queue = advance(queue);
		said.push(queue.now?.number ?? "");
	}
	expect(said).toEqual(["A001", "B001", "A002"]);
	expect(advance(queue)).toEqual(silence);
});

test("a recall of a number that waits takes its place instead of doubling it", () => {
	const queue = called(call("A001"), call("B001"), call("A001", 2), call("B001", 1, "4"));
	expect(queue.next).toEqual([call("A001", 2), call("B001", 1, "4")]);
});

test("a number that is being said and is called again is said again", () => {
	const queue = enqueue(advance(called(call("A001"), call("B001"))), call("A001", 2));
	expect(queue).toEqual({ now: call("A001"), next: [call("B001"), call("A001", 2)] });
});

test("with more than eight waiting the oldest gives way", () => {
	const queue = called(...Array.from({ length: 11 }, (_, index) => call(`A0${index + 10}`)));
	expect(queue.next.map(({ number }) => number)).toEqual(
		"A013 A014 A015 A016 A017 A018 A019 A020".split(" "),
	);
});

test("a call that is over is not said, and one that is being said is said to its end", () => {
	const queue = advance(called(call("A001"), call("A002"), call("A003")));
	expect(keepWanted(queue, ({ number }) => number === "A003")).toEqual({
		now: call("A001"),
		next: [call("A003")],
	});
	expect(keepWanted(queue, () => true)).toBe(queue);
});

test("whatever happens, no number waits twice, no more than eight wait, and none overtakes another", () => {
	const number = fc.integer({ min: 1, max: 14 }).map((value) => `A${value}`);
	const act = fc.oneof(
		number.map((of) => ({ does: "call" as const, of })),
		fc.constant({ does: "advance" as const }),
		number.map((of) => ({ does: "end" as const, of })),
	);
	fc.assert(
		fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
			let queue: CallQueue = silence;
			const since = new Map<string, number>();
			for (const [index, one] of acts.entries()) {
				if (one.does === "call") {
					if (!queue.next.some((waiting) => waiting.number === one.of)) since.set(one.of, index);
					queue = enqueue(queue, call(one.of));
				} else if (one.does === "advance") queue = advance(queue);
				else queue = keepWanted(queue, (waiting) => waiting.number !== one.of);
				const waiting = queue.next.map((next) => next.number);
				expect(new Set(waiting).size).toBe(waiting.length);
				expect(waiting.length).toBeLessThanOrEqual(mostWaiting);
				const ages = waiting.map((next) => since.get(next) ?? -1);
				expect(ages).toEqual([...ages].sort((a, b) => a - b));
			}
		}),
	);
});
