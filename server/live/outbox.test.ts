import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Change, ChangeType } from "../../protocol/live.ts";
import { createOutbox } from "./outbox.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function outbox() {
	const sent: [room: string, type: ChangeType, seq: number, waiting: unknown][] = [];
	const box = createOutbox((room, { type, seq, set }) => {
		sent.push([room, type, seq, set["service:ho-tich"]]);
	});
	return { ...box, sent };
}

/** A change that says how many wait. */
function change(type: ChangeType, seq: number): Change {
	return { type, seq, at: "2026-11-21T01:00:00.000Z", set: { "service:ho-tich": seq } };
}

test("what comes alone goes at once", () => {
	const { add, send, sent } = outbox();
	add("staff", [change("issued", 3)], "rows");
	send();
	expect(sent).toEqual([["staff", "issued", 3, 3]]);
});

test("rows that follow closely come together a tenth of a second later, as the last of them", () => {
	const { add, send, sent } = outbox();
	for (const [seq, type] of (["issued", "called", "finished", "called"] as const).entries()) {
		add("staff", [change(type, seq)], "rows");
		send();
	}
	expect(sent).toEqual([["staff", "issued", 0, 0]]);
	vi.advanceTimersByTime(100);
	expect(sent.slice(1)).toEqual([["staff", "called", 3, 3]]);
	vi.advanceTimersByTime(500);
	expect(sent).toHaveLength(2);
});

test("a call is never held back, and takes along the rows that were", () => {
	const { add, send, sent } = outbox();
	for (const [seq, type] of (
		["issued", "issued", "called", "called", "issued"] as const
	).entries()) {
		add("board", [change(type, seq)], "calls");
		send();
	}
	expect(sent).toEqual([
		["board", "issued", 0, 0],
		["board", "called", 2, 2],
		["board", "called", 3, 3],
	]);
	vi.advanceTimersByTime(100);
	expect(sent.at(-1)).toEqual(["board", "issued", 4, 4]);
});
