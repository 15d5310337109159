import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./hub-process.ts";

export interface Ended {
	code: number | null;
	/** Standard output. */
	said: string;
	/** Standard error. */
	warned: string;
}

/** Runs one of the built commands for technicians to its end. */
export async function runCommand(
	name: "doctor" | "backup" | "restore" | "ledger" | "accounts" | "language" | "kiosk" | "simulate",
	args: string[],
	env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
	const built = name === "simulate" ? "node/simulate/main.js" : `hub/${name}.js`;
	const file = join(projectRoot, "dist", built);
	const child = spawn(process.execPath, [file, ...args], {
		env: { PATH: process.env.PATH, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let said = "";
	let warned = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		said += text;
	});
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		warned += text;
	});
	const code = await new Promise<number | null>((ended) => child.once("close", ended));
	return { code, said, warned };
}
