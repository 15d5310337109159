import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { isMissing } from "../disk.ts";
import { type Environment, readEnvironment } from "../environment.ts";
import type { Options } from "./read-options.ts";
import { CannotDo } from "./run-command.ts";

/** The settings of the process, of which the commands need where data lies and what the office is. */
export function environmentOf(options: Options<never, never>): Environment {
	const read = readEnvironment(process.env);
	if (!read.ok) throw new CannotDo(read.faults.join("\n"));
	const named = options.text("data-dir");
	return named === undefined ? read.value : { ...read.value, dataDir: resolve(named) };
}

/** Refuses a data directory that is not there: a command that only reads never makes one. */
export async function existingDataDir(dataDir: string): Promise<string> {
	const found = await stat(dataDir).catch((error: unknown) => {
		if (isMissing(error)) return null;
		throw error;
	});
	if (!found?.isDirectory()) {
		throw new CannotDo(
			`DATA_DIR ${dataDir} is no directory: set DATA_DIR as for the hub, or name it with --data-dir`,
		);
	}
	return dataDir;
}

/** `20261122T050631Z`: an instant that may stand in a file's name. */
export function stampOf(at: Date): string {
	return at.toISOString().replace(/[-:]|\.\d+/g, "");
}
