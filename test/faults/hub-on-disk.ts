import { join } from "node:path";
import { type Hub, startHub } from "../../server/hub.ts";
import { createLowdbLedger } from "../../server/ledger/lowdb-ledger.ts";
import type { Command } from "../../server/queue/command.ts";
import { communeSettings } from "../../server/queue/rehearsal.ts";

/** The office of the hubs that run inside a test. */
export const commune = {
	id: "xa-tan-phu",
	timeZone: "Asia/Ho_Chi_Minh",
	settings: communeSettings,
};

/** A hub over a real directory inside the test, for what would take too many processes. */
export interface HubOnDisk {
	hub: Hub;
	/** What a technician would read in the log. */
	notes: string[];
	/** Takes a number of `ho-tich` (A) and says which; throws where it is refused. */
	take(): Promise<string>;
	close(): Promise<void>;
}

/** @param now the wall clock, milliseconds since 1970 */
export async function openHubOnDisk(dataDir: string, now: () => number): Promise<HubOnDisk> {
	const notes: string[] = [];
	const note = (line: string) => notes.push(line);
	const ledger = createLowdbLedger(join(dataDir, "ledger"), note);
	const log = { warn: note, error: (_about: object, message: string) => note(message) };
	const hub = await startHub({ office: commune, ledger, now, log });
	return {
		hub,
		notes,
		async take() {
			const outcome = await hub.do(take, "kiosk:kiosk-1", (_state, [issued]) =>
				issued?.type === "ticket-issued" ? issued.number : "",
			);
			if (!outcome.ok) throw new Error(outcome.refusal.code);
			return outcome.value;
		},
		async close() {
			await hub.close();
			await ledger.close();
		},
	};
}

const take: Command = {
	type: "issue-ticket",
	serviceId: "ho-tich",
	priorityClass: null,
	procedureCode: null,
	language: "vi",
	kioskId: "kiosk-1",
};
