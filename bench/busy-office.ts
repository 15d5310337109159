import { join } from "node:path";
import { signIn } from "../test/ask.ts";
import { startHubProcess } from "../test/hub-process.ts";
import { type DayOnDisk, readDay } from "./day-on-disk.ts";
import { writeLargeOffice } from "./large-office.ts";
import { lobby } from "./lobby.ts";
import { startProcess } from "./process.ts";
import { pump } from "./pump.ts";

const usualCounters = 20;
/** Screens that show live what happens. */
export const allScreens = { boards: 4, kiosks: 6, staff: 20, phones: 20 };
export const noScreens = { boards: 0, kiosks: 0, staff: 0, phones: 0 };
const path = "/api/tickets";

/** How many take a ticket at the same time, each on a connection of its own. */
export const connections = 50;

/** How long tickets are taken, and how many are enough. */
interface Bound {
	forMs: number;
	tickets?: number;
}

/** A hub with all that goes on around it: officers who call, screens, and people who take tickets. */
export interface BusyOffice {
	/** The hub's process. */
	pid: number;
	officeFile: string;
	dataDir: string;
	/** Where the day's file is. */
	ledgerDirectory: string;
	services: string[];
	/** Lets everybody in the office work while tickets are taken. */
	take(bound: Bound): Promise<Round>;
	/** Lets tickets be taken while nobody calls. */
	takeAlone(bound: Bound & { connections: number }): Promise<Round>;
	/** Lets the officers call, start and finish until nobody waits. */
	serveAll(): Promise<void>;
	/** Stops the hub, and holds what it has written against what it has acknowledged. */
	close(): Promise<DayOnDisk>;
}

/** What came of taking tickets for a while. */
export interface Round {
	acknowledged: number;
	ticketsPerS: number;
	callsPerS: number;
	changesPerS: number;
	p50Ms: number;
	p99Ms: number;
}

/**
 * Opens an office in `directory` with these screens and so many counters, and sends everybody away when `use` is done with it.
 * @throws {Error} where the disk does not hold exactly the tickets that were acknowledged
 */
export async function inBusyOffice<T>(
	directory: string,
	screens: typeof allScreens,
	use: (office: BusyOffice) => Promise<T>,
	counters = usualCounters,
): Promise<T> {
	const office = await writeLargeOffice(directory, counters);
	const dataDir = join(directory, "data");
	const ledgerDirectory = join(dataDir, "ledger", office.id);
	const hub = await startHubProcess({ OFFICE_FILE: office.file, DATA_DIR: dataDir });
	const taking = startProcess(pump);
	const around = startProcess(lobby);
	try {
		return await use(await opened());
	} finally {
		await Promise.all([taking.stop(), around.stop(), hub.kill()]);
	}

	async function opened(): Promise<BusyOffice> {
		const { url } = hub;
		/** Tickets that the hub has said it has issued. */
		let acknowledged = 0;
		await around.ask({ do: "open", url, cookie: await signIn(url), screens, ...office });

		async function takeAlone(bound: Bound & { connections: number }): Promise<Round> {
			const taken = await taking.ask({ url, path, services: office.services, ...bound });
			acknowledged += taken.acknowledged;
			const ticketsPerS = taken.acknowledged / (taken.tookMs / 1_000);
			return { ...taken, ticketsPerS, callsPerS: 0, changesPerS: 0 };
		}

		return {
			pid: hub.pid,
			officeFile: office.file,
			dataDir,
			ledgerDirectory,
			services: office.services,
			takeAlone,
			async take(bound) {
				acknowledged += (await around.ask({ do: "work" })).taken;
				const begun = performance.now();
				const round = await takeAlone({ ...bound, connections });
				const { calls, changes } = await around.ask({ do: "rest" });
				const tookS = (performance.now() - begun) / 1_000;
				return { ...round, callsPerS: calls / tookS, changesPerS: changes / tookS };
			},
			async serveAll() {
				await around.ask({ do: "serve-all" });
			},
			async close() {
				await around.ask({ do: "close" });
				await hub.stop();
				const day = await readDay(ledgerDirectory);
				if (day.tickets !== acknowledged) {
					throw new Error(
						`${acknowledged} tickets were acknowledged, ${day.tickets} stand on the disk`,
					);
				}
				return day;
			},
		};
	}
}
