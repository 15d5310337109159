import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Hold {
	release(): Promise<void>;
}

/**
 * Makes sure that one hub alone writes a data directory: two would overwrite each other's ledger. The hold is a socket that the
 * running hub answers with its process id; a socket that nobody answers is left over from a crash and is taken over, which a
 * file with a process id in it could not tell.
 * @returns the hold, or the process id of the hub that has it
 */
export async function holdDataDir(dataDir: string): Promise<Hold | { heldBy: string }> {
	const address = addressOf(dataDir);
	const heldBy = await whoAnswers(address);
	if (heldBy !== null) return { heldBy };
	if (process.platform !== "win32") await rm(address, { force: true });
	const server = createServer((socket) => {
		socket.on("error", () => {
			// Whoever asked is gone again.
		});
		socket.end(String(process.pid));
	});
	await listen(server, address);
	server.unref();
	return {
		release: () =>
			new Promise((released) => {
				server.close(() => released());
			}),
	};
}

/** Short whatever the directory's path is: a Unix socket's address may have a hundred characters. */
function addressOf(dataDir: string): string {
	const name = createHash("sha256").update(realpathSync(dataDir)).digest("hex").slice(0, 24);
	return process.platform === "win32"
		? `\\\\.\\pipe\\motcua-${name}`
		: join(tmpdir(), `motcua-${name}.sock`);
}

function whoAnswers(address: string): Promise<string | null> {
	return new Promise((told) => {
		let said = "";
		const socket = connect(address);
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
