import { mkdir, realpath, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ensureDirectory, isMissing, syncDirectory } from "../disk.ts";
import { holdDataDir } from "../one-hub.ts";
import { restoredFile } from "../restored.ts";
import { finishRestore, holdsData, placesOfRestore, putInPlace } from "../unfinished-restore.ts";
import { type CheckedBackup, checkBackup } from "./check-backup.ts";
import { environmentOf, stampOf } from "./command-line.ts";
import { syncFile, writeNewFile } from "./durable.ts";
import { isKeptPath, manifestName } from "./manifest.ts";
import { readOptions } from "./read-options.ts";
import { CannotDo, codeOf, runCommand, say, warn } from "./run-command.ts";
import { unpackTar } from "./tar-file.ts";
import { unpackDirectory } from "./unpack-directory.ts";

const help = `npm run restore -- --from DIR|FILE.tar|FILE.tar.gz [--replace] [--with-damage] [--data-dir DIR]

Brings a backup back. Everything in it is checked before anything is touched; a hub that runs on the data directory must be stopped first.

  --from         a backup that "npm run backup" made
  --replace      where the data directory holds data: move it aside, to DIR.before-restore-TIME; nothing is ever deleted
  --with-damage  bring back also what was damaged when the backup was made, as it was
  --data-dir     where data lies; DATA_DIR unless named
  --help         this text`;

await runCommand("restore", async (args) => {
	const options = readOptions(args, { texts: ["from"], switches: ["replace", "with-damage"] });
	if (options.isOn("help")) {
		say(help);
		return 0;
	}
	const from = options.text("from");
	if (!from) throw new CannotDo("--from: name the backup, as --from /media/usb/motcua.tar");
	const finished = await finishRestore(environmentOf(options).dataDir);
	if (finished !== null) warn(finished);
	const dataDir = await preparedDataDir(environmentOf(options).dataDir);
	const hold = await holdDataDir(dataDir);
	if ("heldBy" in hold) {
		throw new CannotDo(
			`DATA_DIR ${dataDir} is in use by the hub with process id ${hold.heldBy}: stop it first`,
		);
	}
	try {
		const replaces = await holdsData(dataDir);
		if (replaces && !options.isOn("replace")) {
			throw new CannotDo(
				`DATA_DIR ${dataDir} holds data: --replace moves it aside, or name another directory with --data-dir`,
			);
		}
		return await restore(resolve(from), dataDir, options.isOn("with-damage"), replaces);
	} finally {
		await hold.release();
	}
});

async function restore(
	from: string,
	dataDir: string,
	withDamage: boolean,
	replaces: boolean,
): Promise<number> {
	const at = new Date();
	const stamp = stampOf(at);
	const { built, before } = placesOfRestore(dataDir, stamp);
	await mkdir(built, { mode: 0o700 }).catch((error: unknown) => {
		throw new CannotDo(
			`${built} cannot be made (${codeOf(error)}): a restore is built beside the data directory, so this user must be able to write in ${dirname(dataDir)}`,
		);
	});
	let checked: CheckedBackup;
	try {
		checked = await build(from, built, at);
		if (checked.damages.length > 0 && !withDamage) {
			throw new CannotDo(
				`part of it was damaged when it was made; take an older backup, or --with-damage:\n${checked.damages.join("\n")}`,
			);
		}
		await putInPlace(dataDir, stamp);
	} catch (error) {
		// Once the old directory is aside, what was built is all that there is to put in its place.
		if ((await holdsData(dataDir)) || !replaces) await rm(built, { recursive: true, force: true });
		if (codeOf(error) !== "EBUSY") throw error;
		throw new CannotDo(
			`DATA_DIR ${dataDir} is where a disk is mounted: use a directory on that disk`,
		);
	}
	const { manifest, damages } = checked;
	say(
		`${dataDir}: ${manifest.files.length} files as they were at ${manifest.at} (hub ${manifest.hub})`,
	);
	if (replaces) say(`What was there before is in ${before}.`);
	for (const damage of damages) warn(`brought back damaged: ${damage}`);
	return 0;
}

/** Unpacks into a directory of its own and checks what lies there, so that what was checked is what is put in place. */
async function build(from: string, built: string, at: Date): Promise<CheckedBackup> {
	const mayHold = (path: string) => path === manifestName || isKeptPath(path);
	const paths = (await isDirectory(from))
		? await unpackDirectory(from, built, mayHold)
		: await unpackTar(from, built, mayHold);
	const checked = await checkBackup(built, paths);
	await rm(join(built, manifestName));
	await writeNewFile(
		restoredFile(built),
		`${JSON.stringify({ version: 1, at: at.toISOString() })}\n`,
	);
	await makeDurable(
		built,
		checked.manifest.files.map(({ path }) => path),
	);
	return checked;
}

async function makeDurable(directory: string, paths: string[]): Promise<void> {
	const directories = new Set([directory]);
	for (const path of paths) {
		const file = join(directory, path);
		await syncFile(file);
		for (let above = dirname(file); above !== directory; above = dirname(above))
			directories.add(above);
	}
	for (const each of directories) await syncDirectory(each);
}

/** The data directory by its true name, made where it is missing. What it holds must be this user's, or the hub could not write what comes back. */
async function preparedDataDir(named: string): Promise<string> {
	await ensureDirectory(named);
	const dataDir = await realpath(named);
	const { uid } = await stat(dataDir);
	const me = process.getuid?.();
	if (me !== undefined && me !== uid) {
		throw new CannotDo(
			`DATA_DIR ${dataDir} belongs to the user with id ${uid}, and you are ${me}: restore as that user, so that the hub can write what comes back`,
		);
	}
	return dataDir;
}

async function isDirectory(from: string): Promise<boolean> {
	const found = await stat(from).catch((error: unknown) => {
		if (isMissing(error)) throw new CannotDo(`--from ${from}: there is no such file or directory`);
		throw error;
	});
	return found.isDirectory();
}
