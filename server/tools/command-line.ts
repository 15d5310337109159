import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { isMissing } from "../disk.ts";
import { type Environment, readEnvironment } from "../environment.ts";
import { argumentFault } from "./argument-fault.ts";
import { CannotDo } from "./run-command.ts";

/** What was said on the command line: texts by their option's name, and which switches are on. */
export interface Options<Text extends string, Switch extends string> {
	text(name: Text | "data-dir"): string | undefined;
	isOn(name: Switch | "help"): boolean;
}

/**
 * Reads a command's options, `--data-dir TEXT` and `--help` among them. Anything else is refused with what is allowed and the nearest
 * right name.
 */
export function readOptions<Text extends string = never, Switch extends string = never>(
	args: string[],
	allowed: { texts?: readonly Text[]; switches?: readonly Switch[] },
): Options<Text, Switch> {
	const options: NonNullable<ParseArgsConfig["options"]> = {};
	for (const name of [...(allowed.texts ?? []), "data-dir"]) options[name] = { type: "string" };
	for (const name of [...(allowed.switches ?? []), "help"]) options[name] = { type: "boolean" };
	try {
		const { values } = parseArgs({ args, options, strict: true, allowPositionals: false });
		return {
			text(name) {
				const value = values[name];
				return typeof value === "string" ? value : undefined;
			},
			isOn: (name) => values[name] === true,
		};
	} catch (error) {
		throw new CannotDo(argumentFault(error, args, Object.keys(options)));
	}
}

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
