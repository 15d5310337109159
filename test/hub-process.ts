import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot as findProjectRoot } from "../config/places.ts";

export const projectRoot = findProjectRoot();
const main = join(projectRoot, "dist/hub/main.js");

export const adminPassword = "mat-khau-thu-nghiem";

export interface HubProcess {
	/** Where it listens, without a slash at the end. */
	url: string;
	dataDir: string;
	output(): string;
	/** Asks it to stop as the system does; answers with its exit code. */
	stop(): Promise<number | null>;
	/** Ends it in the middle of whatever it does. */
	kill(): Promise<void>;
}

/** Starts the built hub on a free port, with a data directory of its own unless one is given. */
export async function startHubProcess(env: NodeJS.ProcessEnv = {}): Promise<HubProcess> {
	const dataDir = env.DATA_DIR ?? (await temporaryDirectory());
	const child = spawnHub({
		PORT: "0",
		DATA_DIR: dataDir,
		ADMIN_PASSWORD: adminPassword,
		LOG_LEVEL: "warn",
		...env,
	});
	const exited = exitOf(child);
	const output = collect(child);
	const url = await new Promise<string>((found, failed) => {
		child.stdout?.on("data", () => {
			const address = /motcua listening on (\S+)/.exec(output())?.[1];
			if (address) found(address);
		});
		exited.then((code) => failed(new Error(`the hub ended with ${code}:\n${output()}`)));
	});
	return {
		url,
		dataDir,
		output,
		stop: () => {
			child.kill("SIGTERM");
			return exited;
		},
		kill: async () => {
			child.kill("SIGKILL");
			await exited;
		},
	};
}

/** Starts the hub where it is expected not to start: its exit code and all that it said. */
export async function failedStart(
	env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
	const child = spawnHub({ PORT: "0", ADMIN_PASSWORD: adminPassword, LOG_LEVEL: "warn", ...env });
	const output = collect(child);
	return { code: await exitOf(child), output: output() };
}

const directories: string[] = [];

/** A directory that is gone when the tests are. */
export async function temporaryDirectory(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), "motcua-test-"));
	directories.push(directory);
	return directory;
}

export async function removeTemporaryDirectories(): Promise<void> {
	for (const directory of directories.splice(0)) {
		await rm(directory, { recursive: true, force: true });
	}
}

function spawnHub(env: NodeJS.ProcessEnv): ChildProcess {
	return spawn(process.execPath, [main], {
		env: { PATH: process.env.PATH, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
}

function collect(child: ChildProcess): () => string {
	let text = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding("utf8").on("data", (chunk: string) => {
			text += chunk;
		});
	}
	return () => text;
}

function exitOf(child: ChildProcess): Promise<number | null> {
	return new Promise((exited) => child.once("close", exited));
}
