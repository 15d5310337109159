import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync, unwatchFile, watchFile } from "node:fs";
import type { Server } from "node:http";
import { createSecureContext, Server as TlsServer } from "node:tls";

export interface TlsFiles {
	/** `TLS_CERT`: the certificate and those between it and its issuer, in PEM. */
	cert: string;
	/** `TLS_KEY`: its key, in PEM and without a password. */
	key: string;
}

/** Certificate and key as they stood when they were last read and found whole. */
export interface Tls {
	context: { cert: string; key: string };
	/** From now on takes in what the files become: looked after every minute, and at once when the process is told to (SIGHUP). */
	renew(server: Server): void;
}

interface Log {
	info(message: string): void;
	warn(message: string): void;
}

/** How often the files are looked after: certificates are renewed weeks before they end. */
const lookEveryMs = 60_000;
const soonMs = 14 * 24 * 60 * 60 * 1_000;

/** Opens the files; what is wrong with them is said in a line that names the setting. */
export function openTls(
	files: TlsFiles,
	log: Log,
	now: () => number = Date.now,
): { ok: true; value: Tls } | { ok: false; fault: string } {
	const first = read(files);
	if (!first.ok) return first;
	let { context } = first;
	warnOfEnd(context.cert);

	function warnOfEnd(cert: string): void {
		const { validTo } = new X509Certificate(cert);
		const leftMs = Date.parse(validTo) - now();
		if (leftMs < 0) log.warn(`the certificate in TLS_CERT has ended: ${validTo}`);
		else if (leftMs < soonMs) log.warn(`the certificate in TLS_CERT ends soon: ${validTo}`);
	}

	return {
		ok: true,
		value: {
			context,
			renew(server) {
				const look = () => {
					const next = read(files);
					if (!next.ok) {
						log.warn(`${next.fault}; the certificate from before is kept`);
						return;
					}
					if (next.context.cert === context.cert && next.context.key === context.key) return;
					({ context } = next);
					if (server instanceof TlsServer) server.setSecureContext({ ...context, ...onlyNew });
					log.info("the certificate was taken in anew");
					warnOfEnd(context.cert);
				};
				const { cert, key } = files;
				for (const file of [cert, key]) {
					watchFile(file, { interval: lookEveryMs, persistent: false }, look);
				}
				process.on("SIGHUP", look);
				server.once("close", () => {
					process.off("SIGHUP", look);
					for (const file of [cert, key]) unwatchFile(file, look);
				});
			},
		},
	};
}

/** RFC 8996: earlier versions are not to be used. */
export const onlyNew = { minVersion: "TLSv1.2" } as const;

type Read = { ok: true; context: Tls["context"] } | { ok: false; fault: string };

function read(files: TlsFiles): Read {
	const cert = readText("TLS_CERT", files.cert);
	if (!cert.ok) return cert;
	const key = readText("TLS_KEY", files.key);
	if (!key.ok) return key;
	const certificate = attempt(() => new X509Certificate(cert.text));
	if (!certificate) {
		return fault("TLS_CERT", files.cert, "a certificate in PEM (-----BEGIN CERTIFICATE-----)");
	}
	const privateKey = attempt(() => createPrivateKey(key.text));
	if (!privateKey) {
		return fault("TLS_KEY", files.key, "a private key in PEM, without a password");
	}
	if (!certificate.checkPrivateKey(privateKey)) {
		return fault("TLS_KEY", files.key, `the key of the certificate in ${files.cert}`);
	}
	const context = { cert: cert.text, key: key.text };
	if (!attempt(() => createSecureContext({ ...context, ...onlyNew }))) {
		return fault("TLS_CERT", files.cert, "certificates that OpenSSL takes, the hub's own first");
	}
	return { ok: true, context };
}

function fault(setting: string, file: string, allowed: string): { ok: false; fault: string } {
	return { ok: false, fault: `${setting}: ${file} holds something else; allowed is ${allowed}` };
}

function readText(
	setting: string,
	file: string,
): { ok: true; text: string } | { ok: false; fault: string } {
	try {
		return { ok: true, text: readFileSync(file, "utf8") };
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
		return { ok: false, fault: `${setting}: ${file} cannot be read (${code})` };
	}
}

function attempt<T>(make: () => T): T | null {
	try {
		return make();
	} catch {
		// OpenSSL's own words name no file and mean nothing to whoever set this up.
		return null;
	}
}
