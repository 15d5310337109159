import { setImmediate as nextTurn, setTimeout as pass } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { beginHubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { askAgain, expectAcknowledged } from "./afterwards.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { openLobby, type People } from "./lobby.ts";
import { noonOffice } from "./noon-office.ts";
import { directoryWithOfficers, seatOfficers } from "./officers.ts";
import { rounds, within } from "./rounds.ts";
import { createWitness } from "./witness.ts";

afterAll(removeTemporaryDirectories);

const civil = ["ho-tich", "chung-thuc"] as const;
const counterIds = ["quay-1", "quay-2", "quay-3"] as const;

test("killed at any moment under load, a hub comes back with all that it acknowledged, and what it did not answer is done once when asked again", {
	timeout: within(420_000),
}, async ({ onTestFailed }) => {
	const chance = chanceFor(onTestFailed);
	const DATA_DIR = await directoryWithOfficers(counterIds);
	const env = { DATA_DIR, OFFICE_FILE: await noonOffice() };
	const witness = createWitness();
	let hub = await startHubProcess(env);
	const people: People = {
		takers: [
			{ serviceIds: civil },
			{ serviceIds: civil },
			{ serviceIds: [...civil, "cu-tru"] },
			{ serviceIds: ["cu-tru"], kioskId: "kiosk-1" },
		],
		counters: await seatOfficers(hub.url, counterIds),
	};
	let repeated = 0;
	for (let round = 0; round < rounds(14); round++) {
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
	expect(repeated).toBeGreaterThan(rounds(14));
	await expectAcknowledged(hub.url, env.DATA_DIR, people, witness, [...witness.tickets.values()]);
	expect(await hub.stop()).toBe(0);
});

/** A start takes some tenths of a second; it is ended at a random moment of them. */
async function killWhileStarting(env: { DATA_DIR: string }, chance: Chance): Promise<void> {
	const start = beginHubProcess(env);
	await pass(chance.below(800));
	await start.kill();
}
