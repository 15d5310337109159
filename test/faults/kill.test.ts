import { setImmediate as nextTurn, setTimeout as pass } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import type { QueueAnswer } from "../../protocol/staff.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { asker } from "../ask.ts";
import {
	beginHubProcess,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "../hub-process.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { dayOnDisk } from "./day-on-disk.ts";
import { ask, openLobby, type People } from "./lobby.ts";
import { noonOffice } from "./noon-office.ts";
import { seatOfficers } from "./officers.ts";
import { rounds, within } from "./rounds.ts";
import { type Asked, createWitness, type Done, type Witness } from "./witness.ts";

afterAll(removeTemporaryDirectories);

const civil = ["ho-tich", "chung-thuc"] as const;

test("killed at any moment under load, a hub comes back with all that it acknowledged, and what it did not answer is done once when asked again", {
	timeout: within(180_000),
}, async ({ onTestFailed }) => {
	const chance = chanceFor(onTestFailed);
	const env = { DATA_DIR: await temporaryDirectory(), OFFICE_FILE: await noonOffice() };
	const witness = createWitness();
	let hub = await startHubProcess(env);
	const people: People = {
		takers: [
			{ serviceIds: civil },
			{ serviceIds: civil },
			{ serviceIds: [...civil, "cu-tru"] },
			{ serviceIds: ["cu-tru"], kioskId: "kiosk-1" },
		],
		counters: await seatOfficers(hub.url, ["quay-1", "quay-2", "quay-3"]),
	};
	let repeated = 0;
	for (let round = 0; round < rounds(20); round++) {
		const lobby = openLobby(hub.url, people, chance, witness);
		await lobby.answered(chance.between(1, 120));
		// Not always right behind an answer.
		for (let turn = chance.below(20); turn > 0; turn--) await nextTurn();
		await hub.kill();
		const { unanswered, refused } = await lobby.empty;
		expect(refused).toEqual([]);
		if (chance.below(4) === 0) await killWhileStarting(env, chance);
		hub = await startHubProcess(env);
		await askAgain(hub.url, unanswered, people, witness);
		repeated += unanswered.length;
		await expectAcknowledged(hub.url, env.DATA_DIR, people, witness, witness.takeTouched());
	}
	expect(repeated).toBeGreaterThan(rounds(20));
	await expectAcknowledged(hub.url, env.DATA_DIR, people, witness, [...witness.tickets.values()]);
	expect(await hub.stop()).toBe(0);
});

/** A start takes some tenths of a second; it is ended at a random moment of them. */
async function killWhileStarting(env: { DATA_DIR: string }, chance: Chance): Promise<void> {
	const start = beginHubProcess(env);
	await pass(chance.below(800));
	await start.kill();
}

/** Asks what was cut off with the same key, twice at once and once more: all three answers are the same. */
async function askAgain(
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
async function expectAcknowledged(
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
