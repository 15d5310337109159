import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { actions } from "../../staff/console/actions.ts";
import type { Seat } from "../../staff/console/seat.ts";
import { ticketActs } from "../../staff/console/ticket-acts.ts";
import { consoleWords } from "../../words/console.ts";

const page = readFileSync(new URL("../../docs/COUNTER.md", import.meta.url), "utf8");
const nobodyHere: Seat = {
	counter: {
		kind: "counter",
		id: "quay-1",
		label: "1",
		services: [],
		serving: [],
		status: "open",
		pausedFor: null,
		officer: null,
		current: null,
		since: null,
	},
	stopped: false,
	away: false,
	undoable: null,
};

test("the page for officers names every key, with the words of its button", () => {
	for (const { key, label } of actions) {
		expect(page).toContain(`| ${key} | ${label(consoleWords.vi, nobodyHere)} |`);
		expect(page).toContain(`**${key}**`);
	}
	for (const { key } of ticketActs) expect(page).toContain(`**${key}** `);
});
