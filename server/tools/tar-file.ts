import { closeSync, createReadStream, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Header, Parser, type ReadEntry } from "tar";
import type { KeptFile } from "./kept-files.ts";
import { CannotDo } from "./run-command.ts";

const blockBytes = 512;

/** The files as a tar archive: a block with each file's name and size, its bytes, and two empty blocks at the end. */
export async function* tarBytes(files: AsyncIterable<KeptFile>, at: Date): AsyncGenerator<Buffer> {
	for await (const { path, copy, bytes } of files) {
		const header = new Header({ path, size: bytes, mode: 0o600, type: "File", mtime: at });
		const block = Buffer.alloc(blockBytes);
		if (header.encode(block)) throw new Error(`${path} does not fit into a tar archive's header`);
		yield block;
		yield* createReadStream(copy);
		yield Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes);
	}
	yield Buffer.alloc(2 * blockBytes);
}

/**
 * Writes an archive's files, packed with gzip or not, into a directory. The archive is only read as bytes, and a file is made under none but a
 * path that `mayHold` allows: links, devices, paths that lead elsewhere and files that stand in it twice are refused, and so is an
 * archive that is damaged or ends within a file.
 * @returns the paths of the files
 */
export async function unpackTar(
	archive: string,
	into: string,
	mayHold: (path: string) => boolean,
): Promise<string[]> {
	const paths = new Set<string>();
	let fault: unknown = null;
	const parser = new Parser({ strict: true, brotli: false, zstd: false, onReadEntry: take });
	parser.on("error", (error: unknown) => {
		fault ??= error;
	});
	// The parser and what it unpacks with work synchronously, and so do the writes below: nothing piles up between them.
	for await (const chunk of createReadStream(archive)) {
		parser.write(chunk);
		if (fault !== null) break;
	}
	if (fault === null) parser.end();
	if (fault instanceof CannotDo) throw fault;
	if (fault !== null) {
		const why = fault instanceof Error ? fault.message : String(fault);
		throw new CannotDo(`${archive} is no whole archive (${why}): take another backup`);
	}
	return [...paths];

	function take(entry: ReadEntry): void {
		if (fault !== null || entry.type === "Directory") {
			entry.resume();
			return;
		}
		// An archive that was packed anew by hand begins its paths with "./".
		const path = entry.path.replace(/^(?:\.\/)+/, "");
		const refusal = refusalOf(entry, path);
		if (refusal !== null) {
			fault = new CannotDo(`${archive} is refused: ${JSON.stringify(entry.path)} ${refusal}`);
			entry.resume();
			return;
		}
		paths.add(path);
		writeEntry(entry, join(into, path));
	}

	function refusalOf({ type }: ReadEntry, path: string): string | null {
		if (type !== "File" && type !== "OldFile") return `is no plain file (${type})`;
		if (!mayHold(path)) return "is no file of a backup";
		return paths.has(path) ? "stands in it twice" : null;
	}
}

function writeEntry(entry: ReadEntry, file: string): void {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const descriptor = openSync(file, "wx", 0o600);
	entry.on("data", (chunk: Buffer) => writeFileSync(descriptor, chunk));
	entry.on("end", () => closeSync(descriptor));
}
