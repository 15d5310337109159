import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import type { Health } from "../../protocol/health.ts";
import type { Problem } from "../../protocol/problem.ts";
import type { QueueAnswer } from "../../protocol/staff.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { asker, signIn } from "../ask.ts";
import { removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { dayOnDisk } from "./day-on-disk.ts";
import { ask } from "./lobby.ts";
import { noonOffice } from "./noon-office.ts";
import { rounds, within } from "./rounds.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";
import { type Asked, createWitness, type Witness } from "./witness.ts";

afterAll(removeTemporaryDirectories);

/** More tickets than the last piece of a disk that has run full can hold. */
const tooMany = 200;
/** How soon the hub must write again once the disk has room. */
const writesAgainWithinMs = 5_000;

test("a hub whose disk is full refuses what it cannot keep, goes on showing what it has, and writes again by itself", {
	timeout: within(60_000),
}, async ({ skip }) => {
	const disk = await mountSmallDisk();
	if ("cannot" in disk) skip(disk.cannot);
	else await onSmallDisk(disk);
});

async function onSmallDisk(disk: SmallDisk): Promise<void> {
	try {
		await fillAndFree(disk);
	} finally {
		disk.unmount();
	}
}

async function fillAndFree(disk: SmallDisk): Promise<void> {
	const env = { DATA_DIR: disk.directory, OFFICE_FILE: await noonOffice() };
	const witness = createWitness();
	let hub = await startHubProcess(env);
	try {
		const cookie = await signIn(hub.url);
		await asker(hub.url, cookie)("POST", "/api/counters/quay-1/open", {});
		await takeOne(hub.url, witness, "kiosk-1");
		for (let round = 0; round < rounds(2); round++) {
			await disk.fill();
			const refused = await takeUntilFull(hub.url, witness);
			await expectRefusesAndShows(hub.url, cookie, witness);
			await disk.free();
			await takenAgain(hub.url, refused, witness);
			await expectAllThere(hub.url, cookie, env.DATA_DIR, witness);
			expect(await healthOf(hub.url)).toMatchObject({ status: "ok", ledger: { writable: true } });
		}
		await expectPrints(hub.url, witness);
		await disk.fill();
		await takeUntilFull(hub.url, witness);
		await hub.kill();
		await disk.free();
		hub = await startHubProcess(env);
		await expectAllThere(hub.url, cookie, env.DATA_DIR, witness);
		expect(await hub.stop()).toBe(0);
	} finally {
		await hub.kill();
	}
}

const taking = (kioskId?: string): Asked => ({
	kind: "take",
	key: randomUUID(),
	body: { serviceId: "ho-tich", ...(kioskId && { kioskId }) },
});

async function takeOne(url: string, witness: Witness, kioskId?: string): Promise<TicketAnswer> {
	const asked = taking(kioskId);
	const answer = await ask(url, asked);
	if (!answer.done || !("ahead" in answer.body)) throw new Error(JSON.stringify(answer.body));
	witness.hear(asked, answer.body);
	return answer.body;
}

/** Takes numbers until one is refused, and says which request that was. */
async function takeUntilFull(url: string, witness: Witness): Promise<Asked> {
	for (let taken = 0; taken < tooMany; taken++) {
		const asked = taking("kiosk-1");
		const answer = await ask(url, asked);
		if (!answer.done) {
			expect(answer).toMatchObject({ status: 503, body: { code: "ledger/unavailable" } });
			expect(answer.headers.get("retry-after")).toMatch(/^[1-9]\d*$/);
			return asked;
		}
		witness.hear(asked, answer.body);
	}
	throw new Error(`a full disk took ${tooMany} tickets`);
}

/** While the disk is full: nothing is taken or called, at once and not after a wait; what is there is shown. */
async function expectRefusesAndShows(url: string, cookie: string, witness: Witness): Promise<void> {
	const staff = asker(url, cookie);
	const begun = performance.now();
	const refused = await Promise.all([
		staff<Problem>("POST", "/api/tickets", { serviceId: "chung-thuc" }),
		staff<Problem>("POST", "/api/counters/quay-1/call-next", {}),
		staff<Problem>("POST", "/api/counters/quay-1/pause", {}),
	]);
	for (const { status, body, headers } of refused) {
		expect([status, body.code]).toEqual([503, "ledger/unavailable"]);
		expect(headers.get("retry-after")).toMatch(/^[1-9]\d*$/);
	}
	expect(performance.now() - begun).toBeLessThan(2_000);
	expect(await healthOf(url)).toMatchObject({ status: "degraded", ledger: { writable: false } });
	const { status, body } = await staff<QueueAnswer>("GET", "/api/queue");
	expect(status).toBe(200);
	expect(body.waiting.map(({ number }) => number)).toEqual(witness.waiting());
	for (const { id } of witness.tickets.values()) {
		const { body: there } = await asker(url)<TicketAnswer>("GET", `/api/tickets/${id}`);
		expect(there.ticket).toEqual(witness.tickets.get(id));
	}
	for (const page of ["/api/office", "/api/procedures", "/kiosk/", "/staff/"]) {
		expect((await asker(url)("GET", page)).status).toBe(200);
	}
}

/** What was refused had not happened: asked again with its key it is done, with the next number. */
async function takenAgain(url: string, asked: Asked, witness: Witness): Promise<void> {
	const next = `A${String(witness.tickets.size + 1).padStart(3, "0")}`;
	const answer = await expect
		.poll(() => ask(url, asked), { timeout: writesAgainWithinMs, interval: 100 })
		.toMatchObject({ status: 201 })
		.then(() => ask(url, asked));
	if (!answer.done) throw new Error(JSON.stringify(answer.body));
	expect(answer.body.ticket?.number).toBe(next);
	witness.hear(asked, answer.body);
}

async function expectAllThere(
	url: string,
	cookie: string,
	dataDir: string,
	witness: Witness,
): Promise<void> {
	expect((await dayOnDisk(dataDir)).tickets).toEqual(witness.onDisk());
	const { body } = await asker(url, cookie)<QueueAnswer>("GET", "/api/queue");
	expect(body.waiting.map(({ number }) => number)).toEqual(witness.waiting());
}

async function expectPrints(url: string, witness: Witness): Promise<void> {
	const { ticket } = await takeOne(url, witness, "kiosk-1");
	const job = async () =>
		(await asker(url)<TicketAnswer>("GET", `/api/tickets/${ticket.id}`)).body.print;
	await expect.poll(job).toMatchObject({ state: "confirmed" });
}

async function healthOf(url: string): Promise<Health> {
	const { status, body } = await asker(url)<Health>("GET", "/api/health");
	expect(status).toBe(200);
	return body;
}
