import { createWriteStream } from "node:fs";
import { lstat, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { ensureDirectory, isMissing, syncDirectory } from "../disk.ts";
import { syncFile } from "./durable.ts";
import type { KeptFile } from "./kept-files.ts";
import { manifestName } from "./manifest.ts";
import { CannotDo } from "./run-command.ts";
import { tarBytes } from "./tar-file.ts";

/** Gives the files of a backup; each is copied into `stage` and gone from there when the next is asked for. */
export type FilesBy = (stage: string) => AsyncIterable<KeptFile>;

/**
 * Writes a backup to where nothing stands yet: into one archive for a name that ends in `.tar` or `.tar.gz`, else into a directory. It is durable when
 * this comes back, and where it fails nothing of it is left.
 */
export async function writeBackup(target: string, filesBy: FilesBy, at: Date): Promise<void> {
	const isArchive = /\.tar(?:\.gz)?$/.test(target);
	if (!isArchive && /\.(?:tgz|zip|gz|rar|7z)$/.test(target)) {
		throw new CannotDo(
			`--to ${target}: allowed is a directory, or a file that ends in .tar or .tar.gz`,
		);
	}
	const standing = await lstat(target).catch((error: unknown) => {
		if (isMissing(error)) return null;
		throw error;
	});
	const isEmptyDirectory = standing?.isDirectory() && (await readdir(target)).length === 0;
	if (standing && (isArchive || !isEmptyDirectory)) {
		throw new CannotDo(
			`--to ${target} is there already and is never overwritten: name another, such as one with the date in it`,
		);
	}
	await mustBeThere(dirname(target));
	if (isArchive) await writeArchive(target, filesBy, at);
	else await writeDirectory(target, filesBy, standing !== null);
}

async function mustBeThere(directory: string): Promise<void> {
	const found = await lstat(directory).catch((error: unknown) => {
		if (isMissing(error)) return null;
		throw error;
	});
	if (!found) throw new CannotDo(`--to: the directory ${directory} is not there; make it first`);
}

/** The archive grows beside its target under another name, and is renamed when it is whole and durable. */
async function writeArchive(target: string, filesBy: FilesBy, at: Date): Promise<void> {
	const stage = await mkdtemp(`${target}.unfinished-`);
	try {
		const growing = join(stage, "archive");
		const bytes = tarBytes(filesBy(stage), at);
		const file = createWriteStream(growing, { mode: 0o600, flags: "wx" });
		if (target.endsWith(".gz")) await pipeline(bytes, createGzip(), file);
		else await pipeline(bytes, file);
		await syncFile(growing);
		await rename(growing, target);
	} finally {
		await rm(stage, { recursive: true, force: true });
	}
	await syncDirectory(dirname(target));
}

/** The manifest comes last: a directory without it is no backup. */
async function writeDirectory(target: string, filesBy: FilesBy, wasThere: boolean): Promise<void> {
	if (!wasThere) await mkdir(target, { mode: 0o700 });
	const stage = join(target, ".unfinished");
	const directories = new Set<string>([target]);
	try {
		await ensureDirectory(stage);
		for await (const { path, copy } of filesBy(stage)) {
			const place = join(target, path);
			for (const above of directoriesAbove(path)) {
				const directory = join(target, above);
				if (directories.has(directory)) continue;
				await ensureDirectory(directory);
				directories.add(directory);
			}
			await syncFile(copy);
			if (path === manifestName)
				for (const directory of directories) await syncDirectory(directory);
			await rename(copy, place);
		}
		await rm(stage, { recursive: true });
		await syncDirectory(target);
		if (!wasThere) await syncDirectory(dirname(target));
	} catch (error) {
		for (const name of await readdir(target)) await rm(join(target, name), { recursive: true });
		if (!wasThere) await rm(target, { recursive: true });
		throw error;
	}
}

/** `a/b` for `a/b/c`, the outermost first. */
function directoriesAbove(path: string): string[] {
	const steps = path.split("/").slice(0, -1);
	return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}
