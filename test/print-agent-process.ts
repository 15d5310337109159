import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot, temporaryDirectory } from "./hub-process.ts";

export interface PrintAgentProcess {
	state: string;
	/** All that it has said on standard output. */
	said(): string;
	/** Resolves with the first match, once it is said. */
	says(pattern: RegExp): Promise<RegExpExecArray>;
	/** Its log, standard error. */
	logged(): string;
	/** Asks it to stop; resolves with its exit code. */
	stop(): Promise<number | null>;
	/** Ends it in the middle of whatever it does. */
	kill(): Promise<void>;
	/** Lets it stand still, and go on. */
	freeze(): void;
	thaw(): void;
	exited: Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Starts the built print agent, with a state folder of its own unless one is given. */
export async function startPrintAgent(
	options: { hub: string; name: string; device: string; state?: string },
	...more: string[]
): Promise<PrintAgentProcess> {
	const { hub, name, device, state = await temporaryDirectory() } = options;
	const file = join(projectRoot, "dist/hub/print-agent.js");
	const args = ["--hub", hub, "--name", name, "--device", device, "--state", state, ...more];
	const child = spawn(process.execPath, [file, ...args], {
		env: { PATH: process.env.PATH },
		stdio: ["ignore", "pipe", "pipe"],
	});
	running.add(child);
	const exited = new Promise<number | null>((ended) => child.once("close", ended));
	void exited.then(() => running.delete(child));
	let said = "";
	let logged = "";
	const waiting = new Set<() => void>();
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		said += text;
		for (const look of waiting) look();
	});
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		logged += text;
	});
	return {
		state,
		said: () => said,
		logged: () => logged,
		says: (pattern) =>
			new Promise((found, failed) => {
				function look(): void {
					const match = pattern.exec(said);
					if (!match) return;
					waiting.delete(look);
					found(match);
				}
				waiting.add(look);
				look();
				void exited.then((code) => failed(new Error(`it ended with ${code}:\n${said}${logged}`)));
			}),
		stop() {
			child.kill("SIGTERM");
			return exited;
		},
		async kill() {
			child.kill("SIGKILL");
			await exited;
		},
		freeze: () => void child.kill("SIGSTOP"),
		thaw: () => void child.kill("SIGCONT"),
		exited,
	};
}

/** Ends those that a test has left running. */
export async function endPrintAgents(): Promise<void> {
	for (const child of running) {
		child.kill("SIGKILL");
		await new Promise((ended) => child.once("close", ended));
	}
}
