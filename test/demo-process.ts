import { type ChildProcess, spawn } from "node:child_process";
import { projectRoot } from "./hub-process.ts";

/** A demonstration as somebody starts it in a terminal, with all that it says. */
export interface DemoProcess {
	/** Where it listens, without a slash at the end. */
	url: string;
	/** Of all three accounts. */
	password: string;
	output(): string;
	/** Presses Ctrl+C and waits for the end; answers with how long that took. */
	interrupt(): Promise<{ tookMs: number; isAnythingLeft: boolean }>;
}

const running = new Set<ChildProcess>();

/** Starts it through npm, in a group of processes of its own as a terminal does, with its files below this directory. */
export async function startDemo(
	temporary: string,
	command: readonly [string, ...string[]] = ["npm", "run", "serve", "--", "--demo"],
): Promise<DemoProcess> {
	const [program, ...args] = command;
	const child = spawn(program, args, {
		cwd: projectRoot,
		env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: "0", TMPDIR: temporary },
		stdio: ["ignore", "pipe", "pipe"],
		detached: true,
	});
	running.add(child);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	const ended = new Promise<void>((over) => child.once("close", () => over()));
	void ended.then(() => running.delete(child));
	const said = await new Promise<RegExpExecArray>((found, failed) => {
		child.stdout.on("data", () => {
			const begun = /Begin here: (http:\S+)\/\?lang=en\n.*all three: (\S+)\n/.exec(output);
			if (begun && output.includes("left free for you")) found(begun);
		});
		void ended.then(() => failed(new Error(`the demonstration ended:\n${output}`)));
	});
	const [, url = "", password = ""] = said;
	return {
		url,
		password,
		output: () => output,
		async interrupt() {
			const from = performance.now();
			signalGroup(child, "SIGINT");
			await ended;
			return { tookMs: performance.now() - from, isAnythingLeft: signalGroup(child, 0) };
		},
	};
}

/** Ends what a failed test has left running. */
export function endDemos(): void {
	for (const child of running) signalGroup(child, "SIGKILL");
}

/** Whether there was anybody to take it. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
	if (pid === undefined) return false;
	try {
		return process.kill(-pid, signal);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
		throw error;
	}
}
