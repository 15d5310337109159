import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ChangeType } from "../../protocol/live.ts";
import { queueDay } from "../queue/rehearsal.ts";
import { createCounterScreens } from "./counter-screens.ts";
import { createHistory } from "./history.ts";
import { createPhones } from "./phones.ts";
import { services } from "./rehearsal.ts";
import { createTelling, type Prepared, restMs } from "./telling.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Sent = [room: string, type: ChangeType, seq: number, waiting: unknown];

/** A day on a disk in the test's hand: what is done is told when `settle` says that it is durable. */
function office() {
	const history = createHistory({ services });
	const phones = createPhones({ services });
	const day = queueDay(undefined, (state, event) => history.saw(state, event));
	day.open("quay-1");
	history.take();
	const heard = new Set(["board", "staff"]);
	const sent: Sent[] = [];
	let durableSeq = day.state.seq;
	let awaited = false;
	const telling = createTelling({
		history,
		phones,
		counterScreens: createCounterScreens({ services }),
		isHeard: (room) => heard.has(room),
		isAwaited: () => awaited,
		emit(room, { type, seq, set }) {
			const row = set["service:ho-tich"];
			const waiting = row && typeof row === "object" && "waiting" in row ? row.waiting : undefined;
			sent.push([room, type, seq, waiting]);
		},
		onRested() {
			if (day.state.seq === durableSeq) telling.tellRest(day.state);
		},
	});
	telling.beginAt(durableSeq);

	function seal(): Prepared {
		const prepared = telling.prepare(day.state);
		if (!prepared) throw new Error("every view begins anew");
		return prepared;
	}
	function publish(prepared: Prepared): void {
		durableSeq = prepared.seq;
		telling.publish(prepared);
	}
	return {
		...day,
		history,
		phones,
		telling,
		sent,
		seal,
		publish,
		settle: () => publish(seal()),
		sentTo: (room: string) => sent.filter(([to]) => to === room).map(([, ...rest]) => rest),
		letSomebodyWait() {
			awaited = true;
		},
	};
}

test("what comes alone is told at once", () => {
	const { issue, settle, sent, state } = office();
	issue("ho-tich");
	settle();
	expect(sent).toEqual([
		["board", "issued", state.seq, 1],
		["staff", "issued", state.seq, 1],
	]);
});

test("rows that follow closely are told together a tenth of a second later, as the last of them", () => {
	const { issue, settle, sentTo, state } = office();
	for (let person = 0; person < 4; person++) {
		issue("ho-tich");
		settle();
	}
	const { seq } = state;
	expect(sentTo("staff")).toEqual([["issued", seq - 3, 1]]);
	vi.advanceTimersByTime(restMs);
	expect(sentTo("staff")).toEqual([
		["issued", seq - 3, 1],
		["issued", seq, 4],
	]);
	vi.advanceTimersByTime(5 * restMs);
	expect(sentTo("staff")).toHaveLength(2);
});

test("a call is never held back and takes along the board's rows that were; the staff's wait", () => {
	const { issue, callNext, settle, sentTo, state } = office();
	issue("ho-tich");
	settle();
	issue("ho-tich");
	issue("ho-tich");
	settle();
	callNext("quay-1");
	settle();
	expect(sentTo("board").slice(1)).toEqual([["called", state.seq, 2]]);
	expect(sentTo("staff")).toHaveLength(1);
	vi.advanceTimersByTime(restMs);
	expect(sentTo("board")).toHaveLength(2);
	expect(sentTo("staff").slice(1)).toEqual([["called", state.seq, 2]]);
});

test("a phone hears its own call at once", () => {
	const { issue, callNext, settle, sentTo, phones, state } = office();
	issue("ho-tich");
	const [id = ""] = state.tickets.keys();
	settle();
	phones.enter(id);
	issue("ho-tich");
	settle();
	callNext("quay-1");
	settle();
	expect(sentTo(`ticket:${id}`).map(([type]) => type)).toEqual(["called"]);
});

test("where rows have waited long enough while more is on its way to the disk, they go with that", () => {
	const { issue, settle, seal, publish, sentTo, state } = office();
	issue("ho-tich");
	settle();
	issue("ho-tich");
	settle();
	issue("ho-tich");
	const underWay = seal();
	issue("ho-tich");
	vi.advanceTimersByTime(restMs);
	expect(sentTo("staff")).toHaveLength(1);
	// Prepared while rows still rested: the batch after it has them.
	publish(underWay);
	expect(sentTo("staff")).toHaveLength(1);
	settle();
	expect(sentTo("staff").slice(1)).toEqual([["issued", state.seq, 4]]);
});

test("rows whose rest ended while they were on their way are told when that is durable and nothing follows", () => {
	const { issue, settle, seal, publish, sentTo, state } = office();
	issue("ho-tich");
	settle();
	issue("ho-tich");
	const underWay = seal();
	vi.advanceTimersByTime(restMs);
	publish(underWay);
	expect(sentTo("staff").slice(1)).toEqual([["issued", state.seq, 2]]);
});

test("what was made ready and never became durable is told to nobody, and what was before it still is", () => {
	const { issue, settle, seal, telling, history, sentTo, state } = office();
	issue("ho-tich");
	settle();
	issue("ho-tich");
	settle();
	const { seq } = state;
	vi.advanceTimersByTime(restMs / 2);
	seal();
	history.forgetAfter(seq);
	telling.tellRest(state);
	expect(sentTo("staff").slice(1)).toEqual([["issued", seq, 2]]);
});

test("somebody who waits to be let in does not wait for rows to rest", () => {
	const { issue, settle, sentTo, telling, state, letSomebodyWait } = office();
	issue("ho-tich");
	settle();
	letSomebodyWait();
	issue("ho-tich");
	settle();
	expect(sentTo("staff")).toHaveLength(2);
	expect(telling.toldSeq("staff")).toBe(state.seq);
});

test("a rush that would outrun the history is told before it does", () => {
	const { issue, settle, sentTo } = office();
	issue("ho-tich");
	settle();
	for (let person = 0; person < 499; person++) issue("ho-tich");
	settle();
	expect(sentTo("staff")).toHaveLength(1);
	issue("ho-tich");
	settle();
	expect(sentTo("staff")).toHaveLength(2);
});

test("a day that begins anew is made ready for nobody", () => {
	const { apply, telling, state } = office();
	apply({ type: "close-day" });
	expect(telling.prepare(state)).toBeNull();
});
