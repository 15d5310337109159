import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type Adapter, Low } from "lowdb";
import type { Static, TSchema } from "typebox";
import { check } from "../config/faults.ts";
import { describeFaults } from "../config/load.ts";
import { type Disk, ensureDirectory, isMissing, realDisk, replaceFile } from "./disk.ts";

/** A small document kept on disk; `update` resolves when the change is durable. */
export interface Document<T> {
	readonly data: T;
	update(change: (data: T) => void): Promise<void>;
}

/** A change could not be made durable, and has not happened. */
export class DocumentUnavailable extends Error {
	override name = "DocumentUnavailable";
}

/**
 * Opens a small document through lowdb. A file that is not there begins as `initial`; one that is damaged or of another shape is
 * refused with everything that is wrong in it, and is never overwritten.
 */
export async function openDocument<S extends TSchema>(
	file: string,
	schema: S,
	initial: Static<S>,
	disk: Disk = realDisk,
): Promise<Document<Static<S>>> {
	await ensureDirectory(dirname(file), disk);
	const low = new Low<Static<S>>(durableFile(file, schema, disk), initial);
	await low.read();
	let durable = low.data;
	let turn: Promise<void> = Promise.resolve();

	/** A change is seen only once it is durable, and not at all where it could not be written. */
	async function changeInTurn(change: (data: Static<S>) => void): Promise<void> {
		low.data = structuredClone(durable);
		change(low.data);
		try {
			await low.write();
		} catch (cause) {
			throw new DocumentUnavailable(`${file} could not be written`, { cause });
		}
		durable = low.data;
	}

	return {
		get data() {
			return durable;
		},
		update(change) {
			const changed = turn.then(() => changeInTurn(change));
			turn = changed.catch(() => {
				// Told to whoever asked for it; the next change does not depend on it.
			});
			return changed;
		},
	};
}

/** A lowdb adapter whose write survives a power cut: a temporary file, synced, renamed over the old, the directory synced. */
function durableFile<S extends TSchema>(file: string, schema: S, disk: Disk): Adapter<Static<S>> {
	return {
		async read() {
			const text = await readFile(file, "utf8").catch((error) => {
				if (isMissing(error)) return null;
				throw error;
			});
			if (text === null) return null;
			const checked = check(schema, parsed(file, text));
			if (!checked.ok) throw new Error(describeFaults(file, checked.faults));
			return checked.value;
		},
		write: (data) => replaceFile(file, [`${JSON.stringify(data, null, "\t")}\n`], disk),
	};
}

function parsed(file: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new Error(`${file} is not valid JSON`, { cause });
	}
}
