import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadSettings } from "../config/load.ts";
import { defaultOfficeFile } from "../config/places.ts";
import type { Health } from "../protocol/health.ts";
import type { Problem } from "../protocol/problem.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { startHub } from "../server/hub.ts";
import { createLowdbLedger } from "../server/ledger/lowdb-ledger.ts";
import { createOfficeClock } from "../server/office-clock.ts";
import { queueSettings } from "../server/queue-settings.ts";
import { localDay } from "../words/numbers.ts";
import { asker, signIn } from "./ask.ts";
import { removeTemporaryDirectories, startHubProcess, temporaryDirectory } from "./hub-process.ts";

afterAll(removeTemporaryDirectories);

const dayMs = 24 * 60 * 60 * 1000;
const timeZone = "Asia/Ho_Chi_Minh";
const dayAt = (at: number) => localDay(new Date(at).toISOString(), timeZone);

/** A data directory whose last business day was so many days ago; A001 was given out on it. */
async function leftBehind(daysAgo: number): Promise<string> {
	const dataDir = await temporaryDirectory();
	const loaded = loadSettings(defaultOfficeFile());
	if (!loaded.ok) throw new Error("the sample office does not load");
	const { office } = loaded;
	const now = () => Date.now() - daysAgo * dayMs;
	const ledger = createLowdbLedger(join(dataDir, "ledger"), () => undefined);
	const hub = await startHub({
		office: { id: office.id, settings: queueSettings(office) },
		ledger,
		clock: createOfficeClock({ calendar: { hours: office.hours, timeZone }, now, monotonic: now }),
		now,
		monotonic: now,
		log: { error() {}, warn() {} },
	});
	const command = {
		type: "issue-ticket",
		serviceId: "ho-tich",
		priorityClass: null,
		procedureCode: null,
		language: "vi",
		kioskId: null,
	} as const;
	await hub.do(command, "lobby", () => null);
	await hub.close();
	await ledger.close();
	return dataDir;
}

test("a hub that finds its clock beyond the next opening stays in its day until a supervisor says that the clock is right", async () => {
	const today = dayAt(Date.now());
	const hub = await startHubProcess({ DATA_DIR: await leftBehind(3) });
	const ask = asker(hub.url, await signIn(hub.url));
	const held = { state: "held", businessDay: dayAt(Date.now() - 3 * dayMs), wallDay: today };
	expect((await ask<Health>("GET", "/api/health")).body.clock).toEqual(held);
	const take = () => ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
	expect((await take()).body.ticket.number).toBe("A002");

	const confirm = (day: string) => ask<Problem>("POST", "/api/clock/confirm", { day });
	expect((await confirm("2000-01-01")).body.code).toBe("clock/other-day");
	expect((await ask("POST", "/api/clock/confirm", { day: "hôm nay" })).status).toBe(400);
	expect((await asker(hub.url)("POST", "/api/clock/confirm", { day: today })).status).toBe(401);
	const confirmed = await confirm(today);
	expect([confirmed.status, confirmed.body]).toEqual([
		200,
		{ state: "right", businessDay: today, wallDay: today },
	]);
	expect((await take()).body.ticket.number).toBe("A001");
	expect(await hub.stop()).toBe(0);
});

test("a hub whose clock stands before its business day goes on in it, and says so", async () => {
	const hub = await startHubProcess({ DATA_DIR: await leftBehind(-2) });
	const ask = asker(hub.url, await signIn(hub.url));
	const today = dayAt(Date.now());
	const behind = { state: "behind", businessDay: dayAt(Date.now() + 2 * dayMs), wallDay: today };
	expect((await ask<Health>("GET", "/api/health")).body.clock).toEqual(behind);
	const taken = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
	expect(taken.body.ticket.number).toBe("A002");
	const confirmed = await ask<Problem>("POST", "/api/clock/confirm", { day: today });
	expect([confirmed.status, confirmed.body.code]).toEqual([409, "clock/behind"]);
	expect(await hub.stop()).toBe(0);
});

test("a hub that was off for a night, or over what the office is closed, begins the day by itself", async () => {
	const hub = await startHubProcess({ DATA_DIR: await leftBehind(1) });
	const ask = asker(hub.url);
	expect((await ask<Health>("GET", "/api/health")).body.clock.state).toBe("right");
	const taken = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
	expect(taken.body.ticket.number).toBe("A001");
	expect(await hub.stop()).toBe(0);
});
