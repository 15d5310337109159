import { nearest } from "../../config/nearest.ts";

/**
 * What is wrong with a command line, out of what `parseArgs` threw: with what is allowed and the nearest right name.
 * @throws what is no fault of the command line
 */
export function argumentFault(error: unknown, args: string[], options: string[]): string {
	if (!isArgumentFault(error)) throw error;
	const names = options.map((name) => `--${name}`);
	const wrong = args
		.map((arg) => arg.split("=")[0] ?? "")
		.find((name) => name.startsWith("--") && !names.includes(name));
	const near = wrong === undefined ? undefined : nearest(wrong, names);
	const said = error.message.split(". ")[0];
	return `${said}; allowed: ${names.join(", ")}${near === undefined ? "" : ` (did you mean ${near}?)`}`;
}

function isArgumentFault(error: unknown): error is Error {
	return (
		error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
	);
}
