import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change, Rows } from "../../protocol/live.ts";
import { changesOf } from "../live/changes.ts";
import { createHistory, heeds } from "../live/history.ts";
import { createPhones } from "../live/phones.ts";
import type { Command } from "../queue/command.ts";
import { decide } from "../queue/decide.ts";
import { evolve } from "../queue/evolve.ts";
import { communeSettings, hung, lan } from "../queue/rehearsal.ts";
import { emptyState, type QueueState } from "../queue/state.ts";
import { allRows } from "./view.ts";

const services = [
	{ id: "ho-tich", prefix: "A", name: { vi: "Hộ tịch", en: "Civil status" } },
	{ id: "chung-thuc", prefix: "B", name: { vi: "Chứng thực", en: "Certification" } },
];

const at = fc.record({
	counterId: fc.constantFrom("quay-1", "quay-2"),
	officer: fc.constantFrom(lan, hung),
});
const command: fc.Arbitrary<Command> = fc.oneof(
	fc.constantFrom("ho-tich", "chung-thuc").map((serviceId) => ({
		type: "issue-ticket" as const,
		serviceId,
		priorityClass: null,
		procedureCode: null,
		language: "vi" as const,
		kioskId: null,
	})),
	at.map((where) => ({ type: "call-next" as const, ...where })),
	fc
		.tuple(
			at,
			fc.constantFrom("recall" as const, "start" as const, "finish" as const, "miss" as const),
		)
		.map(([where, type]) => ({ type, ...where })),
	at.map((where) => ({
		type: "open-counter" as const,
		...where,
		holdsMany: true,
		takeOver: true,
	})),
	fc
		.tuple(at, fc.constantFrom("pause-counter" as const, "close-counter" as const))
		.map(([where, type]) => ({ type, ...where })),
	fc
		.tuple(at, fc.constantFrom("finish" as const, "miss" as const, "return" as const))
		.map(([where, current]) => ({ type: "close-counter" as const, ...where, current })),
);

type Audience = "board" | "staff" | "kiosk" | "ticket";

/** The rows of an audience as it is told of them, the phone's as those of a single row. */
function toldRows(audience: Audience) {
	const history = createHistory(services);
	const phones = createPhones(services);
	phones.enter("phieu-2");
	return {
		saw: history.saw,
		rows(state: QueueState): Rows<unknown> {
			if (audience !== "ticket") return allRows(history.views[audience], state);
			const ticket = phones.row(state, "phieu-2");
			return ticket ? { ticket } : {};
		},
		/** What it is told of all it saw since the last time; null where it begins anew. */
		changes(state: QueueState): readonly Change[] | null {
			const noted = history.take();
			if (!noted) return null;
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
function liveDay(commands: readonly Command[], audience: Audience, together = 1) {
	const state = emptyState();
	const told = toldRows(audience);
	let tickets = 0;
	let rows: Rows<unknown> = {};
	const all: Command[] = [
		{ type: "open-day", day: "2026-11-21", settings: communeSettings },
		...commands,
	];
	for (const [index, one] of all.entries()) {
		const decided = decide(state, one, { newTicketId: () => `phieu-${++tickets}` });
		for (const event of decided.ok ? decided.value : []) {
			const stamped = { ...event, seq: state.seq + 1, at: "2026-11-21T01:00:00.000Z" };
			evolve(state, stamped);
			told.saw(state, stamped);
		}
		if ((index + 1) % together > 0 && one !== all.at(-1)) continue;
		const changes = told.changes(state);
		if (!changes) rows = structuredClone(told.rows(state));
		for (const [key, row] of (changes ?? []).flatMap(({ set }) => Object.entries(set))) {
			if (row === null) delete rows[key];
			else rows[key] = structuredClone(row);
		}
	}
	return { state, expected: told.rows(state), rows };
}

test.each(["board", "staff", "kiosk", "ticket"] as const)(
	"the rows a %s keeps by taking changes in are the rows of the state",
	(audience) => {
		fc.assert(
			fc.property(
				fc.array(command, { maxLength: 80 }),
				fc.integer({ min: 1, max: 9 }),
				(commands, together) => {
					const { expected, rows } = liveDay(commands, audience, together);
					expect(rows).toEqual(expected);
				},
			),
		);
	},
);

test("a board never carries a ticket's id or an officer's name", () => {
	fc.assert(
		fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
			const text = JSON.stringify(liveDay(commands, "board").rows);
			expect(text).not.toMatch(/phieu-|Nguyễn|Trần|"lan"|"hung"/);
		}),
	);
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
	const calls = Object.keys(liveDay(commands, "board").rows).filter((key) =>
		key.startsWith("call:"),
	);
	expect(calls.sort()).toEqual(["3", "4", "5", "6", "7", "8", "9"].map((n) => `call:A00${n}`));
});
