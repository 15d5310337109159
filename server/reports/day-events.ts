import { setImmediate as turn } from "node:timers/promises";
import { type Ledger, stampedEvents } from "../ledger/ledger.ts";
import type { StampedEvent } from "../queue/event.ts";

/** An office's days as they stand in its ledger. */
export interface DayEvents {
	/** The days there are, the newest first. */
	days(): Promise<string[]>;
	/**
	 * What happened in a day and is durable, in order; nothing for a day that never was.
	 * @param rest waited for now and then: whoever waits for the hub is not to wait for a whole day
	 */
	of(day: string, rest?: () => Promise<void>): AsyncIterable<StampedEvent>;
}

export function createDayEvents(
	ledger: Pick<Ledger, "days" | "readRuns">,
	office: string,
): DayEvents {
	return {
		days: async () => (await ledger.days(office)).reverse(),
		async *of(day, rest = turn) {
			for await (const run of ledger.readRuns({ office, day })) {
				for (const record of run) yield* stampedEvents(record);
				await rest();
			}
		},
	};
}
