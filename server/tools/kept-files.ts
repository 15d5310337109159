import { chmod, copyFile, readdir, readFile, rm, truncate } from "node:fs/promises";
import { basename, join } from "node:path";
import { keptName } from "../../config/slides.ts";
import { isMissing, namesIn } from "../disk.ts";
import { checkDay } from "./check-day.ts";
import { writeNewFile } from "./durable.ts";
import { dayFileOf, daysOf, type LedgerFolder, ledgerFolders, officesIn } from "./ledger-files.ts";
import { isKeptPath, type KeptFileEntry, type Manifest, manifestName, sumOf } from "./manifest.ts";

/** A file as it goes into a backup: its path there, and where its checked copy lies until the next one is asked for. */
export interface KeptFile {
	path: string;
	copy: string;
	bytes: number;
}

/** How often a day is copied anew because the hub wrote in it meanwhile. */
const copyAttempts = 3;

/**
 * What a power cut at this moment would leave, file by file and the manifest last: first the ledger's days up to their last whole line, then the
 * small documents, which are replaced by renaming and so always whole, then the pictures that the settings among them name. Works on a directory that a hub writes. What is damaged comes as it
 * stands, and the manifest says so.
 * @param stage a directory for the copies, one at a time
 */
export async function* keptFiles(
	dataDir: string,
	stage: string,
	about: Pick<Manifest, "hub" | "at">,
): AsyncGenerator<KeptFile, Manifest> {
	const files: KeptFileEntry[] = [];
	for await (const { path, copy, damage } of copies(dataDir, stage)) {
		const entry = { path, ...(await sumOf(copy)), ...(damage !== null && { damage }) };
		files.push(entry);
		yield { path, copy, bytes: entry.bytes };
		await rm(copy, { force: true });
	}
	const manifest: Manifest = { backup: "motcua", version: 1, ...about, files };
	const copy = join(stage, manifestName);
	await writeNewFile(copy, `${JSON.stringify(manifest, null, "\t")}\n`);
	yield { path: manifestName, copy, ...(await sumOf(copy)) };
	return manifest;
}

interface Copy {
	path: string;
	copy: string;
	damage: string | null;
}

async function* copies(dataDir: string, stage: string): AsyncGenerator<Copy> {
	for (const folder of ledgerFolders) yield* copiesOfDays(dataDir, stage, folder);
	const entries = await readdir(dataDir, { withFileTypes: true });
	const documents = entries.filter((entry) => entry.isFile() && isKeptPath(entry.name));
	for (const name of documents.map((entry) => entry.name).sort()) {
		const copy = join(stage, name);
		await copyPrivately(join(dataDir, name), copy);
		yield { path: name, copy, damage: await documentDamage(join(dataDir, name), copy) };
	}
	yield* copiesOfPictures(dataDir, stage);
}

async function* copiesOfPictures(dataDir: string, stage: string): AsyncGenerator<Copy> {
	const names = await namesIn(join(dataDir, "pictures"));
	for (const name of names.filter((one) => keptName.test(one)).sort()) {
		const file = join(dataDir, "pictures", name);
		const copy = join(stage, name);
		try {
			await copyPrivately(file, copy);
		} catch (error) {
			// The hub has let it go meanwhile: nothing names it.
			if (isMissing(error)) continue;
			throw error;
		}
		const { sha256 } = await sumOf(copy);
		const damage = sha256.startsWith(name.slice(0, 32))
			? null
			: `${file} is not what its name stands for`;
		yield { path: `pictures/${name}`, copy, damage };
	}
}

async function* copiesOfDays(
	dataDir: string,
	stage: string,
	folder: LedgerFolder,
): AsyncGenerator<Copy> {
	for (const office of await officesIn(dataDir, folder)) {
		const days = await daysOf(dataDir, office, folder);
		for (const day of days) {
			const file = dayFileOf(dataDir, office, day, folder);
			const copy = join(stage, basename(file));
			const damage = await copyDay(file, copy, folder, day === days.at(-1));
			yield { path: `${folder}/${office}/${day}.jsonl`, copy, damage };
		}
	}
}

/** Copies a day and checks the copy, so that what was checked is what is kept. A write that fails while the copy is made may look like damage. */
async function copyDay(
	file: string,
	copy: string,
	folder: LedgerFolder,
	isNewest: boolean,
): Promise<string | null> {
	for (let attempt = 1; ; attempt++) {
		await copyPrivately(file, copy);
		const { goodBytes, damage } = await checkDay(copy, folder, isNewest);
		if (damage === null) {
			await truncate(copy, goodBytes);
			return null;
		}
		if (!isNewest || attempt === copyAttempts) return damage.replaceAll(copy, file);
	}
}

async function copyPrivately(file: string, copy: string): Promise<void> {
	await copyFile(file, copy);
	await chmod(copy, 0o600);
}

async function documentDamage(file: string, copy: string): Promise<string | null> {
	try {
		JSON.parse(await readFile(copy, "utf8"));
		return null;
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return `${file} is not valid JSON`;
	}
}
