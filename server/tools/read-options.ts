import { type ParseArgsConfig, parseArgs } from "node:util";
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
