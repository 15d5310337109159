import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { check } from "../../config/faults.ts";
import { parseJson } from "../../config/json.ts";
import { describeFaults } from "../../config/load.ts";
import { checkDay } from "./check-day.ts";
import { type KeptFileEntry, Manifest, manifestName, sumOf } from "./manifest.ts";
import { CannotDo } from "./run-command.ts";

export interface CheckedBackup {
	manifest: Manifest;
	/** What was damaged already when the backup was made. */
	damages: string[];
}

/**
 * Holds unpacked files against their manifest: each is there, none is there beside it, lengths and sums are right, documents are JSON, and every ledger line is
 * whole, in sequence and follows from those before.
 * @throws {CannotDo} naming everything that is wrong
 */
export async function checkBackup(directory: string, paths: string[]): Promise<CheckedBackup> {
	if (!paths.includes(manifestName)) {
		throw new CannotDo(
			`there is no ${manifestName} in it: this is no backup, or one that was cut short`,
		);
	}
	const manifest = await manifestOf(join(directory, manifestName));
	const named = new Set(manifest.files.map(({ path }) => path));
	const faults = [
		...paths
			.filter((path) => path !== manifestName && !named.has(path))
			.map((path) => `${path}: the manifest does not name it`),
		...(named.size < manifest.files.length ? [`${manifestName}: it names a file twice`] : []),
	];
	const there = new Set(paths);
	for (const entry of manifest.files) {
		const fault = there.has(entry.path) ? await faultOf(directory, entry) : "it is missing";
		if (fault !== null) faults.push(`${entry.path}: ${fault}`);
	}
	if (faults.length > 0) {
		throw new CannotDo(
			`the backup is not as it was made, nothing has been changed:\n${faults.join("\n")}`,
		);
	}
	const damages = manifest.files.flatMap(({ damage }) => (damage === undefined ? [] : [damage]));
	return { manifest, damages };
}

async function manifestOf(file: string): Promise<Manifest> {
	const read = parseJson(await readFile(file, "utf8"));
	const checked = read.ok ? check(Manifest, read.value) : read;
	if (!checked.ok) throw new CannotDo(describeFaults(manifestName, checked.faults));
	return checked.value;
}

async function faultOf(directory: string, entry: KeptFileEntry): Promise<string | null> {
	const file = join(directory, entry.path);
	const { bytes, sha256 } = await sumOf(file);
	if (bytes !== entry.bytes) return `${bytes} bytes long where ${entry.bytes} belong`;
	if (sha256 !== entry.sha256) return "its SHA-256 is another";
	// What was damaged when it was copied cannot be whole; the sum says that it is what was copied.
	if (entry.damage !== undefined) return null;
	if (entry.path.endsWith(".jsonl")) {
		const { damage } = await checkDay(
			file,
			entry.path.startsWith("audit/") ? "audit" : "ledger",
			false,
		);
		return damage?.replaceAll(`${file}, `, "") ?? null;
	}
	// Its name was held to its sum when it was copied.
	if (entry.path.startsWith("pictures/")) return null;
	const { ok } = parseJson(await readFile(file, "utf8"));
	return ok ? null : "it is not valid JSON";
}
