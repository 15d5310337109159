import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type SecureVersion } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFront } from "./front.ts";
import { openTls, type TlsFiles } from "./tls.ts";

const fixtures = join(import.meta.dirname, "fixtures");
let directory: string;
let files: TlsFiles;

beforeAll(() => {
	directory = mkdtempSync(join(tmpdir(), "motcua-tls-"));
	files = { cert: join(directory, "chung-thu.pem"), key: join(directory, "khoa.pem") };
	put(1);
});
afterAll(() => rmSync(directory, { recursive: true }));

/** Puts one of the two certificates where the hub looks for its own. */
function put(which: 1 | 2): void {
	copyFileSync(join(fixtures, `localhost-${which}.crt`), files.cert);
	copyFileSync(join(fixtures, `localhost-${which}.key`), files.key);
}

function log() {
	const lines: string[] = [];
	const say = (line: string) => lines.push(line);
	return { lines, log: { info: say, warn: say } };
}

/** What a browser would see: whose certificate, and by which version of TLS. */
async function look(port: number, versions: { maxVersion?: SecureVersion } = {}) {
	const ca = [1, 2].map((which) => readFileSync(join(fixtures, `localhost-${which}.crt`)));
	const socket = connect({ port, host: "localhost", ca, ...versions });
	try {
		await once(socket, "secureConnect");
		return { whose: socket.getPeerCertificate().subject.O, version: socket.getProtocol() };
	} finally {
		socket.destroy();
	}
}

test("a certificate that was renewed is taken in without a restart, a faulty one is not", async () => {
	const { lines, log: heard } = log();
	const tls = openTls(files, heard);
	if (!tls.ok) throw new Error(tls.fault);
	const server = createFront((_request, response) => response.end(), {
		writeHeaders: () => undefined,
		takes: () => true,
		tls: tls.value.context,
	});
	tls.value.renew(server);
	server.listen(0, "localhost");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	const { port } = address;
	expect((await look(port)).whose).toBe("Chi dung de thu 1");

	writeFileSync(files.key, "dở dang");
	process.emit("SIGHUP");
	expect(lines.at(-1)).toMatch(/^TLS_KEY: .*khoa\.pem .*the certificate from before is kept$/);
	expect((await look(port)).whose).toBe("Chi dung de thu 1");

	put(2);
	process.emit("SIGHUP");
	expect(lines.at(-1)).toBe("the certificate was taken in anew");
	expect((await look(port)).whose).toBe("Chi dung de thu 2");
	await expect(look(port, { maxVersion: "TLSv1.1" })).rejects.toThrow();
	server.close();
	put(1);
});

describe("what is wrong is said with the setting and the file, and what is allowed", () => {
	test.each<[string, () => TlsFiles, RegExp]>([
		[
			"no certificate there",
			() => ({ ...files, cert: join(directory, "khong-co.pem") }),
			/^TLS_CERT: .*khong-co\.pem cannot be read \(ENOENT\)$/,
		],
		[
			"no certificate in it",
			() => ({ ...files, cert: files.key }),
			/^TLS_CERT: .*khoa\.pem holds something else; allowed is a certificate in PEM/,
		],
		[
			"no key in it",
			() => ({ ...files, key: files.cert }),
			/^TLS_KEY: .*chung-thu\.pem holds something else; allowed is a private key in PEM/,
		],
		[
			"another's key",
			() => ({ ...files, key: join(fixtures, "localhost-2.key") }),
			/^TLS_KEY: .*localhost-2\.key holds something else; allowed is the key of the certificate in .*chung-thu\.pem$/,
		],
	])("%s", (_name, named, fault) => {
		const opened = openTls(named(), log().log);
		expect(opened.ok ? "" : opened.fault).toMatch(fault);
	});
});

test.each([
	["2119-01-01", []],
	["2119-12-25", [expect.stringContaining("ends soon")]],
	["2120-01-02", [expect.stringContaining("has ended")]],
])("on %s an operator is told of the certificate's end: %j", (day, said) => {
	const { lines, log: heard } = log();
	openTls(files, heard, () => Date.parse(day));
	expect(lines).toEqual(said);
});
