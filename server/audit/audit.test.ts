import { expect, test } from "vitest";
import { LedgerDamaged } from "../ledger/day-file.ts";
import { type Ledger, LedgerUnavailable } from "../ledger/ledger.ts";
import { createMemoryLedger } from "../ledger/memory-ledger.ts";
import { type Audit, type AuditEvent, openAudit } from "./audit.ts";

const office = "xa-tan-phu";
const now = () => Date.parse("2026-11-21T01:00:00Z");

function audit(ledger: Ledger<AuditEvent> = createMemoryLedger<AuditEvent>(), day = "2026-11-21") {
	return openAudit({ ledger, office, day: () => day, now });
}

const signedIn = (username: string): AuditEvent => ({
	type: "signed-in",
	username,
	address: "192.168.1.20",
});

async function usersOf(kept: Audit, day = "2026-11-21"): Promise<string[]> {
	const users: string[] = [];
	for await (const { events } of kept.read(day)) {
		for (const event of events) if ("username" in event) users.push(event.username);
	}
	return users;
}

test("what is noted at once and one after the other stands in order, also after a restart", async () => {
	const ledger = createMemoryLedger<AuditEvent>();
	const first = await audit(ledger);
	await Promise.all(["lan", "hung"].map((name) => first.note(signedIn(name), name)));
	await (await audit(ledger)).note(signedIn("nguyễn.thị.mai"), "mai");
	expect(await usersOf(await audit(ledger))).toEqual(["lan", "hung", "nguyễn.thị.mai"]);
});

test("each business day is a run of its own", async () => {
	const ledger = createMemoryLedger<AuditEvent>();
	await (await audit(ledger)).note(signedIn("lan"), "lan");
	await (await audit(ledger, "2026-11-22")).note(signedIn("hung"), "hung");
	const kept = await audit(ledger);
	expect(await kept.days()).toEqual(["2026-11-21", "2026-11-22"]);
	expect(await usersOf(kept, "2026-11-22")).toEqual(["hung"]);
});

test("what could not be written is told to whoever asked, and the next is written", async () => {
	const ledger = createMemoryLedger<AuditEvent>();
	let full = true;
	const kept = await audit({
		...ledger,
		append: async (batch) => {
			if (full) throw new LedgerUnavailable("the disk is full");
			return ledger.append(batch);
		},
	});
	await expect(kept.note(signedIn("lan"), "lan")).rejects.toBeInstanceOf(LedgerUnavailable);
	full = false;
	await kept.note(signedIn("hung"), "hung");
	expect(await usersOf(kept)).toEqual(["hung"]);
});

test("a day that is damaged is said when it is opened", async () => {
	const damaged = {
		...createMemoryLedger<AuditEvent>(),
		// biome-ignore lint/correctness/useYield: it never gets to one
		async *readRuns() {
			throw new LedgerDamaged("2026-11-21.jsonl, line 3: the checksum does not fit the line");
		},
	};
	await expect(audit(damaged)).rejects.toBeInstanceOf(LedgerDamaged);
});
