import type { StaffCounterRow, StaffTicket } from "../../protocol/live.ts";
import type { Seat } from "./seat.ts";

/** Somebody called, for tests. */
export const calledTicket: StaffTicket = {
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

/** An open counter with two services, for tests: nobody is at it unless that is said. */
export function aCounter(more: Partial<StaffCounterRow> = {}): StaffCounterRow {
	return {
		kind: "counter",
		id: "quay-3",
		label: "3",
		services: ["ho-tich", "chung-thuc"],
		serving: ["ho-tich", "chung-thuc"],
		pausedFor: null,
		status: "open",
		officer: { username: "hanh", name: "Nguyễn Thị Hạnh" },
		current: null,
		since: null,
		...more,
	};
}

/** An officer who can do whatever the counter allows, for tests. */
export function aSeat(counter: Partial<StaffCounterRow> = {}, more: Partial<Seat> = {}): Seat {
	return { counter: aCounter(counter), stopped: false, away: false, undoable: null, ...more };
}
