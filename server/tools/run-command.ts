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

export function codeOf(error: unknown): string | undefined {
	return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

export function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

export function warn(line: string): void {
	process.stderr.write(`${line}\n`);
}
