import { access, constants, mkdir } from "node:fs/promises";
import type { Logger } from "pino";
import { openTls, type Tls, type TlsFiles } from "./door/tls.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import type { App } from "./routes/parts.ts";
import { finishRestore } from "./unfinished-restore.ts";

/** What keeps the hub from starting, said in lines that a technician can act on. */
export class CannotStart extends Error {}

/** @throws {CannotStart} naming every variable that cannot be read */
export function environmentOrStop(env: NodeJS.ProcessEnv): Environment {
	const read = readEnvironment(env);
	if (!read.ok) throw new CannotStart(read.faults.join("\n"));
	return read.value;
}

/** @throws {CannotStart} */
export function tlsOrStop(files: TlsFiles, log: Logger): Tls {
	const tls = openTls(files, log);
	if (!tls.ok) throw new CannotStart(tls.fault);
	return tls.value;
}

/**
 * Ends a restore that was cut off, and makes the directory where it is missing.
 * @throws {CannotStart}
 */
export async function prepareDataDir(dataDir: string, log: Logger): Promise<void> {
	try {
		const finished = await finishRestore(dataDir);
		if (finished) log.warn(finished);
		await mkdir(dataDir, { recursive: true });
		await access(dataDir, constants.W_OK | constants.X_OK);
	} catch (error) {
		throw new CannotStart(
			`DATA_DIR ${dataDir} is no directory that can be written (${codeOf(error)}): give this user the right to, or name another`,
		);
	}
}

/**
 * @returns the address, with the scheme that is spoken
 * @throws {CannotStart} where the port is taken, or the address is none of this machine's
 */
export async function listen(app: App, { port, host, tls }: Environment): Promise<string> {
	const spoken = (address: string) => (tls ? address.replace(/^http:/, "https:") : address);
	try {
		const address = await app.listen({
			port,
			host,
			listenTextResolver: (plain) => `listening on ${spoken(plain)}`,
		});
		return spoken(address);
	} catch (error) {
		if (codeOf(error) === "EADDRINUSE") {
			throw new CannotStart(
				`PORT ${port} on ${host} is in use: stop what listens there, or set another PORT`,
			);
		}
		throw new CannotStart(`HOST ${host}, PORT ${port} cannot be listened on (${codeOf(error)})`);
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
