import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** The two ends of a line as the kernel makes them: a device file to open, and what stands at its other end. */
export interface PseudoTerminal {
	/** The device file. */
	path: string;
	/** Hears what is written to the file. */
	onBytes(listener: (bytes: Buffer) => void): void;
	/** Can be read from the file. */
	say(bytes: Uint8Array): void;
	/** Stops, and goes on, taking what is written to the file. */
	pause(isPaused: boolean): void;
	close(): Promise<void>;
}

/** A raw pseudo terminal, got with `script` of util-linux, which every Debian has. */
export async function openPseudoTerminal(): Promise<PseudoTerminal> {
	const ends = spawn("script", ["-qfec", "stty raw -echo; tty; exec sleep 3600", "/dev/null"], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	const path = await firstLine(ends);
	return {
		path,
		onBytes: (listener) => void ends.stdout.on("data", listener),
		say: (bytes) => void ends.stdin.write(bytes),
		pause(isPaused) {
			if (isPaused) ends.stdout.pause();
			else ends.stdout.resume();
		},
		async close() {
			const gone = once(ends, "close");
			ends.kill("SIGKILL");
			await gone;
		},
	};
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
	if (!stdout) throw new Error("nothing can be read of it");
	const [bytes] = await once(stdout, "data");
	return String(bytes).trim();
}
