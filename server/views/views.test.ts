import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change, Rows } from "../../protocol/live.ts";
import { changesOf } from "../live/changes.ts";
import { createCounterScreens } from "../live/counter-screens.ts";
import { createHistory, heeds } from "../live/history.ts";
import { wrongParts } from "../live/outgoing.ts";
import { createPhones } from "../live/phones.ts";
import type { Command } from "../queue/command.ts";
import type { QueueSettings } from "../queue/event.ts";
import { usualPolicy } from "../queue/policy.ts";
import { communeSettings, lan, queueDay } from "../queue/rehearsal.ts";
import { aimed, days, type Happening } from "../queue/rehearsal-commands.ts";
import { settings } from "../queue/rehearsal-settings.ts";
import type { QueueState } from "../queue/state.ts";
import { allRows } from "./view.ts";

const services = [
	{ id: "ho-tich", prefix: "A", name: { vi: "Hộ tịch", en: "Civil status" } },
	{ id: "chung-thuc", prefix: "B", name: { vi: "Chứng thực", en: "Certification" } },
	{ id: "dat-dai", prefix: "E", name: { vi: "Đất đai", en: "Land" } },
];

type Audience = "board" | "counter" | "staff" | "kiosk" | "ticket";

/** The rows of an audience as it is told of them, the phone's as those of a single ticket. */
function toldRows(audience: Audience) {
	const history = createHistory({
		services,
		boards: [{ counters: ["quay-1"] }, { counters: ["quay-2", "quay-3"] }],
	});
	const phones = createPhones({ services });
	phones.enter("phieu-2");
	const screens = createCounterScreens({ services });
	screens.enter("quay-1");
	return {
		saw: history.saw,
		rows(state: QueueState): Rows<unknown> {
			if (audience === "counter") return screens.rows(state, "quay-1");
			if (audience === "ticket") return phones.rows(state, "phieu-2");
			return allRows(history.views[audience], state);
		},
		/** What it is told of all it saw since the last time; null where it begins anew. */
		changes(state: QueueState): readonly Change[] | null {
			const noted = history.take();
			if (!noted) {
				screens.forget();
				return null;
			}
			if (audience === "counter")
				return [...screens.changes(state, noted)].flatMap(([, told]) => told);
			if (audience === "ticket")
				return [...phones.changes(state, noted)].flatMap(([, told]) => told);
			return changesOf(
				noted.map(({ about, touched }) => ({ about, keys: touched[audience] })),
				heeds[audience],
				(key) => history.views[audience].row(state, key),
			);
		},
	};
}

/** @param together how many commands become durable, and are told, together */
function liveDay(
	office: QueueSettings,
	happenings: readonly Happening[],
	audience: Audience,
	together = 1,
) {
	const told = toldRows(audience);
	const day = queueDay(office, told.saw);
	let rows: Rows<unknown> = {};
	const take = () => {
		const changes = told.changes(day.state);
		for (const change of changes ?? []) {
			expect(wrongParts(audience, "change", change)).toEqual([]);
		}
		if (!changes) rows = structuredClone(told.rows(day.state));
		for (const [key, row] of (changes ?? []).flatMap(({ set }) => Object.entries(set))) {
			if (row === null) delete rows[key];
			else rows[key] = structuredClone(row);
		}
	};
	take();
	for (const [index, named] of happenings.entries()) {
		const one = aimed(day.state, named);
		if (one.type === "wait") day.wait(one.minutes);
		else day.apply(one);
		if ((index + 1) % together === 0 || index === happenings.length - 1) take();
	}
	const expected = told.rows(day.state);
	const whole = { epoch: "xa-tan-phu", seq: day.state.seq, view: expected };
	expect(wrongParts(audience, "snapshot", whole)).toEqual([]);
	return { state: day.state, expected, rows };
}

test.each(["board", "counter", "staff", "kiosk", "ticket"] as const)(
	"the rows a %s keeps by taking changes in are the rows of the state, and it is told nothing but what it may be told",
	(audience) => {
		fc.assert(
			fc.property(
				settings,
				days,
				fc.integer({ min: 1, max: 9 }),
				(office, happenings, together) => {
					const { expected, rows } = liveDay(office, happenings, audience, together);
					expect(rows).toEqual(expected);
				},
			),
			{ numRuns: 300 },
		);
	},
);

test.each(["board", "counter"] as const)(
	"a %s never carries a ticket's id or an officer's name",
	(audience) => {
		fc.assert(
			fc.property(settings, days, (office, happenings) => {
				const text = JSON.stringify(liveDay(office, happenings, audience).rows);
				expect(text).not.toMatch(/phieu-|Nguyễn|Trần|Lê|"lan"|"hung"|"mai"/);
			}),
		);
	},
);

test("boards and kiosks hear nothing where only the order of lines changes, and of no counter where nobody stood at one", () => {
	const history = createHistory({ services });
	const day = queueDay(
		{ ...communeSettings, policy: { ...usualPolicy, maxWaitMinutes: 5 } },
		history.saw,
	);
	day.issue("ho-tich");
	history.take();
	day.wait(6);
	day.apply({ type: "pass-time" });
	day.apply({ type: "give-up", ticketId: "phieu-1" });
	expect(history.take()?.map(({ about, touched }) => [about.type, touched])).toEqual([
		["reordered", { board: [], kiosk: [], staff: ["line:ho-tich", "line:chung-thuc"] }],
		[
			"cancelled",
			{
				board: ["service:ho-tich"],
				kiosk: ["service:ho-tich"],
				staff: ["aside:phieu-1", "service:ho-tich", "line:ho-tich"],
			},
		],
	]);
});

test.each(["pause-counter" as const, "close-counter" as const])(
	"staff and phones see whoever was kept for a counter among the others again after %s",
	(type) => {
		const where = { counterId: "quay-1", officer: lan };
		const take: Command = {
			type: "issue-ticket",
			serviceId: "ho-tich",
			priorityClass: null,
			procedureCode: null,
			language: "vi",
			kioskId: null,
		};
		const back = { ticketId: "phieu-3", ...where };
		const kept: Command[] = [
			...[take, take, take],
			{ type: "open-counter", ...where, holdsMany: false, takeOver: false },
			{ type: "call-ticket", ...back, reason: "Cụ bà đang mệt" },
			{ type: "park", ...where },
			{ type: "unpark", ...back },
		];
		const line = (happenings: readonly Command[]) =>
			liveDay(communeSettings, happenings, "staff").rows["line:ho-tich"];
		const phone = (happenings: readonly Command[]) =>
			liveDay(communeSettings, happenings, "ticket").rows.ticket;
		const numbers = (...all: string[]) => ({ next: all.map((number) => ({ number })) });
		expect(line(kept)).toMatchObject(numbers("A003", "A001", "A002"));
		expect(phone(kept)).toMatchObject({ number: "A002", ahead: 2 });
		const released: Command[] = [...kept, { type, ...where }];
		expect(line(released)).toMatchObject(numbers("A001", "A002", "A003"));
		expect(phone(released)).toMatchObject({ number: "A002", ahead: 1 });
	},
);

test("a phone with a slot hears who comes to stand before it, also after the office has given appointments up", () => {
	const take: Command = {
		type: "issue-ticket",
		serviceId: "ho-tich",
		priorityClass: null,
		procedureCode: null,
		language: "vi",
		kioskId: null,
	};
	const slots = { ...usualPolicy, appointments: { earlyMinutes: 5, lateMinutes: 10 } };
	const { rows } = liveDay(
		{ ...communeSettings, policy: slots },
		[
			take,
			{ ...take, appointmentAt: "2026-11-21T02:00:00.000Z" },
			{ type: "apply-settings", settings: { ...communeSettings, digest: "2" } },
			take,
		],
		"ticket",
	);
	expect(rows.ticket).toMatchObject({ number: "A002", ahead: 2 });
});

test("a board keeps the last seven calls and drops the eighth", () => {
	const commands: Command[] = Array.from({ length: 9 }, () => ({
		type: "issue-ticket",
		serviceId: "ho-tich",
		priorityClass: null,
		procedureCode: null,
		language: "vi",
		kioskId: null,
	}));
	const where = { counterId: "quay-1", officer: lan };
	commands.push({ type: "open-counter", ...where, holdsMany: false, takeOver: false });
	for (let call = 0; call < 9; call++) commands.push({ type: "call-next", ...where });
	const calls = Object.keys(liveDay(communeSettings, commands, "board").rows).filter((key) =>
		key.startsWith("call:"),
	);
	expect(calls.sort()).toEqual(["3", "4", "5", "6", "7", "8", "9"].map((n) => `call:A00${n}`));
});

test("a board for one counter has the last calls to it, however many there were to others since", () => {
	const issue: Command = {
		type: "issue-ticket",
		serviceId: "ho-tich",
		priorityClass: null,
		procedureCode: null,
		language: "vi",
		kioskId: null,
	};
	const commands: Command[] = Array.from({ length: 20 }, () => issue);
	const [first, second] = ["quay-1", "quay-2"].map((counterId, index) => ({
		counterId,
		officer: { ...lan, username: `can-bo-${index}` },
	}));
	if (!first || !second) throw new Error("two counters are needed");
	for (const where of [first, second]) {
		commands.push({ type: "open-counter", ...where, holdsMany: false, takeOver: false });
	}
	commands.push({ type: "call-next", ...first }, { type: "call-next", ...first });
	for (let call = 0; call < 12; call++) commands.push({ type: "call-next", ...second });
	const { rows } = liveDay(communeSettings, commands, "board");
	const calls = Object.keys(rows).filter((key) => key.startsWith("call:"));
	const shown = ["01", "02", "08", "09", "10", "11", "12", "13", "14"];
	expect(calls.sort()).toEqual(shown.map((number) => `call:A0${number}`));
	expect(rows["call:A001"]).toMatchObject({ counter: { id: "quay-1" } });
});
