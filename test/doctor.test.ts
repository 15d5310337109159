import { spawn } from "node:child_process";
import { chmod, chown, cp, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createServer as createPlainServer } from "node:net";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Office } from "../config/office.ts";
import type { Finding } from "../server/tools/doctor/finding.ts";
import { asker } from "./ask.ts";
import { startFakePrinter } from "./fake-printer/tcp.ts";
import {
	failedStart,
	preparedDirectory,
	projectRoot,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "./hub-process.ts";
import { pastDay, writePastDay } from "./past-day.ts";
import { runCommand } from "./run-command.ts";
import { sampleOfficeWith } from "./sample-office.ts";

afterAll(removeTemporaryDirectories);

interface Told {
	version: string;
	wrong: number;
	notes: number;
	findings: Finding[];
}

interface Examined extends Told {
	code: number | null;
	/** What it found of one thing, as `state says -> toDo`. */
	of(about: string): string[];
}

/** What a doctor on this machine says, with a data directory of its own unless one is given. */
async function examine(env: NodeJS.ProcessEnv): Promise<Examined> {
	const { code, said, warned } = await runCommand("doctor", ["--json"], {
		DATA_DIR: await preparedDirectory(),
		PORT: String(await freePort()),
		...env,
	});
	expect(warned).toBe("");
	const told: Told = JSON.parse(said);
	return { ...told, code, of: (about) => ofThem(told.findings, about) };
}

function ofThem(findings: readonly Finding[], about: string): string[] {
	return findings
		.filter((finding) => finding.about === about)
		.map((one) => `${one.state} ${one.says}${one.state === "ok" ? "" : ` -> ${one.toDo}`}`);
}

/** Where the machine that tests run on is no good place for a hub itself: its temporary files in memory, say. */
const ofThisMachine = ["file system", "room", "disk"];

function wrongs({ findings }: Told): Finding[] {
	return findings.filter(({ about, state }) => state === "wrong" && !ofThisMachine.includes(about));
}

/** The sample office with a printer at this device, of a kind that tells by itself how it is. */
const officePrintingAt = (device: string) =>
	sampleOfficeWith(({ printers, kiosks }: Office) => ({
		printers: printers.map((printer, index) =>
			index === 0 ? { ...printer, device, profile: "epson-tm-t88" } : printer,
		),
		kiosks,
	}));

test("--help says what it is, and a wrong option what is allowed", async () => {
	const help = await runCommand("doctor", ["--help"]);
	expect([help.code, help.warned]).toEqual([0, ""]);
	expect(help.said).toMatch(/^npm run doctor -- /);
	const wrong = await runCommand("doctor", ["--jsom"]);
	expect([wrong.code, wrong.said]).toEqual([1, ""]);
	expect(wrong.warned).toContain("did you mean --json?");
});

test("a machine on which nothing is wrong: a line for each thing, nothing left behind, exit code 0", async () => {
	const DATA_DIR = await preparedDirectory();
	const before = await readdir(DATA_DIR);
	const env = {
		DATA_DIR,
		OFFICE_FILE: await officePrintingAt("virtual:"),
		PORT: String(await freePort()),
	};
	const { code, said, warned } = await runCommand("doctor", [], env);
	expect(warned).toBe("");
	for (const about of ["Node.js", "program", "packages", "office file", "disk", "clock", "paper"]) {
		expect(said).toMatch(new RegExp(`^(ok|NOTE|WRONG) +${about.replace(".", "\\.")} `, "m"));
	}
	expect(said).toMatch(/^ok +ledger +no day yet$/m);
	expect(said).toMatch(/^ok +paper .*a specimen was drawn \(not printed\), 576 dots wide/m);
	expect(said).toMatch(/^NOTE +printer +printer-1 \(virtual:, for kiosk-1\): nothing comes out/m);
	expect(said).toMatch(/^(Nothing is|\d things? (is|are)) wrong, \d+ to note\.$/m);
	expect(said).not.toContain("\u001b");
	expect(code).toBe(/^WRONG/m.test(said) ? 1 : 0);
	expect(await readdir(DATA_DIR)).toEqual(before);
});

test("what it says for programs is what it says for people", async () => {
	const examined = await examine({ OFFICE_FILE: await officePrintingAt("virtual:") });
	expect(wrongs(examined)).toEqual([]);
	expect(examined.wrong).toBe(examined.findings.filter(({ state }) => state === "wrong").length);
	expect(examined.notes).toBe(examined.findings.filter(({ state }) => state === "note").length);
	expect(examined.code).toBe(examined.wrong === 0 ? 0 : 1);
	expect(examined.of("packages")).toEqual(["ok all there, in the versions of package.json"]);
});

test("a broken office file is told as the hub would tell it, and all else is looked at", async () => {
	const OFFICE_FILE = await sampleOfficeWith(({ services: [first, ...rest] }) => ({
		timeZone: "Asia/Hanoi",
		services: first ? [{ ...first, prefix: "I" }, ...rest] : rest,
	}));
	const [told, start] = await Promise.all([
		examine({ OFFICE_FILE }),
		failedStart({ OFFICE_FILE, DATA_DIR: await preparedDirectory() }),
	]);
	const faults = start.output.trim().replace("motcua cannot start: ", "");
	expect(faults).toContain("/timeZone: found");
	expect(told.code).toBe(1);
	expect(wrongs(told)).toEqual([expect.objectContaining({ about: "office file", says: faults })]);
	expect(told.of("PORT")).toEqual([expect.stringMatching(/^ok .* is free$/)]);
});

test("wrong settings are told together, and the rest is looked at without them", async () => {
	const told = await examine({ LOG_LEVEL: "to", PUBLIC_URL: "so.example" });
	expect(wrongs(told).map(({ says }) => says)).toEqual([
		expect.stringMatching(/^LOG_LEVEL: "to" stands there/),
		expect.stringMatching(/^PUBLIC_URL: "so\.example" stands there/),
	]);
	expect(told.of("paper")).toHaveLength(1);
});

test("a port that something else has is told with what it answers", async () => {
	const web = createServer((_, response) => response.writeHead(404).end("không có gì"));
	const told = await examine({ PORT: String(await portOf(web)) });
	web.close();
	expect(told.of("PORT")).toEqual([
		expect.stringMatching(/^wrong .*no hub: it answers 404 .*ss -ltnp/),
	]);
	expect(told.code).toBe(1);
});

test("a port where nobody answers in HTTP is told too", async () => {
	const mute = createPlainServer((socket) => socket.end("SSH-2.0-khong-phai\r\n"));
	await new Promise<void>((listening) => mute.listen(0, "127.0.0.1", listening));
	const address = mute.address();
	const PORT = String(typeof address === "object" && address ? address.port : 0);
	const told = await examine({ PORT });
	mute.close();
	expect(told.of("PORT")).toEqual([
		expect.stringMatching(/^wrong .*no hub: it does not speak http/),
	]);
});

test("a hub that runs is asked, and nobody else asks its printers", async () => {
	const printer = await startFakePrinter();
	const OFFICE_FILE = await officePrintingAt(printer.device);
	const hub = await startHubProcess({ OFFICE_FILE });
	const env = { OFFICE_FILE, DATA_DIR: hub.dataDir, PORT: new URL(hub.url).port };
	await expect
		.poll(async () => (await examine(env)).of("printer")[0])
		.toMatch(/^ok printer-1 \(tcp:.*ready \(says the hub\)$/);
	expect(printer.connections()).toBe(1);
	const told = await examine(env);
	expect(wrongs(told)).toEqual([]);
	expect(told.of("PORT")).toEqual([
		expect.stringMatching(new RegExp(`^ok a hub ${told.version} runs .* as process ${hub.pid};`)),
	]);
	printer.machine.sense({ coverOpen: true });
	await expect
		.poll(async () => (await examine(env)).of("printer")[0])
		.toMatch(/^wrong printer-1 .*cover open \(says the hub\) -> Put the roll in/);

	const elsewhere = await examine({ ...env, DATA_DIR: await preparedDirectory() });
	expect(elsewhere.of("PORT")).toEqual([expect.stringMatching(/^wrong .*on another DATA_DIR/)]);
	const otherPort = await examine({ ...env, PORT: String(await freePort()) });
	expect(otherPort.of("PORT")).toEqual([
		expect.stringMatching(new RegExp(`^wrong process ${hub.pid} holds DATA_DIR`)),
	]);
	await hub.stop();
	await printer.close();
});

test("without a hub a network printer is asked itself, and nothing comes out", async () => {
	const printer = await startFakePrinter();
	const OFFICE_FILE = await officePrintingAt(printer.device);
	expect((await examine({ OFFICE_FILE })).of("printer")[0]).toMatch(/^ok printer-1 \(tcp:.*ready$/);
	printer.machine.sense({ coverOpen: true });
	expect((await examine({ OFFICE_FILE })).of("printer")[0]).toMatch(
		/^wrong printer-1 .*stopped, cover open -> Put the roll in/,
	);
	expect(printer.machine.papers).toEqual([]);
	await printer.refuse();
	const told = await examine({ OFFICE_FILE });
	expect(told.of("printer")[0]).toMatch(
		/^wrong printer-1 .*not connected, .*ECONNREFUSED.* no printer listens at this port$/,
	);
	expect(told.code).toBe(1);
	await printer.close();
});

test("a printer whose device is not plugged in is told with what to do", async () => {
	const OFFICE_FILE = await officePrintingAt("file:/dev/usb/khong-co-lp0");
	expect((await examine({ OFFICE_FILE })).of("printer")[0]).toMatch(
		/^wrong printer-1 .*\/dev\/usb\/khong-co-lp0 is not there -> is the printer on/,
	);
});

test("a queue of CUPS is looked for where CUPS is", async () => {
	const OFFICE_FILE = await officePrintingAt("cups:MAY-IN");
	const bin = await temporaryDirectory();
	const lpstat = async (script: string) => {
		await writeFile(join(bin, "lpstat"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
		return (await examine({ OFFICE_FILE, PATH: bin })).of("printer")[0];
	};
	const none = (await examine({ OFFICE_FILE, PATH: await temporaryDirectory() })).of("printer")[0];
	expect(none).toMatch(/^wrong .*lpstat is not there/);
	expect(await lpstat('[ "$1" = -r ] && echo "scheduler is not running"; exit 1')).toMatch(
		/^wrong .*CUPS does not run/,
	);
	expect(await lpstat('[ "$1" = -r ] && echo "scheduler is running" && exit; exit 1')).toMatch(
		/^wrong .*CUPS knows no queue of that name/,
	);
	expect(await lpstat('echo "printer MAY-IN is idle.  enabled"')).toMatch(
		/^ok .*cups:MAY-IN.*ready$/,
	);
});

test("an address that this machine does not have is told", async () => {
	// TEST-NET-1 of RFC 5737: nobody's.
	const told = await examine({ HOST: "192.0.2.77" });
	expect(told.of("HOST")).toEqual([
		expect.stringMatching(/^wrong this machine does not have the address 192\.0\.2\.77/),
	]);
	expect(told.of("PORT")).toEqual([expect.stringMatching(/^wrong .*\(EADDRNOTAVAIL\)/)]);
});

test("a day in the future is a clock that is behind", async () => {
	const DATA_DIR = await preparedDirectory();
	await writePastDay(DATA_DIR);
	const ledger = join(DATA_DIR, "ledger/xa-mau");
	expect((await examine({ DATA_DIR })).of("ledger")).toEqual([
		expect.stringMatching(
			new RegExp(`^ok 1 day, the newest ${pastDay}: \\d+ numbers, every line whole$`),
		),
	]);
	await rename(join(ledger, `${pastDay}.jsonl`), join(ledger, "2099-01-02.jsonl"));
	const told = await examine({ DATA_DIR });
	expect(told.of("clock")).toEqual([expect.stringMatching(/^wrong .*the ledger has 2099-01-02/)]);
	expect(told.code).toBe(1);
});

test("a damaged day and a damaged document are told before a start fails on them", async () => {
	const hub = await startHubProcess();
	const ask = asker(hub.url);
	for (let person = 0; person < 3; person++) {
		await ask("POST", "/api/tickets", { serviceId: "ho-tich", kioskId: "kiosk-1" });
	}
	await hub.kill();
	const DATA_DIR = hub.dataDir;
	const folder = join(DATA_DIR, "ledger/xa-mau");
	const [day = ""] = await readdir(folder);
	const file = join(folder, day);
	await writeFile(file, (await readFile(file, "utf8")).replace('"A001"', '"A009"'));
	expect((await examine({ DATA_DIR })).of("ledger")).toEqual([
		expect.stringMatching(
			/^wrong the newest day cannot be read: .*line \d+.*npm run ledger -- verify/,
		),
	]);
	await writeFile(join(DATA_DIR, "accounts.json"), '{"version":1,');
	expect((await examine({ DATA_DIR })).of("ledger")).toEqual([
		expect.stringMatching(/^wrong damaged: .*accounts\.json/),
	]);
});

test("a data directory that is a file is told", async () => {
	const DATA_DIR = join(await temporaryDirectory(), "mot-tep");
	await writeFile(DATA_DIR, "");
	const told = await examine({ DATA_DIR });
	expect(told.of("DATA_DIR")).toEqual([expect.stringMatching(/^wrong .*is no directory/)]);
	expect(told.code).toBe(1);
});

test("a data directory that its user may not write, or that holds somebody else's files", async ({
	skip,
}) => {
	const isRoot = process.getuid?.() === 0;
	if (isRoot && !(await mayOthersEnter(projectRoot)))
		skip("nobody else may enter the project's folder");
	const DATA_DIR = await preparedDirectory();
	// Nobody's number, for root; a plain user takes the right from itself.
	const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
	if (!isRoot) await chmod(DATA_DIR, 0o500);
	const told = await examineAs(user, { DATA_DIR, PORT: String(await freePort()) });
	await chmod(DATA_DIR, 0o700);
	expect(ofThem(told.findings, "DATA_DIR")).toEqual([
		expect.stringMatching(/^wrong \S+ may not write in .* -> /),
	]);
	expect(ofThem(told.findings, "PORT")).toEqual([expect.stringMatching(/^ok /)]);
	if (!isRoot) return;
	expect(ofThem(told.findings, "ledger")).toEqual([
		expect.stringMatching(/^wrong it cannot be looked at \(EACCES\) -> run this as the hub's user/),
	]);
	// Of a directory within one that is closed it is not even known whether it is there.
	const within = { DATA_DIR: join(DATA_DIR, "data"), PORT: String(await freePort()) };
	expect(ofThem((await examineAs(user, within)).findings, "DATA_DIR")).toEqual([
		expect.stringMatching(
			/^wrong \S+ may not write in .*, where it would be made, which belongs to root/,
		),
	]);
	// As where somebody has once started the hub as root.
	await chown(DATA_DIR, 65_534, 65_534);
	const later = await examineAs(user, { DATA_DIR, PORT: String(await freePort()) });
	expect(ofThem(later.findings, "DATA_DIR")[0]).toMatch(
		/^wrong .*accounts\.json does not belong to .* -> chown -R/,
	);
});

test("a hub with TLS is found, and its certificate looked at", async () => {
	const fixtures = join(projectRoot, "server/door/fixtures");
	const tls = {
		TLS_CERT: join(fixtures, "localhost-1.crt"),
		TLS_KEY: join(fixtures, "localhost-1.key"),
	};
	const hub = await startHubProcess(tls);
	const env = { ...tls, DATA_DIR: hub.dataDir, PORT: new URL(hub.url).port };
	const told = await examine(env);
	expect(told.of("PORT")).toEqual([expect.stringMatching(/^ok a hub /)]);
	expect(told.of("TLS")).toEqual([expect.stringMatching(/^(ok|note) .*(days left|chmod 600)/)]);
	const plain = await examine({ ...env, TLS_CERT: "", TLS_KEY: "" });
	expect(plain.of("PORT")).toEqual([expect.stringMatching(/^wrong .*hub with TLS, set TLS_CERT/)]);
	await hub.stop();
	const swapped = await examine({ ...env, TLS_KEY: join(fixtures, "localhost-2.key") });
	expect(swapped.of("TLS")).toEqual([
		expect.stringMatching(/^wrong TLS_KEY: .*holds something else/),
	]);
	const named = await examine({ ...env, PUBLIC_URL: "https://so.example.gov.vn" });
	expect(named.of("TLS")).toEqual([expect.stringMatching(/^wrong .*not for so\.example\.gov\.vn/)]);
});

test("where packages are missing it says so and what to do, and needs none itself", async () => {
	const alone = await temporaryDirectory();
	await cp(join(projectRoot, "dist/hub"), join(alone, "dist/hub"), { recursive: true });
	await cp(join(projectRoot, "package.json"), join(alone, "package.json"));
	const { code, said } = await run(join(alone, "dist/hub/doctor.js"), ["--json"], {});
	const told: Told = JSON.parse(said);
	expect(code).toBe(1);
	expect(ofThem(told.findings, "program")).toEqual([
		expect.stringMatching(/^wrong .*dist\/web\/kiosk/),
	]);
	expect(ofThem(told.findings, "packages")).toEqual([
		expect.stringMatching(/^wrong .*fastify is not there/s),
	]);
	expect(ofThem(told.findings, "all else")).toEqual([expect.stringMatching(/^wrong .* -> npm ci/)]);
});

function examineAs(user: { uid?: number; gid?: number }, env: NodeJS.ProcessEnv): Promise<Told> {
	const file = join(projectRoot, "dist/hub/doctor.js");
	return run(file, ["--json"], env, user).then(({ said }) => JSON.parse(said));
}

function run(
	file: string,
	args: string[],
	env: NodeJS.ProcessEnv,
	user: { uid?: number; gid?: number } = {},
) {
	const child = spawn(process.execPath, [file, ...args], {
		env: { PATH: process.env.PATH, ...env },
		cwd: "/",
		stdio: ["ignore", "pipe", "inherit"],
		...user,
	});
	let said = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		said += text;
	});
	return new Promise<{ code: number | null; said: string }>((ended) =>
		child.once("close", (code) => ended({ code, said })),
	);
}

async function mayOthersEnter(folder: string): Promise<boolean> {
	for (let at = folder; at !== dirname(at); at = dirname(at)) {
		if (((await stat(at)).mode & 0o001) === 0) return false;
	}
	return true;
}

async function freePort(): Promise<number> {
	const server = createServer();
	const port = await portOf(server);
	await new Promise((closed) => server.close(closed));
	return port;
}

async function portOf(server: Server): Promise<number> {
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const address = server.address();
	return typeof address === "object" && address ? address.port : 0;
}
