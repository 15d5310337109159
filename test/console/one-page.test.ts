import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { actions } from "../../staff/console/actions.ts";
import { freeSeat } from "../../staff/console/rehearsal.ts";
import { ticketActs } from "../../staff/console/ticket-acts.ts";
import { consoleWords } from "../../words/console.ts";

const page = readFileSync(new URL("../../docs/COUNTER.md", import.meta.url), "utf8");
test("the page for officers names every key, with the words of its button", () => {
	for (const { key, label } of actions) {
		expect(page).toContain(`| ${key} | ${label(consoleWords.vi, freeSeat)} |`);
		expect(page).toContain(`**${key}**`);
	}
	for (const { key } of ticketActs) expect(page).toContain(`**${key}** `);
});
