import { describe, expect, it } from "vitest";
import type { BoardRow, CallRow, Rows } from "../../protocol/live.ts";
import { boardView } from "./view.ts";

function call(number: string, calledSeq: number, counterId = "quay-3"): CallRow {
	return {
		kind: "call",
		number,
		serviceId: "ho-tich",
		counter: { id: counterId, label: counterId.slice(5) },
		callCount: 1,
		at: "2026-11-21T01:00:00.000Z",
		calledSeq,
	};
}

function counter(id: string, label: string): BoardRow {
	return { kind: "counter", id, label, status: "open", current: null };
}

const hall = { counters: null, services: null };

describe("the board's view", () => {
	it("puts the newest call first; a recall moves it up and does not double it", () => {
		const rows: Rows<BoardRow> = {
			"call:A001": call("A001", 3),
			"call:B001": call("B001", 8),
			"call:A002": call("A002", 5),
		};
		expect(boardView(rows, hall).calls.map(({ number }) => number)).toEqual([
			"B001",
			"A002",
			"A001",
		]);
		const recalled = { ...rows, "call:A001": call("A001", 9) };
		expect(boardView(recalled, hall).calls.map(({ number }) => number)).toEqual([
			"A001",
			"B001",
			"A002",
		]);
	});

	it("counts counters as people do and puts services by their letter", () => {
		const rows: Rows<BoardRow> = {
			"counter:c": counter("c", "10"),
			"counter:a": counter("a", "2"),
			"counter:b": counter("b", "1"),
			"service:y": {
				kind: "service",
				id: "y",
				prefix: "B",
				name: { vi: "Chứng thực", en: "Certification" },
				waiting: 0,
				closed: null,
				quotaLeft: null,
			},
			"service:x": {
				kind: "service",
				id: "x",
				prefix: "A",
				name: { vi: "Hộ tịch", en: "Civil status" },
				waiting: 2,
				closed: null,
				quotaLeft: null,
			},
		};
		const view = boardView(rows, hall);
		expect(view.counters.map(({ label }) => label)).toEqual(["1", "2", "10"]);
		expect(view.services.map(({ prefix }) => prefix)).toEqual(["A", "B"]);
		expect(view.calls).toEqual([]);
	});

	it("of a board for some counters has these, their services, and the calls to them", () => {
		const service = (id: string, prefix: string): BoardRow => ({
			kind: "service",
			id,
			prefix,
			name: { vi: "Hộ tịch", en: "Civil status" },
			waiting: 0,
			closed: null,
			quotaLeft: null,
		});
		const rows: Rows<BoardRow> = {
			"call:A001": call("A001", 3, "quay-1"),
			"call:B001": call("B001", 8, "quay-2"),
			"counter:quay-1": counter("quay-1", "1"),
			"counter:quay-2": counter("quay-2", "2"),
			"service:ho-tich": service("ho-tich", "A"),
			"service:chung-thuc": service("chung-thuc", "B"),
		};
		const zone = { counters: new Set(["quay-2"]), services: new Set(["chung-thuc"]) };
		const view = boardView(rows, zone);
		expect(view.calls.map(({ number }) => number)).toEqual(["B001"]);
		expect(view.counters.map(({ id }) => id)).toEqual(["quay-2"]);
		expect(view.services.map(({ id }) => id)).toEqual(["chung-thuc"]);
	});
});
