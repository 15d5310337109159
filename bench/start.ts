import { spawn } from "node:child_process";
import {
	projectRoot,
	removeTemporaryDirectories,
	temporaryDirectory,
} from "../test/hub-process.ts";
import { percentile } from "./percentile.ts";

export interface Start {
	/** From the command `npm run serve` to the first 200 of `/api/health`. */
	serveMs: number;
	/** npm alone, printing its environment: what no hub can be quicker than. */
	emptyNpmMs: number;
	runs: number;
}

const runs = 5;

/** Starts the hub as an operator does and asks for its health until it answers; beside it npm running nothing. */
export async function start(): Promise<Start> {
	const serve: number[] = [];
	const empty: number[] = [];
	for (let run = 0; run < runs; run++) {
		empty.push(await timeOf(["run", "env"]));
		serve.push(await serveUntilHealthy(await temporaryDirectory()));
	}
	await removeTemporaryDirectories();
	return { serveMs: percentile(serve, 50), emptyNpmMs: percentile(empty, 50), runs };
}

async function serveUntilHealthy(dataDir: string): Promise<number> {
	const begun = performance.now();
	const child = spawn("npm", ["run", "serve"], {
		cwd: projectRoot,
		env: { ...process.env, PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "error" },
		stdio: ["ignore", "pipe", "inherit"],
		detached: true,
	});
	const ended = new Promise((resolve) => child.once("close", resolve));
	let said = "";
	const url = await new Promise<string>((found) => {
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			said += text;
			const address = /motcua listening on (\S+)/.exec(said)?.[1];
			if (address) found(address);
		});
	});
	const answer = await fetch(`${url}/api/health`);
	const took = performance.now() - begun;
	if (!answer.ok) throw new Error(`the hub's health answers ${answer.status}`);
	if (child.pid) process.kill(-child.pid, "SIGTERM");
	await ended;
	return took;
}

async function timeOf(args: string[]): Promise<number> {
	const begun = performance.now();
	const child = spawn("npm", args, { cwd: projectRoot, stdio: "ignore" });
	await new Promise((resolve) => child.once("close", resolve));
	return performance.now() - begun;
}
