import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Hold {
	release(): Promise<void>;
}

/** How long a holder is given to say who it is. */
const answerWithinMs = 2_000;
/** How often a hold is tried for whose holder was just going. */
const attempts = 5;

/**
 * Makes sure that one hub alone writes a data directory: two would overwrite each other's ledger. The hold is a local socket named after
 * the directory itself, whatever path leads to it, that the running hub answers with its process id. The system gives a name to one process
 * alone and takes it back when that ends, however it ends: nothing is left over from a crash that a file with a process id in it would
 * leave.
 * @returns the hold, or the process id of the hub that has it
 */
export async function holdDataDir(dataDir: string): Promise<Hold | { heldBy: string }> {
	const address = addressOf(dataDir);
	for (let attempt = 1; ; attempt++) {
		const hold = await tryToHold(address);
		if (hold) return hold;
		const heldBy = await whoAnswers(address);
		if (heldBy !== null) return { heldBy };
		if (attempt === attempts) return { heldBy: "unknown" };
		// A name with nobody behind it: the holder has just ended, or left a file over where sockets are files.
		if (isFile(address)) await rm(address, { force: true });
	}
}

/** The process id of the hub that has a data directory, "unknown" where it does not say; null where none has it. */
export function holderOf(dataDir: string): Promise<string | null> {
	return whoAnswers(addressOf(dataDir));
}

async function tryToHold(address: string): Promise<Hold | null> {
	const server = createServer((socket) => {
		socket.on("error", () => {
			// Whoever asked is gone again.
		});
		socket.end(String(process.pid));
	});
	try {
		await listen(server, address);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return null;
		throw error;
	}
	server.unref();
	return {
		release: () =>
			new Promise((released) => {
				server.close(() => released());
			}),
	};
}

/**
 * Linux has names that are no files and Windows pipes; elsewhere it is a file in the directory for temporary ones. Short whatever the
 * directory's path is: such an address may have a hundred characters.
 */
function addressOf(dataDir: string): string {
	const { dev, ino } = statSync(dataDir, { bigint: true });
	const name = `motcua-${createHash("sha256").update(`${dev}/${ino}`).digest("hex").slice(0, 24)}`;
	switch (process.platform) {
		case "linux":
			return `\0${name}`;
		case "win32":
			return `\\\\.\\pipe\\${name}`;
		default:
			return join(tmpdir(), `${name}.sock`);
	}
}

function isFile(address: string): boolean {
	return address.startsWith("/");
}

function whoAnswers(address: string): Promise<string | null> {
	return new Promise((told) => {
		let said = "";
		const socket = connect(address);
		// A holder that hangs is a holder all the same.
		socket.setTimeout(answerWithinMs, () => {
			socket.destroy();
			told(said || "unknown");
		});
		socket.setEncoding("utf8").on("data", (text: string) => {
			said += text;
		});
		socket.on("end", () => told(said || "unknown"));
		socket.on("error", () => told(null));
	});
}

function listen(server: Server, address: string): Promise<void> {
	return new Promise((listening, failed) => {
		server.once("error", failed);
		server.listen(address, listening);
	});
}
