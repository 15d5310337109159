import { chmod, constants, copyFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ensureDirectory } from "../disk.ts";
import { CannotDo } from "./run-command.ts";

/**
 * Copies a backup's directory file by file. Links, devices and files that `mayHold` does not allow are refused.
 * @returns the paths of the files, with "/" between their steps
 */
export async function unpackDirectory(
	from: string,
	into: string,
	mayHold: (path: string) => boolean,
): Promise<string[]> {
	const paths: string[] = [];
	await copyFrom("");
	return paths;

	async function copyFrom(above: string): Promise<void> {
		for (const entry of await readdir(join(from, above), { withFileTypes: true })) {
			const path = above === "" ? entry.name : `${above}/${entry.name}`;
			if (entry.isDirectory()) {
				await copyFrom(path);
				continue;
			}
			if (!entry.isFile()) throw new CannotDo(`${from} is refused: "${path}" is no plain file`);
			if (!mayHold(path))
				throw new CannotDo(`${from} is refused: "${path}" is no file of a backup`);
			const place = join(into, path);
			await ensureDirectory(dirname(place));
			await copyFile(join(from, path), place, constants.COPYFILE_EXCL);
			await chmod(place, 0o600);
			paths.push(path);
		}
	}
}
