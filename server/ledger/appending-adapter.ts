import { dirname } from "node:path";
import type { Adapter } from "lowdb";
import {
	type Disk,
	type DiskFile,
	ensureDirectory,
	fileMode,
	syncDirectory,
	writeAll,
} from "../disk.ts";

/** Lines that wait to be written: taken out of `waiting` as soon as a write begins. */
export interface Pending {
	waiting: PendingLine[];
}

/** A line that learns only when it is written which batch it belongs to. */
export interface PendingLine {
	/** The number of its first event. */
	seq: number;
	/** The number after its last. */
	nextSeq: number;
	encode(batch: number): string;
	/** Told where the line ends, when it is durable. */
	placed?: (endBytes: number) => void;
}

/** The end of what is known to be durable. */
export interface DurableEnd {
	bytes: number;
	/** The number the next event gets. */
	nextSeq: number;
}

/**
 * A lowdb adapter that appends. lowdb's own file adapter writes the whole document each time and never syncs; this one
 * writes what is new and answers when `fdatasync` has returned. All that is waiting when a write begins goes out as one batch
 * in one sync, so that many commands share its cost. After a failure it takes nothing more: what waited is refused too,
 * since it followed from what is not there.
 */
export class AppendingAdapter implements Adapter<Pending> {
	readonly #disk: Disk;
	readonly #file: string;
	#keepAside: (() => Promise<unknown>) | null;
	#handle: DiskFile | null = null;
	#end: DurableEnd;
	#running: Promise<void> | null = null;
	#next: Promise<void> | null = null;
	#failure: unknown = null;

	/**
	 * @param end how much of the file is known to be good; what stands after it is cut off before the first write
	 * @param keepAside keeps what is cut off, before that
	 */
	constructor(
		disk: Disk,
		file: string,
		end: DurableEnd,
		keepAside: (() => Promise<unknown>) | null = null,
	) {
		this.#keepAside = keepAside;
		this.#disk = disk;
		this.#file = file;
		this.#end = end;
	}

	/** How much of the file is known to be durable. */
	get end(): DurableEnd {
		return this.#end;
	}

	/** The document is never read back as one: a day is streamed by `readDayFile`. */
	async read(): Promise<Pending> {
		return { waiting: [] };
	}

	/** Resolves when everything that was waiting at the call is durable. Calls that wait together share one batch. */
	write(pending: Pending): Promise<void> {
		if (this.#next) return this.#next;
		if (this.#running) {
			this.#next = this.#afterRunning(pending, this.#running);
			return this.#next;
		}
		return this.#start(pending);
	}

	/** Lets what is under way end, then closes the file. */
	async close(): Promise<void> {
		await Promise.allSettled([this.#next ?? this.#running]);
		await this.#handle?.close();
		this.#handle = null;
	}

	#start(pending: Pending): Promise<void> {
		this.#running = this.#flush(pending).finally(() => {
			this.#running = null;
		});
		return this.#running;
	}

	async #afterRunning(pending: Pending, running: Promise<void>): Promise<void> {
		await running;
		this.#next = null;
		return this.#start(pending);
	}

	async #flush({ waiting }: Pending): Promise<void> {
		if (this.#failure) throw this.#failure;
		const lines = waiting.splice(0);
		const first = lines[0];
		const last = lines.at(-1);
		if (!first || !last) return;
		const begin = this.#end.bytes;
		try {
			const texts = lines.map((line) => line.encode(first.seq));
			const bytes = Buffer.from(texts.join(""));
			await this.#keepAside?.();
			this.#keepAside = null;
			this.#handle ??= await openCutBack(this.#disk, this.#file, begin);
			await writeAll(this.#handle, bytes, begin);
			await this.#handle.datasync();
			this.#end = { bytes: begin + bytes.length, nextSeq: last.nextSeq };
			for (const [index, { placed }] of lines.entries()) {
				placed?.(begin + Buffer.byteLength(texts.slice(0, index + 1).join("")));
			}
		} catch (error) {
			this.#failure = error;
			await this.#cutBack(begin);
			throw error;
		}
	}

	/**
	 * Takes away what a failed write may have left, so that a hub that ends now does not find refused commands in the file. Where that
	 * fails as well it is done before the next write, which fails while it cannot be done.
	 */
	async #cutBack(bytes: number): Promise<void> {
		try {
			await this.#handle?.truncate(bytes);
			await this.#handle?.datasync();
		} catch {
			// The write itself is refused with its own error; this one says nothing new.
		}
	}
}

/** Opens the file, cuts it back to what is durable, and makes its name and its directory's durable too. */
async function openCutBack(disk: Disk, file: string, durableBytes: number): Promise<DiskFile> {
	const directory = dirname(file);
	await ensureDirectory(directory, disk);
	const created = await disk.open(file, "a", fileMode);
	await created.close();
	const handle = await disk.open(file, "r+");
	try {
		await handle.truncate(durableBytes);
		await handle.datasync();
		await syncDirectory(directory, disk);
	} catch (error) {
		await handle.close();
		throw error;
	}
	return handle;
}
