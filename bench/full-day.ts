import { spawn } from "node:child_process";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { projectRoot } from "../config/places.ts";
import { adminPassword } from "../test/hub-process.ts";
import { type BusyOffice, connections, inBusyOffice, noScreens } from "./busy-office.ts";
import { onDisk } from "./disk.ts";
import { type Figure, ms } from "./figure.ts";
import { percentile } from "./percentile.ts";
import { residentBytes } from "./proc.ts";

/** A busy day of a large office. */
export const dayOfTickets = 20_000;
const runs = 5;
/** Longer than the hub takes to make ready after its start what can wait, the index of the search. */
const settleMs = 8_000;
const patienceMs = 150_000;

/** What is left of an office when its hub has stopped. */
type Closed = Pick<BusyOffice, "officeFile" | "dataDir">;

/** A start, measured from the process being made to the line that says where it listens. */
interface Started {
	startMs: number;
	/** Resident memory when everything has settled, in megabytes of 1,000,000 bytes. */
	residentMb: number;
}

/**
 * The start on a day of 20,000 tickets, all called, started and finished by way of a hub, beside the start on an empty ledger; once with the snapshot
 * that the hub has left beside the day and once without it.
 */
export async function fullDay(): Promise<Figure[]> {
	return onDisk(async (directory) => {
		const office = await inBusyOffice(directory, noScreens, writeDay);
		const kept = join(directory, "kept-ledger");
		await cp(join(office.dataDir, "ledger"), kept, { recursive: true });
		const snapshots = (await readdir(kept, { recursive: true })).filter(isSnapshot);
		const variants = snapshots.length > 0 ? ["with", "without"] : ["without"];
		const empty: Started[] = [];
		const full = new Map<string, Started[]>(variants.map((variant) => [variant, []]));
		for (let run = 0; run < runs; run++) {
			const ledger = join(office.dataDir, "ledger");
			await rm(ledger, { recursive: true });
			await mkdir(ledger);
			empty.push(await start(office));
			for (const [variant, started] of full) {
				await rm(ledger, { recursive: true });
				await cp(kept, ledger, { recursive: true });
				if (variant === "without") {
					for (const snapshot of snapshots) await rm(join(ledger, snapshot));
				}
				started.push(await start(office));
			}
		}
		const emptyMs = percentile(
			empty.map(({ startMs }) => startMs),
			50,
		);
		return [...full].flatMap(([variant, started]): Figure[] => {
			const fullMs = percentile(
				started.map(({ startMs }) => startMs),
				50,
			);
			const residentMb = percentile(
				started.map((one) => one.residentMb),
				50,
			);
			const emptyMb = percentile(
				empty.map((one) => one.residentMb),
				50,
			);
			return [
				{
					name: `start with a day of ${dayOfTickets.toLocaleString("en")} tickets, ${variant} a snapshot`,
					wanted: "<= 2",
					measured: ms(fullMs),
					against: `an empty ledger: ${ms(emptyMs)}, medians of ${runs}`,
					ratio: fullMs / emptyMs,
				},
				{
					name: `memory with that day, ${variant} a snapshot`,
					wanted: "<= 200 MB",
					measured: `${residentMb.toFixed(0)} MB`,
					against: `an empty ledger: ${emptyMb.toFixed(0)} MB`,
					ratio: residentMb / emptyMb,
				},
			];
		});
	});
}

const isSnapshot = (name: string) => name.endsWith(".snapshot");

/** Over HTTP, as kiosks and consoles do, so that the day holds whatever theirs would. */
export async function writeDay(office: BusyOffice): Promise<Closed> {
	const { acknowledged } = await office.takeAlone({
		tickets: dayOfTickets,
		forMs: patienceMs,
		connections,
	});
	if (acknowledged < dayOfTickets)
		throw new Error(`only ${acknowledged} tickets in ${ms(patienceMs)}`);
	await office.serveAll();
	await office.close();
	return office;
}

async function start({ officeFile, dataDir }: Closed): Promise<Started> {
	const begun = performance.now();
	const hub = spawn(process.execPath, [join(projectRoot(), "dist/hub/main.js")], {
		env: {
			PATH: process.env.PATH,
			PORT: "0",
			DATA_DIR: dataDir,
			OFFICE_FILE: officeFile,
			ADMIN_PASSWORD: adminPassword,
			LOG_LEVEL: "warn",
		},
		stdio: ["ignore", "pipe", "inherit"],
	});
	const ended = new Promise<number | null>((exited) => hub.once("close", exited));
	try {
		let said = "";
		await new Promise<void>((listening, failed) => {
			hub.stdout.setEncoding("utf8").on("data", (text: string) => {
				said += text;
				if (said.includes("motcua listening")) listening();
			});
			ended.then((code) => failed(new Error(`the hub ended with ${code}: ${said}`)));
		});
		const startMs = performance.now() - begun;
		await pause(settleMs);
		return { startMs, residentMb: (await residentBytes(hub.pid)) / 1_000_000 };
	} finally {
		hub.kill("SIGTERM");
		await ended;
	}
}
