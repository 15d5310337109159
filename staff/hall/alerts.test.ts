import { describe, expect, test } from "vitest";
import type { Rows, StaffCounterRow, StaffRow } from "../../protocol/live.ts";
import type { PrinterStatus } from "../../protocol/printing.ts";
import { aCounter } from "../console/a-seat.ts";
import { alertsOf, type Looked } from "./alerts.ts";

const nowMs = Date.parse("2026-11-23T03:00:00Z");
const ago = (minutes: number) => new Date(nowMs - minutes * 60_000).toISOString();

/** A hall with one line of `waiting`, in which somebody has stood for `minutes`, and these counters. */
function hall(
	{ waiting, minutes }: { waiting: number; minutes: number },
	counters: Partial<StaffCounterRow>[],
	more: Partial<Looked> = {},
): Looked {
	const rows: Rows<StaffRow> = {
		hall: { kind: "hall", stopped: null, hours: null },
		"service:ho-tich": {
			kind: "service",
			id: "ho-tich",
			prefix: "A",
			name: { vi: "Hộ tịch", en: "Civil status" },
			waiting,
			closed: null,
			quotaLeft: null,
		},
		"line:ho-tich": {
			kind: "line",
			id: "ho-tich",
			next: [],
			oldest: waiting > 0 ? ago(minutes) : null,
		},
	};
	for (const [index, counter] of counters.entries()) {
		const label = String(index + 1);
		rows[`counter:quay-${label}`] = aCounter({ id: `quay-${label}`, label, ...counter });
	}
	return {
		rows,
		hall: { services: [{ id: "ho-tich", targetMinutes: 30 }], devices: [] },
		printers: new Map<string, PrinterStatus>(),
		nowMs,
		...more,
	};
}

describe("a supervisor is told", () => {
	test("before all else that everything is stopped, also where nobody waits", () => {
		const looked = hall({ waiting: 0, minutes: 0 }, []);
		looked.rows.hall = {
			kind: "hall",
			hours: null,
			stopped: { at: ago(5), reason: "power", note: null },
		};
		expect(alertsOf(looked)).toEqual([{ about: "stopped", at: ago(5), reason: "power" }]);
	});

	test("that people wait on a day that was made a day off; not once they have gone, nor of other hours", () => {
		const off: StaffRow = { kind: "hall", stopped: null, hours: { periods: [], reason: null } };
		const looked = hall({ waiting: 5, minutes: 2 }, [{}]);
		looked.rows.hall = off;
		expect(alertsOf(looked)).toEqual([{ about: "closed-today", waiting: 5 }]);
		const moved = { periods: [{ from: "07:30", to: "10:00" }], reason: null };
		looked.rows.hall = { ...off, hours: moved };
		expect(alertsOf(looked)).toEqual([]);
		const gone = hall({ waiting: 0, minutes: 0 }, [{}]);
		gone.rows.hall = off;
		expect(alertsOf(gone)).toEqual([]);
	});

	test("that people wait whom nobody calls", () => {
		expect(alertsOf(hall({ waiting: 3, minutes: 2 }, [{ status: "paused" }]))).toEqual([
			{ about: "nobody-serves", serviceId: "ho-tich", waiting: 3 },
		]);
	});

	test("that somebody waits longer than is usual, and not before", () => {
		const serving = [{ since: ago(1) }];
		expect(alertsOf(hall({ waiting: 1, minutes: 30 }, serving))).toEqual([]);
		expect(alertsOf(hall({ waiting: 1, minutes: 31 }, serving))).toEqual([
			{ about: "long-wait", serviceId: "ho-tich", number: null, minutes: 31, usual: 30 },
		]);
	});

	test("that a counter is free for three minutes while somebody waits for it", () => {
		const free = (minutes: number) => [{ since: ago(minutes) }];
		expect(alertsOf(hall({ waiting: 1, minutes: 10 }, free(2)))).toEqual([]);
		expect(alertsOf(hall({ waiting: 1, minutes: 10 }, free(4)))).toEqual([
			{ about: "idle-counter", label: "1", minutes: 4 },
		]);
		// Who has come just now has not been left waiting.
		expect(alertsOf(hall({ waiting: 1, minutes: 1 }, free(40)))).toEqual([]);
		expect(alertsOf(hall({ waiting: 0, minutes: 0 }, free(40)))).toEqual([]);
	});

	test("of printers and devices that are not there, also while the hall is stopped; of lines not then", () => {
		const looked = hall({ waiting: 4, minutes: 50 }, [], {
			printers: new Map([
				["may-in-1", { id: "may-in-1", state: "blocked", reasons: ["paper-out"], waiting: 2 }],
			]),
		});
		looked.rows.hall = {
			kind: "hall",
			hours: null,
			stopped: { at: ago(5), reason: "power", note: null },
		};
		const devices = [
			{ name: "Bảng sảnh chính", online: false, lastSeenAt: ago(9) },
			{ name: "Máy lấy số 2", online: true, lastSeenAt: ago(0) },
		];
		looked.hall = { services: [], devices };
		expect(alertsOf(looked)).toEqual([
			{ about: "stopped", at: ago(5), reason: "power" },
			{ about: "printer", id: "may-in-1", state: "blocked" },
			{ about: "device", name: "Bảng sảnh chính", lastSeenAt: ago(9) },
		]);
	});
});
