import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PhoneRow } from "../../protocol/live.ts";
import { type Alert, alertOf, type Told, toldFrom, toText } from "./alerts.ts";

const waiting: PhoneRow = {
	kind: "ticket",
	id: "0123456789abcdefghijkl",
	number: "A012",
	serviceId: "ho-tich",
	serviceName: { vi: "Tư pháp – Hộ tịch", en: "Civil status" },
	visit: [],
	state: "waiting",
	ahead: 8,
	counter: null,
	callCount: 0,
	issuedAt: "2026-11-21T01:00:00.000Z",
	calledAt: null,
};
const soon: PhoneRow = { ...waiting, ahead: 3 };
const next: PhoneRow = { ...waiting, ahead: 0 };
const called: PhoneRow = {
	...waiting,
	state: "called",
	ahead: null,
	counter: { id: "quay-3", label: "3" },
	callCount: 1,
	calledAt: "2026-11-21T01:20:00.000Z",
};
const recalled: PhoneRow = { ...called, callCount: 2 };
const serving: PhoneRow = { ...called, state: "serving" };
const missed: PhoneRow = { ...called, state: "missed" };
const done: PhoneRow = { ...called, state: "done" };
/** In the line again, where what has been called stays counted. */
const restored: PhoneRow = { ...waiting, callCount: 1 };
const calledLater: PhoneRow = { ...called, callCount: 2, calledAt: "2026-11-21T02:00:00.000Z" };
const elsewhere: PhoneRow = { ...waiting, serviceId: "chung-thuc" };

/** What rings at each of the rows that a page learns, one after the other. */
function alertsAt(rows: readonly PhoneRow[], opened: Told | null = null): (Alert | null)[] {
	let told = opened;
	return rows.map((row) => {
		const heard = alertOf(told, row);
		told = heard.told;
		return heard.alert;
	});
}

const no = null;
const days: [what: string, rows: PhoneRow[], alerts: (Alert | null)[]][] = [
	["who moves up is told once that it is almost time", [waiting, soon, next], [no, "soon", no]],
	["who is called is told", [waiting, called], [no, "called"]],
	[
		"the same call is told once, however often its row comes",
		[waiting, called, called],
		[no, "called", no],
	],
	["a recall is told again", [waiting, called, recalled], [no, "called", "called"]],
	[
		"several recalls missed in a sleep are told as one",
		[waiting, { ...called, callCount: 4 }],
		[no, "called"],
	],
	["a call slept through rings when the phone wakes to it", [soon, called], [no, "called"]],
	["a call that is over when the phone wakes does not ring", [waiting, serving], [no, no]],
	["nor one that was missed", [waiting, missed], [no, no]],
	[
		"nor does anything ring when all is done",
		[waiting, called, serving, done],
		[no, "called", no, no],
	],
	[
		"a page opened at a call rings for the next one alone",
		[called, called, recalled],
		[no, no, "called"],
	],
	["a page opened with few ahead says nothing", [soon, next], [no, no]],
	[
		"who wandered back into the line is told anew",
		[called, missed, restored, { ...restored, ahead: 2 }, calledLater],
		[no, no, no, "soon", "called"],
	],
	[
		"more people before one again, and fewer, is not told twice",
		[waiting, soon, waiting, soon],
		[no, "soon", no, no],
	],
	[
		"in the line of another service it is told again that it is almost time",
		[waiting, soon, elsewhere, { ...elsewhere, ahead: 1 }],
		[no, "soon", no, "soon"],
	],
	["a call that is undone does not ring", [waiting, called, waiting], [no, "called", no]],
	[
		"but the one after it does, though it is counted alike",
		[waiting, called, waiting, calledLater],
		[no, "called", no, "called"],
	],
	[
		"also where the undoing was slept through",
		[waiting, called, { ...calledLater, callCount: 1 }],
		[no, "called", "called"],
	],
	[
		"a recall that is undone does not ring, and the next one does",
		[waiting, called, recalled, called, recalled],
		[no, "called", "called", no, "called"],
	],
];

describe("what rings on a phone", () => {
	it.each(days)("%s", (_, rows, alerts) => {
		expect(alertsAt(rows)).toEqual(alerts);
	});

	it("a page that is loaded again knows what was told before", () => {
		const { told } = alertOf(alertOf(null, waiting).told, called);
		const kept = toldFrom(toText(told));
		expect(alertsAt([called, recalled], kept)).toEqual([no, "called"]);
		const beforeTheCall = toldFrom(toText(alertOf(null, waiting).told));
		expect(alertsAt([called], beforeTheCall)).toEqual(["called"]);
	});

	it.each([null, "", "không phải JSON", "null", "3", '{"callCount":"1"}'])(
		"what was not kept so is as if nothing was: %s",
		(text) => {
			expect(toldFrom(text)).toBeNull();
		},
	);

	it("nothing rings twice in a row for rows that say the same", () => {
		const rows = [waiting, soon, next, called, recalled, serving, missed, restored, calledLater];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...rows), { minLength: 1 }), (learned) => {
				const twice = learned.flatMap((row) => [row, row]);
				const alerts = alertsAt(twice);
				expect(alerts.filter((_, at) => at % 2 === 1).every((alert) => alert === null)).toBe(true);
				for (const [at, alert] of alerts.entries()) {
					if (alert === "called") expect(twice[at]?.state).toBe("called");
				}
			}),
		);
	});
});
