import { join } from "node:path";
import { type Hub, type HubParts, startHub } from "../../server/hub.ts";
import { createLowdbLedger } from "../../server/ledger/lowdb-ledger.ts";
import { createOfficeClock } from "../../server/office-clock.ts";
import type { Command } from "../../server/queue/command.ts";
import { communeSettings } from "../../server/queue/rehearsal.ts";

/** The office of the hubs that run inside a test; it is always open. */
export const commune = {
	id: "xa-tan-phu",
	timeZone: "Asia/Ho_Chi_Minh",
	hours: "always",
	settings: communeSettings,
} as const;

/** A hub over a real directory inside the test, for what would take too many processes. */
export interface HubOnDisk {
	hub: Hub;
	/** What a technician would read in the log. */
	notes: string[];
	/** Takes a number of `ho-tich` (A) and says which; throws where it is refused. */
	take(): Promise<string>;
	close(): Promise<void>;
}

/** The command of somebody who takes a number of `ho-tich` (A). */
export const takeNumber = {
	type: "issue-ticket",
	serviceId: "ho-tich",
	priorityClass: null,
	procedureCode: null,
	language: "vi",
	kioskId: "kiosk-1",
} satisfies Command;

/**
 * @param now the wall clock, milliseconds since 1970
 * @param monotonic a clock that nobody sets, milliseconds; it goes with the wall clock unless it is given
 */
export async function openHubOnDisk(
	dataDir: string,
	now: HubParts["now"],
	monotonic: HubParts["monotonic"] = now,
): Promise<HubOnDisk> {
	const notes: string[] = [];
	const note = (line: string) => notes.push(line);
	const ledger = createLowdbLedger(join(dataDir, "ledger"), note);
	const log = {
		warn: (about: object | string, message?: string) => note(message ?? String(about)),
		error: (_about: object, message: string) => note(message),
	};
	const { id, settings, hours, timeZone } = commune;
	const clock = createOfficeClock({ calendar: { hours, timeZone }, now, monotonic });
	const hub = await startHub({ office: { id, settings }, ledger, clock, now, monotonic, log });
	return {
		hub,
		notes,
		async take() {
			const outcome = await hub.do(takeNumber, "kiosk:kiosk-1", (_state, [issued]) =>
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
