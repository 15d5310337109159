import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { syncDirectory } from "../disk.ts";
import { holdDataDir } from "../one-hub.ts";
import { stampOf } from "./command-line.ts";
import { dayFileOf } from "./ledger-files.ts";
import { CannotDo } from "./run-command.ts";

/**
 * Moves a day's file to `DAY.jsonl.set-aside-TIME`, where no hub sees it; nothing of it is lost. Refused while a hub runs, which would go on
 * writing to the file under its new name.
 * @returns the file's new name
 */
export async function setAside(dataDir: string, office: string, day: string): Promise<string> {
	const hold = await holdDataDir(dataDir);
	if ("heldBy" in hold) {
		throw new CannotDo(
			`DATA_DIR ${dataDir} is in use by the hub with process id ${hold.heldBy}: stop it first`,
		);
	}
	try {
		const file = dayFileOf(dataDir, office, day);
		const aside = `${file}.set-aside-${stampOf(new Date())}`;
		await rename(file, aside);
		// Made of the day's file, and made again where it is put back.
		for (const made of ["snapshot", "figures"]) {
			await rm(file.replace(/jsonl$/, made), { force: true });
		}
		await syncDirectory(dirname(file));
		return aside;
	} finally {
		await hold.release();
	}
}
