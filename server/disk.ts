import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * What durable files need of a file system: `node:fs/promises`, or in tests one that fails, is full, or keeps account of what was
 * written and synced. Reading is not in it: what is read is checked.
 */
export interface Disk {
	open(file: string, flags: string, mode?: number): Promise<DiskFile>;
	/** Answers with the first directory that had to be made. */
	mkdir(directory: string, options: { recursive: true; mode: number }): Promise<string | undefined>;
	rename(from: string, to: string): Promise<void>;
	rm(file: string, options: { force: true }): Promise<void>;
}

export interface DiskFile {
	/** May write less than it was given. */
	write(
		bytes: Uint8Array,
		offset: number,
		length: number,
		position: number,
	): Promise<{ bytesWritten: number }>;
	truncate(length: number): Promise<void>;
	datasync(): Promise<void>;
	sync(): Promise<void>;
	close(): Promise<void>;
}

export const realDisk: Disk = { open, mkdir, rename, rm };

/** What a hub keeps is for its own user alone. */
export const fileMode = 0o600;
const directoryMode = 0o700;

/** Makes a directory and every one above it that is not there, durably. */
export async function ensureDirectory(directory: string, disk: Disk = realDisk): Promise<void> {
	const first = await disk.mkdir(directory, { recursive: true, mode: directoryMode });
	if (first === undefined) return;
	for (let made = directory; ; made = dirname(made)) {
		await syncDirectory(dirname(made), disk);
		if (made === first || made === dirname(made)) return;
	}
}

/** Makes the names in a directory durable. */
export async function syncDirectory(directory: string, disk: Disk = realDisk): Promise<void> {
	// Windows opens no directories, and makes names durable by itself.
	if (process.platform === "win32") return;
	const handle = await disk.open(directory, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** What a file is to hold, piece by piece. */
type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Puts a file in place of another, or of none, so that a power cut leaves the one or the other whole. */
export async function replaceFile(
	file: string,
	chunks: Chunks,
	disk: Disk = realDisk,
): Promise<void> {
	const temporary = `${file}.new`;
	try {
		await writeWhole(temporary, chunks, disk);
		await disk.rename(temporary, file);
	} catch (error) {
		// It only takes room, which may be what was missing.
		await disk.rm(temporary, { force: true }).catch(() => undefined);
		throw error;
	}
	await syncDirectory(dirname(file), disk);
}

async function writeWhole(file: string, chunks: Chunks, disk: Disk): Promise<void> {
	const handle = await disk.open(file, "w", fileMode);
	try {
		let position = 0;
		for await (const chunk of chunks) {
			const bytes = Buffer.from(chunk);
			await writeAll(handle, bytes, position);
			position += bytes.length;
		}
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Writes all of it, however little the system takes at a time. */
export async function writeAll(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
	let written = 0;
	while (written < bytes.length) {
		const { bytesWritten } = await file.write(
			bytes,
			written,
			bytes.length - written,
			position + written,
		);
		if (bytesWritten === 0) throw new Error("the file takes no more bytes");
		written += bytesWritten;
	}
}

/** The names in a directory; none where it is not there. */
export async function namesIn(directory: string): Promise<string[]> {
	try {
		return await readdir(directory);
	} catch (error) {
		if (isMissing(error)) return [];
		throw error;
	}
}

/** Whether a file or directory was not there. */
export function isMissing(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ENOENT";
}
