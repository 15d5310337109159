import { describe, expect, it } from "vitest";
import { consoleWords } from "../../words/console.ts";
import { aSeat, calledTicket } from "./a-seat.ts";
import { type ActionName, actionNamed, actions } from "./actions.ts";
import type { Seat } from "./seat.ts";
import { labelOf, ticketActs } from "./ticket-acts.ts";

const servedTicket = { ...calledTicket, state: "serving" as const };
const withCalled = aSeat({ current: calledTicket });
const withServed = aSeat({ current: servedTicket });
/** What has nothing to do with who is at the counter. */
const always: ActionName[] = [
	"services",
	"close",
	"hand-over",
	"find",
	"issue",
	"whole-line",
	"keys",
	"sound",
];

function possible(seat: Seat): ActionName[] {
	return actions.filter(({ off }) => off(seat) === null).map(({ name }) => name);
}

function sent(name: ActionName, seat: Seat) {
	return actionNamed(name).perform?.(seat);
}

describe("the actions of a counter", () => {
	it("have a key each, and no two the same; so have those of a ticket that is looked at", () => {
		for (const all of [actions, ticketActs]) {
			const keys = all.map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
			for (const key of keys) expect(key).toMatch(/^[A-Z?]$/);
		}
		expect(new Set(actions.map(({ name }) => name)).size).toBe(actions.length);
	});

	it("have a name of their own in every language, whoever is at the counter", () => {
		for (const words of Object.values(consoleWords)) {
			for (const seat of [aSeat(), withCalled]) {
				const labels = actions.map(({ label }) => label(words, seat));
				expect(new Set(labels).size).toBe(labels.length);
			}
		}
		expect(actions.slice(0, 5).map(({ label }) => label(consoleWords.vi, aSeat()))).toEqual([
			"Gọi số tiếp theo",
			"Bắt đầu phục vụ",
			"Hoàn thành",
			"Gọi lại",
			"Vắng mặt",
		]);
	});

	it("say what they do: calling the next finishes whoever is there", () => {
		const { label } = actionNamed("call-next");
		expect(label(consoleWords.vi, withServed)).toBe("Xong A012 · Gọi số tiếp theo");
		expect(label(consoleWords.en, aSeat())).toBe("Call next number");
		const [call] = ticketActs;
		const other = { ...calledTicket, id: "phieu-2", number: "B004", state: "waiting" as const };
		if (call?.name !== "call") throw new Error("the first is to call");
		expect(labelOf(call, consoleWords.vi, withServed, other)).toBe("Xong A012 · Gọi B004 đến quầy");
		expect(labelOf(call, consoleWords.vi, aSeat(), other)).toBe("Gọi B004 đến quầy");
	});

	it.each<[string, Seat, ActionName[]]>([
		["open and empty", aSeat(), ["call-next", "pause"]],
		[
			"somebody is called",
			withCalled,
			["call-next", "start", "finish", "recall", "miss", "park", "transfer", "print", "pause"],
		],
		[
			"somebody is served",
			withServed,
			["call-next", "finish", "park", "transfer", "print", "pause"],
		],
		["paused and empty", aSeat({ status: "paused" }), ["reopen"]],
		[
			"paused while serving",
			aSeat({ status: "paused", current: servedTicket }),
			["finish", "park", "transfer", "print", "reopen"],
		],
		[
			"something was done a moment ago",
			aSeat({}, { undoable: { what: "gọi A012", act: 7, endsAtMs: 0 } }),
			["call-next", "undo", "pause"],
		],
	])("are those that make sense when the counter is %s", (_, seat, names) => {
		expect(possible(seat).sort()).toEqual([...names, ...always].sort());
	});

	it("are off while the hub is away, but for what is done on this machine", () => {
		expect(possible(aSeat({ current: calledTicket }, { away: true }))).toEqual(["keys", "sound"]);
		expect(actionNamed("call-next").off(aSeat({}, { away: true }))).toBe("away");
	});

	it("call nobody and miss nobody while the hall is stopped; who is there is served to the end", () => {
		const stopped = possible(aSeat({ current: calledTicket }, { stopped: true }));
		for (const name of ["call-next", "recall", "miss", "issue"]) {
			expect(stopped).not.toContain(name);
		}
		expect(stopped).toEqual(expect.arrayContaining(["start", "finish", "park", "transfer"]));
	});

	it("point at one thing to do next, at most", () => {
		const expected = (seat: Seat) =>
			actions.filter((one) => one.off(seat) === null && one.expected?.(seat)).map(({ key }) => key);
		expect(expected(aSeat())).toEqual(["G"]);
		expect(expected(withCalled)).toEqual(["B"]);
		expect(expected(withServed)).toEqual(["G"]);
		expect(expected(aSeat({ status: "paused" }))).toEqual(["M"]);
	});

	it("ask first what becomes of somebody at a counter that closes, and of nobody else", () => {
		expect(actionNamed("close").asks?.(withServed)).toMatchObject({ about: "closing" });
		expect(actionNamed("close").asks?.(aSeat())).toBeNull();
	});

	it("tell the hub whom the officer saw, so that nobody else is meant", () => {
		const { id } = calledTicket;
		expect(sent("call-next", aSeat())).toEqual({ path: "call-next", body: { ifCurrent: null } });
		expect(sent("call-next", withCalled)).toEqual({ path: "call-next", body: { ifCurrent: id } });
		expect(sent("miss", withCalled)).toEqual({ path: "miss", body: { ticketId: id } });
		expect(sent("print", withServed)).toEqual({ path: "print", body: {}, ticketId: id });
		expect(sent("close", aSeat())).toEqual({ path: "close", body: { ifCurrent: null } });
		expect(sent("reopen", aSeat({ status: "paused" }))).toEqual({ path: "open", body: {} });
		const call = ticketActs.find(({ name }) => name === "call");
		const other = { ...calledTicket, id: "phieu-2", state: "waiting" as const };
		expect(call?.perform?.(withCalled, other)).toEqual({
			path: "call",
			body: { ticketId: "phieu-2", ifCurrent: id },
		});
	});
});
