import fc from "fast-check";
import { expect, test } from "vitest";
import { changeOf } from "../live/change-of.ts";
import { createPhones } from "../live/phones.ts";
import { createSharedViews, type SharedView } from "../live/shared-views.ts";
import type { Command } from "../queue/command.ts";
import { decide } from "../queue/decide.ts";
import { evolve } from "../queue/evolve.ts";
import { communeSettings, hung, lan } from "../queue/rehearsal.ts";
import { emptyState } from "../queue/state.ts";

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
);

/** The view of an audience, the phone's as one of a single row. */
function viewOf(audience: "board" | "staff" | "kiosk" | "ticket"): SharedView {
	if (audience !== "ticket") return createSharedViews(services)[audience];
	const phones = createPhones(services);
	phones.enter("phieu-2");
	return {
		rows(state) {
			const ticket = phones.row(state, "phieu-2");
			return ticket ? { ticket } : {};
		},
		changes: (state, event) => phones.changes(state, event)[0]?.change.set ?? null,
	};
}

function liveDay(commands: readonly Command[], audience: "board" | "staff" | "kiosk" | "ticket") {
	const state = emptyState();
	const view = viewOf(audience);
	let tickets = 0;
	let rows: { [key: string]: unknown } = {};
	const all: Command[] = [
		{ type: "open-day", day: "2026-11-21", settings: communeSettings },
		...commands,
	];
	for (const one of all) {
		const decided = decide(state, one, { newTicketId: () => `phieu-${++tickets}` });
		for (const event of decided.ok ? decided.value : []) {
			const stamped = { ...event, seq: state.seq + 1, at: "2026-11-21T01:00:00.000Z" };
			evolve(state, stamped);
			if (!changeOf(state, stamped)) {
				rows = structuredClone(view.rows(state));
				continue;
			}
			for (const [key, row] of Object.entries(view.changes(state, stamped) ?? {})) {
				if (row === null) delete rows[key];
				else rows[key] = structuredClone(row);
			}
		}
	}
	return { state, view, rows };
}

test.each(["board", "staff", "kiosk", "ticket"] as const)(
	"the rows a %s keeps by taking changes in are the rows of the state",
	(audience) => {
		fc.assert(
			fc.property(fc.array(command, { maxLength: 80 }), (commands) => {
				const { state, view, rows } = liveDay(commands, audience);
				expect(rows).toEqual(view.rows(state));
			}),
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
