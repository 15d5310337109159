import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot as findProjectRoot } from "../config/places.ts";
import type { KeptAccount } from "../server/accounts/account-file.ts";
import { adminPassword, preparedAdmin, writeAccounts } from "./prepared-accounts.ts";

export { adminPassword };
export const projectRoot = findProjectRoot();
const main = join(projectRoot, "dist/hub/main.js");

export interface HubProcess {
	/** Where it listens, without a slash at the end. */
	url: string;
	pid: number;
	dataDir: string;
	output(): string;
	/** Asks it to stop as the system does, or as Ctrl+C does; answers with its exit code. */
	stop(signal?: "SIGTERM" | "SIGINT"): Promise<number | null>;
	/** Ends it in the middle of whatever it does. */
	kill(): Promise<void>;
}

/** A hub that was started and may not listen yet, or never will. */
export interface HubStart {
	/** It listens, or it has ended before it did. */
	listening: Promise<HubProcess | { code: number | null; output: string }>;
	/** Ends it in the middle of whatever it does. */
	kill(): Promise<void>;
}

/** Starts the built hub on a free port, with a prepared data directory of its own unless one is given. */
export async function startHubProcess(env: NodeJS.ProcessEnv = {}): Promise<HubProcess> {
	const start = beginHubProcess({ ...env, DATA_DIR: env.DATA_DIR ?? (await preparedDirectory()) });
	const begun = await start.listening;
	if ("code" in begun) throw new Error(`the hub ended with ${begun.code}:\n${begun.output}`);
	return begun;
}

/** Starts the built hub and does not wait for it. */
export function beginHubProcess(env: NodeJS.ProcessEnv & { DATA_DIR: string }): HubStart {
	// Checking a password that is set already takes as long as all the rest of a start.
	const isSet = existsSync(join(env.DATA_DIR, "accounts.json"));
	const child = spawnHub({
		PORT: "0",
		...(!isSet && { ADMIN_PASSWORD: adminPassword }),
		LOG_LEVEL: "warn",
		...env,
	});
	const exited = exitOf(child);
	const output = collect(child.stdout, child.stderr);
	const kill = async () => {
		child.kill("SIGKILL");
		await exited;
	};
	const listening = new Promise<Awaited<HubStart["listening"]>>((found) => {
		child.stdout?.on("data", () => {
			const url = /motcua listening on (\S+)/.exec(output())?.[1];
			const { pid } = child;
			if (!url || pid === undefined) return;
			const stop: HubProcess["stop"] = (signal = "SIGTERM") => {
				child.kill(signal);
				return exited;
			};
			found({ url, pid, dataDir: env.DATA_DIR, output, stop, kill });
		});
		exited.then((code) => found({ code, output: output() }));
	});
	return { listening, kill };
}

/** Starts the hub where it is expected not to start: its exit code, all that it said, and what of it went to standard error. */
export async function failedStart(
	env: NodeJS.ProcessEnv,
	args: readonly string[] = [],
): Promise<{ code: number | null; output: string; stderr: string }> {
	const child = spawnHub(
		{ PORT: "0", ADMIN_PASSWORD: adminPassword, LOG_LEVEL: "warn", ...env },
		args,
	);
	const output = collect(child.stdout, child.stderr);
	const stderr = collect(child.stderr);
	return { code: await exitOf(child), output: output(), stderr: stderr() };
}

/** Those that have not ended. */
const running = new Set<ChildProcess>();
const directories: string[] = [];

/** A directory that is gone when the tests are. */
export async function temporaryDirectory(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), "motcua-test-"));
	directories.push(directory);
	return directory;
}

/** A data directory in which nothing stands but accounts: the admin's, and those of these officers. */
export async function preparedDirectory(officers: readonly KeptAccount[] = []): Promise<string> {
	const directory = await temporaryDirectory();
	await writeAccounts(directory, [preparedAdmin, ...officers]);
	return directory;
}

/** Also ends hubs that a failed test has left running. */
export async function removeTemporaryDirectories(): Promise<void> {
	for (const child of running) {
		child.kill("SIGKILL");
		await exitOf(child);
	}
	for (const directory of directories.splice(0)) {
		await rm(directory, { recursive: true, force: true });
	}
}

function spawnHub(env: NodeJS.ProcessEnv, args: readonly string[] = []): ChildProcess {
	const child = spawn(process.execPath, [main, ...args], {
		env: { PATH: process.env.PATH, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	running.add(child);
	child.once("close", () => running.delete(child));
	return child;
}

function collect(...streams: ChildProcess["stdout"][]): () => string {
	let text = "";
	for (const stream of streams) {
		stream?.setEncoding("utf8").on("data", (chunk: string) => {
			text += chunk;
		});
	}
	return () => text;
}

function exitOf(child: ChildProcess): Promise<number | null> {
	return new Promise((exited) => child.once("close", exited));
}
