import { stat } from "node:fs/promises";
import { join } from "node:path";
import { namesIn } from "../../disk.ts";
import { ledgerFolders } from "../ledger-files.ts";
import { amountOf, daysSaid } from "./amount.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

export interface Room {
	freeBytes: number;
	/** Files that could still be made; null where the file system knows no bound. */
	freeFiles: number | null;
	/** What each finished day takes, the newest first. */
	daysBytes: readonly number[];
}

/** What a day of 1,000 numbers takes with its snapshot and its audit, measured. */
const usualDayBytes = 4_000_000;
/** Of a day: ledger, snapshot, audit, and a mark that it was reduced. */
const filesPerDay = 4;
const lookedAt = 10;

export function checkRoom({ freeBytes, freeFiles, daysBytes }: Room): Finding {
	const looked = daysBytes.slice(0, lookedAt);
	const perDay = looked.length === 0 ? usualDayBytes : Math.max(...looked);
	const byBytes = freeBytes / perDay;
	const byFiles = freeFiles === null ? Number.POSITIVE_INFINITY : freeFiles / filesPerDay;
	const days = Math.min(byBytes, byFiles);
	const reckoned =
		looked.length === 0
			? `at ${amountOf(perDay)} a day of 1,000 numbers; there is no finished day here yet`
			: `at ${amountOf(perDay)} a day, the fullest of the last ${looked.length}`;
	const files = byFiles < byBytes ? `, ${freeFiles} more files` : "";
	const says = `${amountOf(freeBytes)} free${files}: ${daysSaid(days)} (${reckoned})`;
	const toDo =
		byFiles < byBytes
			? "df -i; find the folder with very many small files and clear it"
			: "df -h; move old backups to another disk, journalctl --vacuum-size=200M, set retention in the office file";
	if (freeBytes < 100_000_000 || days < 14) return wrong("room", says, toDo);
	if (freeBytes < 1_000_000_000 || days < 180) return note("room", says, toDo);
	return ok("room", says);
}

/** What each finished day takes in ledger and audit, the newest first; the newest of all is under way. */
export async function sizesOfDays(dataDir: string, office: string): Promise<number[]> {
	const byDay = new Map<string, number>();
	for (const folder of ledgerFolders) {
		const directory = join(dataDir, folder, office);
		for (const name of await namesIn(directory)) {
			const day = /^(\d{4}-\d{2}-\d{2})\./.exec(name)?.[1];
			if (day === undefined) continue;
			const found = await stat(join(directory, name)).catch(() => null);
			byDay.set(day, (byDay.get(day) ?? 0) + (found?.size ?? 0));
		}
	}
	const days = [...byDay].sort(([one], [other]) => (one < other ? 1 : -1));
	return days.slice(1).map(([, bytes]) => bytes);
}
