import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Command } from "./command.ts";
import { hung, lan, queueDay, refusalOf } from "./rehearsal.ts";
import type { TicketState } from "./ticket.ts";

const at = { counterId: "quay-1", officer: lan } as const;
const ticketId = "phieu-1";

/** How a ticket comes to be in a state, at the counter of the officer who acts next. */
const paths: Record<TicketState, readonly Command[]> = {
	waiting: [],
	called: [{ type: "call-next", ...at }],
	serving: [
		{ type: "call-next", ...at },
		{ type: "start", ...at },
	],
	parked: [
		{ type: "call-next", ...at },
		{ type: "park", ...at },
	],
	missed: [
		{ type: "call-next", ...at },
		{ type: "miss", ...at },
	],
	done: [
		{ type: "call-next", ...at },
		{ type: "finish", ...at },
	],
	cancelled: [{ type: "give-up", ticketId }],
	expired: [
		{ type: "close-day" },
		{ type: "open-counter", ...at, holdsMany: false, takeOver: false },
	],
};

const acts: readonly [name: string, act: Command][] = [
	["call-next", { type: "call-next", ...at }],
	["call-ticket", { type: "call-ticket", ...at, ticketId, reason: "Người bệnh nặng" }],
	["recall", { type: "recall", ...at, ticketId }],
	["start", { type: "start", ...at, ticketId }],
	["finish", { type: "finish", ...at, ticketId }],
	["miss", { type: "miss", ...at, ticketId }],
	["park", { type: "park", ...at, ticketId }],
	["unpark", { type: "unpark", ...at, ticketId }],
	["restore", { type: "restore", ...at, ticketId }],
	["transfer", { type: "transfer", ...at, ticketId, toServiceId: "chung-thuc" }],
	["cancel", { type: "cancel", ...at, ticketId }],
	["give-up", { type: "give-up", ticketId }],
];

function outcome(state: TicketState, act: Command): string {
	const day = queueDay();
	day.issue("ho-tich");
	day.open("quay-1");
	day.open("quay-2", hung);
	for (const step of paths[state]) expect(day.apply(step).ok).toBe(true);
	const ticket = day.state.tickets.get(ticketId);
	expect(ticket?.state).toBe(state);
	const before = structuredClone(day.state);
	const done = day.apply(act);
	if (!done.ok) {
		expect(day.state).toEqual(before);
		return `\`${refusalOf(done)}\``;
	}
	return done.value.some((event) => "ticketId" in event) ? (ticket?.state ?? "") : "–";
}

test("what each act does to a ticket in each state stands in docs/CALLING.md as it is", () => {
	const states = Object.keys(paths) as TicketState[];
	const table = [
		`| | ${states.join(" | ")} |`,
		`|${" --- |".repeat(states.length + 1)}`,
		...acts.map(
			([name, act]) => `| ${name} | ${states.map((state) => outcome(state, act)).join(" | ")} |`,
		),
	];
	expect(tablesWritten()).toContain(table.join("\n"));
});

const statuses = ["open", "paused", "closed"] as const;
const there = { counterId: "quay-2", officer: hung } as const;
const toThere: Command = { type: "transfer", ...at, ticketId, toCounterId: "quay-2" };

/** What is done before the other counter becomes open, paused or closed, and what afterwards. */
const keeping: readonly [name: string, before: readonly Command[], after: readonly Command[]][] = [
	["transfer to the counter", [], [toThere]],
	[
		"unpark of who was parked there",
		[
			{ type: "call-next", ...there },
			{ type: "park", ...there },
		],
		[{ type: "unpark", ...at, ticketId }],
	],
	[
		"undo of a call from elsewhere of who was kept for it",
		[toThere, { type: "call-ticket", ...at, ticketId, reason: "Người bệnh nặng" }],
		[{ type: "undo", ...at }],
	],
	["the counter becomes so while somebody is kept for it", [toThere], []],
];

function keptOrNot(
	status: (typeof statuses)[number],
	before: readonly Command[],
	after: readonly Command[],
): string {
	const day = queueDay();
	day.issue("ho-tich");
	day.open("quay-1");
	day.open("quay-2", hung);
	for (const step of before) expect(day.apply(step).ok).toBe(true);
	if (status === "paused") day.apply({ type: "pause-counter", ...there });
	if (status === "closed") day.apply({ type: "close-counter", ...there });
	expect(day.state.counters.get("quay-2")?.status).toBe(status);
	for (const step of after) {
		const done = day.apply(step);
		if (!done.ok) return `\`${refusalOf(done)}\``;
	}
	const ticket = day.state.tickets.get(ticketId);
	expect(ticket).toMatchObject({ state: "waiting", serviceId: "ho-tich" });
	return ticket?.reservedFor === "quay-2" ? "kept" : "in the line";
}

test("whom a counter keeps that is open, paused or closed stands in docs/CALLING.md as it is", () => {
	const table = [
		`| | ${statuses.join(" | ")} |`,
		`|${" --- |".repeat(statuses.length + 1)}`,
		...keeping.map(
			([name, before, after]) =>
				`| ${name} | ${statuses.map((status) => keptOrNot(status, before, after)).join(" | ")} |`,
		),
	];
	expect(tablesWritten()).toContain(table.join("\n"));
});

/** The tables of the page, each as it is written there. */
function tablesWritten(): string[] {
	const docs = readFileSync(new URL("../../docs/CALLING.md", import.meta.url), "utf8");
	return docs.match(/^\|.*$(?:\n^\|.*$)*/gm) ?? [];
}
