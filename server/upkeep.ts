import type { Logger } from "pino";
import type { Office, Retention } from "../config/office.ts";
import type { Printing } from "../printer/index.ts";
import type { ServedCatalogueFiles } from "./catalogue-files/catalogue-files.ts";
import type { Hub } from "./hub.ts";
import { applyRetention } from "./ledger/retention.ts";
import type { Papers } from "./papers.ts";
import type { DayBooks } from "./reports/day-books.ts";

export interface UpkeepParts {
	office: Pick<Office, "id" | "retention">;
	hub: Pick<Hub, "clock" | "onClock">;
	/** Where all ledgers of queues and audits lie, one folder an office. */
	ledgerDirectory: string;
	auditDirectory: string;
	dayBooks: Pick<DayBooks, "catchUp">;
	catalogueFiles: Pick<ServedCatalogueFiles, "ready">;
	printing: Pick<Printing, "makeReady">;
	papers: Pick<Papers, "specimens">;
	log: Logger;
}

/** When what can wait is made ready after the start: once all screens of a hall have found a hub that was started anew. */
const warmUpAfterMs = 4_000;
/** Later: it takes a thread of its own, and a hub is started well before its office opens. */
const drawAfterMs = 15_000;

/**
 * What the hub does without being asked: shortly after its start it makes ready what the first person would wait for, and then and at each new
 * business day it lets go of what the office keeps no longer, and reckons what past days came to. A failure is logged, and the hub goes on.
 */
export function beginUpkeep(parts: UpkeepParts): void {
	const { office, hub, dayBooks, catalogueFiles, printing, papers, log } = parts;
	let { businessDay } = hub.clock;
	hub.onClock((clock) => {
		if (clock.businessDay !== businessDay) void keepNoLonger().then(readDays);
		businessDay = clock.businessDay;
	});
	// The first search would otherwise wait for the index, and the first ticket for its letters; whoever comes at once comes before them.
	setTimeout(() => {
		void catalogueFiles.ready();
		void keepNoLonger();
	}, warmUpAfterMs).unref();
	setTimeout(() => {
		void printing.makeReady(papers.specimens());
		// The day's figures go on from here, so that nobody who asks for them waits for the whole day to be read.
		void readDays();
	}, drawAfterMs).unref();

	async function keepNoLonger(): Promise<void> {
		const note = (line: string) => log.warn(line);
		const { businessDay: today } = hub.clock;
		const { id, retention = {} } = office;
		try {
			await Promise.all([
				applyRetention(parts.ledgerDirectory, id, today, retention, note),
				// An audit without names says nothing: its days go when the names would.
				applyRetention(parts.auditDirectory, id, today, keptOfAudit(retention), note),
			]);
		} catch (error) {
			log.error({ err: error }, "what is to be kept no longer could not be looked through");
		}
	}

	async function readDays(): Promise<void> {
		try {
			await dayBooks.catchUp();
		} catch (error) {
			log.error({ err: error }, "the days' figures could not be read");
		}
	}
}

function keptOfAudit({ personalDataDays, daysKept }: Retention): Retention {
	const days = [personalDataDays, daysKept].filter((one) => one !== undefined);
	return days.length > 0 ? { daysKept: Math.min(...days) } : {};
}
