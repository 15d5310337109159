import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { type Disk, type DiskFile, realDisk } from "../../server/disk.ts";
import type { Chance } from "./chance.ts";

/**
 * What a disk was asked, in order. A file is told by a number of its own, as a file system does, since its name may change. A sync
 * stands where it has returned; everything else where it was begun, so that a power cut may also fall into the middle of it.
 */
export type Operation =
	| { type: "mkdir"; directory: string }
	| { type: "create"; name: string; file: number }
	| { type: "rename"; from: string; to: string }
	| { type: "rm"; name: string }
	| { type: "write"; file: number; position: number; bytes: Buffer }
	| { type: "truncate"; file: number; length: number }
	| { type: "sync"; file: number }
	| { type: "sync-directory"; directory: string }
	/** Not the disk's: what somebody was told at this moment. */
	| { type: "told"; what: unknown };

/** How one operation is made to fail; null lets it be. `short` writes half of what it was given. */
export type Fault = { code: "ENOSPC" | "EIO" | "EROFS" } | { short: true } | null;

/** A real disk that keeps account of what it was asked beneath `root`, and fails where it is told to. */
export function recordingDisk(
	root: string,
	faultOf: (operation: Operation) => Fault = () => null,
): Disk & { operations: Operation[]; tell(what: unknown): void } {
	const operations: Operation[] = [];
	const files = new Map<string, number>();
	let made = 0;
	const named = (path: string) => relative(root, path);

	/** Fails before anything is done, as a full disk does. */
	function begin(operation: Operation): Fault {
		const fault = faultOf(operation);
		if (fault && "code" in fault) throw failure(fault.code);
		if (!fault) operations.push(operation);
		return fault;
	}

	return {
		operations,
		tell: (what) => operations.push({ type: "told", what }),
		async open(path, flags, mode) {
			const handle = await realDisk.open(path, flags, mode);
			const name = named(path);
			if (flags === "r") return directoryOf(handle, name);
			let file = files.get(name);
			if (file === undefined) {
				file = ++made;
				files.set(name, file);
				operations.push({ type: "create", name, file });
			} else if (flags === "w") operations.push({ type: "truncate", file, length: 0 });
			return fileOf(handle, file);
		},
		async mkdir(directory, options) {
			const first = await realDisk.mkdir(directory, options);
			if (first === undefined) return first;
			const all: string[] = [];
			for (let one = directory; ; one = dirname(one)) {
				all.unshift(one);
				if (one === first) break;
			}
			for (const one of all) operations.push({ type: "mkdir", directory: named(one) });
			return first;
		},
		async rename(from, to) {
			begin({ type: "rename", from: named(from), to: named(to) });
			await realDisk.rename(from, to);
			const file = files.get(named(from));
			files.delete(named(from));
			if (file !== undefined) files.set(named(to), file);
		},
		async rm(path, options) {
			begin({ type: "rm", name: named(path) });
			await realDisk.rm(path, options);
			files.delete(named(path));
		},
	};

	function fileOf(handle: DiskFile, file: number): DiskFile {
		const synced = async (done: Promise<void>) => {
			await done;
			const operation: Operation = { type: "sync", file };
			begin(operation);
		};
		return {
			async write(bytes, offset, length, position) {
				const all = Buffer.from(bytes.subarray(offset, offset + length));
				const operation: Operation = { type: "write", file, position, bytes: all };
				if (begin(operation) === null) return handle.write(bytes, offset, length, position);
				const half = Math.ceil(length / 2);
				operations.push({ ...operation, bytes: all.subarray(0, half) });
				return handle.write(bytes, offset, half, position);
			},
			async truncate(length) {
				begin({ type: "truncate", file, length });
				await handle.truncate(length);
			},
			datasync: () => synced(handle.datasync()),
			sync: () => synced(handle.sync()),
			close: () => handle.close(),
		};
	}

	function directoryOf(handle: DiskFile, directory: string): DiskFile {
		return {
			...fileOf(handle, 0),
			async sync() {
				await handle.sync();
				begin({ type: "sync-directory", directory });
			},
		};
	}
}

function failure(code: string): Error {
	return Object.assign(new Error(`${code}: made to fail`), { code });
}

/** What the system writes at a time, and in any order. */
const pageBytes = 4096;

interface DiskFileState {
	/** What is there for certain. */
	synced: Buffer;
	/** What was asked since. */
	unsynced: Extract<Operation, { type: "write" | "truncate" }>[];
}

/**
 * What a power cut after the first `upTo` operations may leave in `target`: everything synced, and of the rest, file by file, any pages in any
 * order, any of the lengths the file had meanwhile, and the names up to any of those that were changed since their directory was
 * synced.
 */
export async function afterPowerCut(
	operations: readonly Operation[],
	upTo: number,
	chance: Chance,
	target: string,
): Promise<void> {
	const files = new Map<number, DiskFileState>();
	/** Changes of names in order; those of synced directories are certain. */
	let names: Extract<Operation, { type: "create" | "rename" | "rm" | "mkdir" }>[] = [];
	let certain = 0;
	for (const operation of operations.slice(0, upTo)) {
		switch (operation.type) {
			case "create":
				files.set(operation.file, { synced: Buffer.alloc(0), unsynced: [] });
				names = [...names, operation];
				break;
			case "mkdir":
			case "rename":
			case "rm":
				names = [...names, operation];
				break;
			case "write":
			case "truncate":
				files.get(operation.file)?.unsynced.push(operation);
				break;
			case "sync": {
				const state = files.get(operation.file);
				if (state) {
					state.synced = contentAfter(state.synced, state.unsynced);
					state.unsynced = [];
				}
				break;
			}
			case "sync-directory":
				// A journal keeps the order: with the last change in this directory all before it are there too.
				names.forEach((change, index) => {
					const changed = change.type === "mkdir" ? change.directory : nameOf(change);
					if (dirname(changed) === (operation.directory || "."))
						certain = Math.max(certain, index + 1);
				});
				break;
			case "told":
				break;
		}
	}
	const reached = chance.between(certain, names.length);
	const standing = new Map<string, number>();
	await mkdir(target, { recursive: true });
	for (const change of names.slice(0, reached)) {
		if (change.type === "mkdir") await mkdir(join(target, change.directory), { recursive: true });
		if (change.type === "create") standing.set(change.name, change.file);
		if (change.type === "rm") standing.delete(change.name);
		if (change.type === "rename") {
			const file = standing.get(change.from);
			standing.delete(change.from);
			if (file !== undefined) standing.set(change.to, file);
		}
	}
	for (const [name, file] of standing) {
		const state = files.get(file);
		if (state) await writeFile(join(target, name), whatIsLeft(state, chance));
	}
}

function nameOf(change: Extract<Operation, { type: "create" | "rename" | "rm" }>): string {
	return change.type === "rename" ? change.to : change.name;
}

type Changed = DiskFileState["unsynced"];

function contentAfter(before: Buffer, operations: Changed): Buffer {
	return operations.reduce((content, operation) => {
		if (operation.type === "truncate") return resized(content, operation.length);
		const grown = resized(
			content,
			Math.max(content.length, operation.position + operation.bytes.length),
		);
		operation.bytes.copy(grown, operation.position);
		return grown;
	}, before);
}

/** Each page as it was at some moment since the last sync, in a file as long as it was at some moment. */
function whatIsLeft({ synced, unsynced }: DiskFileState, chance: Chance): Buffer {
	const moments = [synced];
	for (const operation of unsynced)
		moments.push(contentAfter(moments.at(-1) ?? synced, [operation]));
	const oneOf = () => moments[chance.below(moments.length)] ?? synced;
	const left = Buffer.alloc(oneOf().length);
	for (let page = 0; page < left.length; page += pageBytes) {
		resized(oneOf(), left.length).copy(left, page, page, Math.min(page + pageBytes, left.length));
	}
	return left;
}

function resized(content: Buffer, length: number): Buffer {
	const result = Buffer.alloc(length);
	content.copy(result);
	return result;
}
