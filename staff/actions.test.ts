import { describe, expect, it } from "vitest";
import type { StaffCounterRow, StaffTicket } from "../protocol/live.ts";
import { staffWords } from "../words/staff.ts";
import { type ActionName, actions } from "./actions.ts";

const called: StaffTicket = {
	id: "0123456789abcdefghijkl",
	number: "A012",
	serviceId: "ho-tich",
	state: "called",
	priorityClass: null,
	procedureCode: "1.001193",
	issuedAt: "2026-11-21T01:00:00.000Z",
	calledAt: "2026-11-21T01:20:00.000Z",
	startedAt: null,
	callCount: 1,
	visit: [],
	notes: [],
};
const open: StaffCounterRow = {
	kind: "counter",
	id: "quay-3",
	label: "3",
	services: ["ho-tich"],
	serving: ["ho-tich"],
	pausedFor: null,
	status: "open",
	officer: { username: "hanh", name: "Nguyễn Thị Hạnh" },
	current: null,
};
const withCalled: StaffCounterRow = { ...open, current: called };
const withServed: StaffCounterRow = { ...open, current: { ...called, state: "serving" } };

function possible(counter: StaffCounterRow): ActionName[] {
	return actions.filter(({ guard }) => guard(counter)).map(({ name }) => name);
}

function act(name: ActionName, counter: StaffCounterRow) {
	return actions.find((action) => action.name === name)?.perform(counter);
}

describe("the actions of a counter", () => {
	it("have a key each, and no two the same", () => {
		const keys = actions.map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		for (const key of keys) expect(key).toMatch(/^[A-Z]$/);
	});

	it("have a name of their own in every language", () => {
		for (const words of Object.values(staffWords)) {
			const labels = actions.map(({ label }) => label(words));
			expect(new Set(labels).size).toBe(labels.length);
		}
		expect(actions.map(({ label }) => label(staffWords.vi)).slice(0, 5)).toEqual([
			"Gọi số tiếp theo",
			"Gọi lại",
			"Bắt đầu phục vụ",
			"Hoàn thành",
			"Vắng mặt",
		]);
	});

	it.each<[string, StaffCounterRow, ActionName[]]>([
		["open and empty", open, ["call-next", "pause", "close"]],
		[
			"somebody is called",
			withCalled,
			["call-next", "recall", "start", "finish", "miss", "print", "pause", "close"],
		],
		["somebody is served", withServed, ["call-next", "finish", "print", "pause", "close"]],
		["paused and empty", { ...open, status: "paused" }, ["reopen", "close"]],
		[
			"paused while serving",
			{ ...withServed, status: "paused" },
			["finish", "print", "reopen", "close"],
		],
		["closed", { ...open, status: "closed", officer: null }, []],
	])("are those that make sense when the counter is %s", (_, counter, names) => {
		expect(possible(counter)).toEqual(names);
	});

	it("ask first what becomes of somebody at a counter that closes, and of nobody else", () => {
		const asking = (counter: StaffCounterRow) =>
			actions.filter(({ asks }) => asks?.(counter)).map(({ name }) => name);
		expect(asking(withCalled)).toEqual(["close"]);
		expect(asking(withServed)).toEqual(["close"]);
		expect(asking(open)).toEqual([]);
	});

	it("tell the hub whom the officer saw, so that nobody else is meant", () => {
		expect(act("call-next", open)).toEqual({ path: "call-next", body: { ifCurrent: null } });
		expect(act("call-next", withCalled)).toEqual({
			path: "call-next",
			body: { ifCurrent: called.id },
		});
		expect(act("miss", withCalled)).toEqual({ path: "miss", body: { ticketId: called.id } });
		expect(act("print", withServed)).toEqual({ path: "print", body: {}, ticketId: called.id });
		expect(act("close", open)).toEqual({ path: "close", body: { ifCurrent: null } });
		expect(act("reopen", { ...open, status: "paused" })).toEqual({ path: "open", body: {} });
	});
});
