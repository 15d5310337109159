import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearest } from "../../config/nearest.ts";
import { isMissing } from "../disk.ts";
import { type Environment, readEnvironment } from "../environment.ts";

/** What keeps a command from being done, said in lines that a technician can act on. */
export class CannotDo extends Error {
	override name = "CannotDo";
}

/**
 * Runs a command and ends the process with what it answers: 0 where all is well, 1 where something is not. What keeps it from being
 * done is said in one go, without a stack.
 */
export async function runCommand(
	name: string,
	command: (args: string[]) => Promise<number>,
): Promise<void> {
	process.stdout.on("error", (error) => {
		// Whoever reads has seen enough, as `head` has.
		if (codeOf(error) === "EPIPE") process.exit(0);
		throw error;
	});
	try {
		process.exitCode = await command(process.argv.slice(2));
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		process.stderr.write(`motcua ${name}: ${message}\n`);
		process.exitCode = 1;
	}
}

/** The same for a command whose first word says what to do: `ledger verify`. Without one, or with one that it does not know, it says which it knows. */
export function runCommandOf(
	name: string,
	help: string,
	acts: ReadonlyMap<string, (args: string[]) => Promise<number>>,
): Promise<void> {
	return runCommand(name, async ([word = "", ...args]) => {
		const act = acts.get(word);
		if (act && !args.includes("--help")) return act(args);
		if (act || word === "--help") {
			say(help);
			return 0;
		}
		const found = word === "" ? "nothing is named" : `there is no ${JSON.stringify(word)}`;
		throw new CannotDo(`${found}; allowed: ${[...acts.keys()].join(", ")}, --help`);
	});
}

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
		if (!isArgumentFault(error)) throw error;
		throw new CannotDo(argumentFault(error, args, Object.keys(options)));
	}
}

function argumentFault(error: Error, args: string[], options: string[]): string {
	const names = options.map((name) => `--${name}`);
	const wrong = args.map((arg) => arg.split("=")[0] ?? "").find((name) => !names.includes(name));
	const near = wrong?.startsWith("--") ? nearest(wrong, names) : undefined;
	const said = error.message.split(". ")[0];
	return `${said}; allowed: ${names.join(", ")}${near === undefined ? "" : ` (did you mean ${near}?)`}`;
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

export function codeOf(error: unknown): string | undefined {
	return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

export function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

export function warn(line: string): void {
	process.stderr.write(`${line}\n`);
}

function isArgumentFault(error: unknown): error is Error {
	return codeOf(error)?.startsWith("ERR_PARSE_ARGS") ?? false;
}
