import { expect } from "vitest";
import type { QueueAnswer } from "../../protocol/staff.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { asker } from "../ask.ts";
import { dayOnDisk } from "./day-on-disk.ts";
import { ask, type People } from "./lobby.ts";
import type { Asked, Done, Witness } from "./witness.ts";

/** Asks what was cut off with the same key, twice at once and once more: all three answers are the same. */
export async function askAgain(
	url: string,
	unanswered: Asked[],
	{ counters }: People,
	witness: Witness,
): Promise<void> {
	for (const asked of unanswered) {
		const cookie =
			asked.kind === "take" ? undefined : counters.find(({ id }) => id === asked.counterId)?.cookie;
		const [one, other] = await Promise.all([ask(url, asked, cookie), ask(url, asked, cookie)]);
		if (!one.done) throw new Error(`asked again: ${JSON.stringify([asked, one.body])}`);
		witness.hear(asked, one.body);
		// Where nobody was there to be called, nothing was done, and a repeat is decided anew.
		if (one.body.ticket === null) continue;
		const third = await ask(url, asked, cookie);
		for (const again of [other, third]) {
			if (!again.done) throw new Error(`asked again: ${JSON.stringify([asked, again.body])}`);
			expect([again.status, kept(again.body)]).toEqual([one.status, kept(one.body)]);
		}
	}
}

/** An answer without what is of the moment: how far the printing is. */
function kept(answer: Done) {
	return "print" in answer ? { ...answer, print: answer.print?.jobId } : answer;
}

/** The day's file and every answer about it say just what was acknowledged, of each ticket and in all. */
export async function expectAcknowledged(
	url: string,
	dataDir: string,
	{ counters }: People,
	witness: Witness,
	tickets: { id: string }[],
): Promise<void> {
	expect((await dayOnDisk(dataDir)).tickets).toEqual(witness.onDisk());
	const staff = asker(url, counters[0]?.cookie);
	const { body: queue } = await staff<QueueAnswer>("GET", "/api/queue");
	expect(queue.waiting.map(({ number }) => number)).toEqual(witness.waiting());
	const missed = [...witness.tickets.values()].filter(({ state }) => state === "missed");
	expect(queue.missed.map(({ id }) => id).sort()).toEqual(missed.map(({ id }) => id).sort());
	for (const { id } of tickets) {
		const { body } = await asker(url)<TicketAnswer>("GET", `/api/tickets/${id}`);
		expect(body.ticket).toEqual(witness.tickets.get(id));
	}
}
