import { expect, test } from "vitest";
import { type Ledger, LedgerUnavailable } from "../ledger/ledger.ts";
import { createMemoryLedger } from "../ledger/memory-ledger.ts";
import { type AuditEvent, createAudit } from "./audit.ts";

const office = "xa-tan-phu";
const now = () => Date.parse("2026-11-21T01:00:00Z");

function audit(ledger: Ledger<AuditEvent> = createMemoryLedger<AuditEvent>(), day = "2026-11-21") {
	return createAudit({ ledger, office, day: () => day, now });
}

const signedIn = (username: string): AuditEvent => ({
	type: "signed-in",
	username,
	address: "192.168.1.20",
});

async function usersOf(kept: ReturnType<typeof audit>, day = "2026-11-21"): Promise<string[]> {
	const users: string[] = [];
	for await (const { events } of kept.read(day)) {
		for (const event of events) if ("username" in event) users.push(event.username);
	}
	return users;
}

test("what is noted at once and one after the other stands in order, also after a restart", async () => {
	const ledger = createMemoryLedger<AuditEvent>();
	const first = audit(ledger);
	await Promise.all(["lan", "hung"].map((name) => first.note(signedIn(name), name)));
	await audit(ledger).note(signedIn("nguyễn.thị.mai"), "mai");
	expect(await usersOf(audit(ledger))).toEqual(["lan", "hung", "nguyễn.thị.mai"]);
});

test("each business day is a run of its own", async () => {
	const ledger = createMemoryLedger<AuditEvent>();
	await audit(ledger).note(signedIn("lan"), "lan");
	await audit(ledger, "2026-11-22").note(signedIn("hung"), "hung");
	const kept = audit(ledger);
	expect(await kept.days()).toEqual(["2026-11-21", "2026-11-22"]);
	expect(await usersOf(kept, "2026-11-22")).toEqual(["hung"]);
});

test("what could not be written is told to whoever asked, and the next is written", async () => {
	const ledger = createMemoryLedger<AuditEvent>();
	let full = true;
	const kept = audit({
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
