import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "../disk.ts";
import { CannotDo } from "./run-command.ts";

/** What lies in days of its own: what happened in the queue, and who may do what. */
export const ledgerFolders = ["ledger", "audit"] as const;
export type LedgerFolder = (typeof ledgerFolders)[number];

/** The offices whose ledgers lie in a data directory, in order of their ids. */
export async function officesIn(
	dataDir: string,
	folder: LedgerFolder = "ledger",
): Promise<string[]> {
	const entries = await entriesOf(join(dataDir, folder));
	return entries
		.filter((entry) => entry.isDirectory() && officeId.test(entry.name))
		.map(({ name }) => name)
		.sort();
}

/** The days of an office that have a ledger file, the oldest first. */
export async function daysOf(
	dataDir: string,
	office: string,
	folder: LedgerFolder = "ledger",
): Promise<string[]> {
	const entries = await entriesOf(join(dataDir, folder, office));
	return entries
		.filter((entry) => entry.isFile() && dayFileName.test(entry.name))
		.map(({ name }) => name.slice(0, 10))
		.sort();
}

export function dayFileOf(
	dataDir: string,
	office: string,
	day: string,
	folder: LedgerFolder = "ledger",
): string {
	return join(dataDir, folder, office, `${day}.jsonl`);
}

/** The office that is asked for, or the only one there is. */
export async function officeOf(dataDir: string, asked: string | undefined): Promise<string> {
	const offices = await officesIn(dataDir);
	if (asked !== undefined && offices.includes(asked)) return asked;
	const [only] = offices;
	if (only === undefined) throw new CannotDo(`${join(dataDir, "ledger")} holds no office's ledger`);
	if (asked === undefined && offices.length === 1) return only;
	throw new CannotDo(`--office: allowed is one of ${offices.join(", ")}`);
}

/** The day that is asked for, where the ledger has it. */
export async function dayAskedFor(
	dataDir: string,
	office: string,
	asked: string | undefined,
): Promise<string> {
	const days = await daysOf(dataDir, office);
	if (asked !== undefined && days.includes(asked)) return asked;
	const newest = days.slice(-5).join(", ");
	throw new CannotDo(
		days.length === 0
			? `the ledger of ${office} has no days`
			: `--date: ${asked === undefined ? "name a day" : `there is no ${asked}`}; the newest days of ${office} are ${newest}`,
	);
}

const officeId = /^[a-z0-9][a-z0-9-]{0,39}$/;
const dayFileName = /^\d{4}-\d{2}-\d{2}\.jsonl$/;

async function entriesOf(directory: string): Promise<Dirent[]> {
	return readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
		if (isMissing(error)) return [];
		throw error;
	});
}
