import { expect, test } from "vitest";
import type { LedgerRecord } from "../ledger/ledger.ts";
import { createMemoryLedger } from "../ledger/memory-ledger.ts";
import { queueDay } from "../queue/rehearsal.ts";
import { createDayBooks } from "./day-books.ts";
import { createDayEvents } from "./day-events.ts";

const office = "xa-mau";
const day = "2026-11-21";
const hourOf = () => 8;

/** A ledger and its books; `people` numbers are taken and written at each `write`. */
function anOffice() {
	const ledger = createMemoryLedger();
	const events = createDayEvents(ledger, office);
	const rehearsal = queueDay();
	let written = 0;
	const books = () => createDayBooks(ledger, events, office);
	async function write(people: number): Promise<void> {
		for (let person = 0; person < people; person++) rehearsal.issue("ho-tich");
		const fresh = rehearsal.events.slice(written);
		const records = fresh.map(
			({ seq, at, ...event }): LedgerRecord => ({ seq, at, by: "hub", events: [event] }),
		);
		await ledger.append({ office, day, expectedSeq: written + 1, records });
		written += fresh.length;
	}
	const issued = async (of: ReturnType<typeof books>) =>
		(await (await of.of(day))?.standing(hourOf))?.total.issued ?? null;
	return { write, books, issued };
}

test("a day that goes on is read once, and told as far as it has come", async () => {
	const { write, books, issued } = anOffice();
	await write(3);
	const kept = books();
	expect(await issued(kept)).toBe(3);
	await write(2);
	expect(await issued(kept)).toBe(5);
});

test("what is written while the day is read counts once", async () => {
	const { write, books, issued } = anOffice();
	await write(400);
	const kept = books();
	const [asked] = await Promise.all([issued(kept), write(7)]);
	expect(asked).toBeGreaterThanOrEqual(400);
	expect(await issued(kept)).toBe(407);
});

test("a day that begins while the books are open is in them", async () => {
	const { write, books, issued } = anOffice();
	const kept = books();
	await write(4);
	expect(await issued(kept)).toBe(4);
});

test("a day that never was is none, and closed books learn nothing more", async () => {
	const { write, books, issued } = anOffice();
	const kept = books();
	expect(await kept.of("2001-01-01")).toBeNull();
	await write(1);
	expect(await issued(kept)).toBe(1);
	kept.close();
	await write(1);
	expect(await issued(kept)).toBe(1);
	expect(await issued(books())).toBe(2);
});
