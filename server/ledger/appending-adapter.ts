import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Adapter } from "lowdb";

/** Lines that wait to be written: taken out of `waiting` as soon as a write begins. */
export interface Pending {
	waiting: PendingLine[];
}

/** A line that learns only when it is written which batch it belongs to. */
export interface PendingLine {
	seq: number;
	encode(batch: number): string;
}

/**
 * A lowdb adapter that appends. lowdb's own file adapter writes the whole document each time and never syncs; this one
 * writes what is new and answers when `fdatasync` has returned. All that is waiting when a write begins goes out as one batch
 * in one sync, so that many commands share its cost. After a failure it takes nothing more: what waited is refused too,
 * since it followed from what is not there.
 */
export class AppendingAdapter implements Adapter<Pending> {
	readonly #file: string;
	#handle: FileHandle | null = null;
	#durableBytes: number;
	#running: Promise<void> | null = null;
	#next: Promise<void> | null = null;
	#failure: unknown = null;

	/** @param durableBytes how much of the file is known to be good; what stands after it is cut off before the first write */
	constructor(file: string, durableBytes: number) {
		this.#file = file;
		this.#durableBytes = durableBytes;
	}

	/** How much of the file is known to be durable. */
	get durableBytes(): number {
		return this.#durableBytes;
	}

	/** The document is never read back as one: a day is streamed by `readDayFile`. */
	async read(): Promise<Pending> {
		return { waiting: [] };
	}

	/** Resolves when everything that was waiting at the call is durable. Calls that wait together share one batch. */
	write(pending: Pending): Promise<void> {
		if (!this.#running) {
			this.#running = this.#flush(pending);
			return this.#running;
		}
		this.#next ??= this.#running.then(() => {
			this.#next = null;
			this.#running = this.#flush(pending);
			return this.#running;
		});
		return this.#next;
	}

	/** Lets what is under way end, then closes the file. */
	async close(): Promise<void> {
		await Promise.allSettled([this.#next ?? this.#running]);
		await this.#handle?.close();
		this.#handle = null;
	}

	async #flush({ waiting }: Pending): Promise<void> {
		if (this.#failure) throw this.#failure;
		const lines = waiting.splice(0);
		const first = lines[0];
		if (!first) return;
		const bytes = Buffer.from(lines.map((line) => line.encode(first.seq)).join(""));
		try {
			this.#handle ??= await openCutBack(this.#file, this.#durableBytes);
			await writeAll(this.#handle, bytes, this.#durableBytes);
			await this.#handle.datasync();
		} catch (error) {
			this.#failure = error;
			throw error;
		}
		this.#durableBytes += bytes.length;
	}
}

/** Opens the file, cuts it back to what is durable, and makes its name and its directory's durable too. */
async function openCutBack(file: string, durableBytes: number): Promise<FileHandle> {
	const directory = dirname(file);
	const madeDirectory = await mkdir(directory, { recursive: true });
	const created = await open(file, "a");
	await created.close();
	const handle = await open(file, "r+");
	try {
		await handle.truncate(durableBytes);
		await handle.datasync();
		await syncDirectory(directory);
		if (madeDirectory) {
			await syncDirectory(dirname(directory));
			await syncDirectory(dirname(dirname(directory)));
		}
	} catch (error) {
		await handle.close();
		throw error;
	}
	return handle;
}

/** Makes the names in a directory durable. */
export async function syncDirectory(directory: string): Promise<void> {
	const handle = await open(directory, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
	let written = 0;
	while (written < bytes.length) {
		const { bytesWritten } = await handle.write(
			bytes,
			written,
			bytes.length - written,
			position + written,
		);
		if (bytesWritten === 0) throw new Error("the file takes no more bytes");
		written += bytesWritten;
	}
}
