import { X509Certificate } from "node:crypto";
import { lookup } from "node:dns/promises";
import { readFileSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { availableParallelism, freemem, networkInterfaces, totalmem, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { type LoadedSettings, loadSettings } from "../../../config/load.ts";
import { defaultOfficeFile } from "../../../config/places.ts";
import { openTls, type TlsFiles } from "../../door/tls.ts";
import type { Environment } from "../../environment.ts";
import { createOfficeClock } from "../../office-clock.ts";
import { holderOf } from "../../one-hub.ts";
import { checkDay } from "../check-day.ts";
import { findBrowser } from "../kiosk-browser/find-browser.ts";
import { dayFileOf, daysOf, officesIn } from "../ledger-files.ts";
import { codeOf } from "../run-command.ts";
import { askPrinter, deviceFileOf, queueOf } from "./ask-printer.ts";
import { checkAddress, isHere } from "./check-address.ts";
import { checkBrowser } from "./check-browser.ts";
import { checkClock, checkTimeKeeping, chronySaid, timedatectlSaid } from "./check-clock.ts";
import { checkDataDir, lookAtDataDir } from "./check-data-dir.ts";
import { checkFileSystem, checkSyncs, diskBeneath, measureSyncs } from "./check-disk.ts";
import { checkLedger } from "./check-ledger.ts";
import { availableIn, checkMachine } from "./check-machine.ts";
import { checkOffice, checkVoice } from "./check-office.ts";
import { checkPaper } from "./check-paper.ts";
import { checkPort, tryToListen } from "./check-port.ts";
import { checkPrinter, type PrinterHeard } from "./check-printer.ts";
import type { Program } from "./check-program.ts";
import { checkRoom, sizesOfDays } from "./check-room.ts";
import { checkSettings } from "./check-settings.ts";
import { checkCertificate } from "./check-tls.ts";
import { drawSpecimens } from "./draw-specimens.ts";
import { type Finding, wrong } from "./finding.ts";
import { runProgram } from "./run-program.ts";
import { type Answering, askHealth, originOf } from "./running-hub.ts";

/** How often an append is measured. */
const syncs = 25;

type Office = Extract<LoadedSettings, { ok: true }>;

/**
 * Everything around a hub that can be looked at from its machine: each finding as soon as it is there. Nothing is changed, beyond a file that is
 * written to measure the disk and removed again, and a moment of listening on a port that is free.
 */
export async function* examineHub(
	env: NodeJS.ProcessEnv,
	namedDataDir: string | undefined,
	program: Program,
): AsyncGenerator<Finding> {
	const { findings, environment: read } = checkSettings(env);
	const environment = namedDataDir ? { ...read, dataDir: resolve(namedDataDir) } : read;
	const { host, port, tls } = environment;
	const address = await addressSeen(environment);
	// Another machine's hub is not the one that is to run here.
	const answering: Answering =
		port !== 0 && isHere(address)
			? await askHealth(originOf(host, port, tls !== undefined))
			: { who: "nobody" };
	yield checkMachine({
		processors: availableParallelism(),
		memoryBytes: totalmem(),
		availableBytes: availableIn(textOf("/proc/meminfo")) ?? freemem(),
		hubRuns: answering.who === "hub",
	});
	yield* findings;
	const settings = loadSettings(environment.officeFile ?? defaultOfficeFile());
	const office = settings.ok ? settings : null;
	yield checkOffice(settings, environment.officeFile);
	const data = await lookAtDataDir(environment.dataDir, program.folder);
	yield* checkDataDir(data);
	if (data.is !== "something-else") {
		yield* orSaid("disk", onDisk(data.standsIn, data.mayWrite, environment.dataDir, office));
	}
	yield* orSaid("ledger", ofDays(environment.dataDir, office, answering, program));
	yield await timeKeeping();
	yield checkAddress(address);
	const holder = data.is === "directory" ? await holderOf(environment.dataDir) : null;
	const isFree = answering.who === "nobody" && port !== 0;
	yield checkPort({
		host,
		port,
		version: program.version,
		answering,
		holder,
		cannotListen: isFree ? await tryToListen(host, port) : null,
	});
	if (tls) yield tlsFinding(tls, environment.publicUrl);
	if (office) {
		yield checkPaper(await drawSpecimens(office));
		yield checkVoice(office);
		yield* await Promise.all(printersOf(office, answering));
	}
	const browser = findBrowser(undefined, env);
	const said = "path" in browser ? await runProgram(browser.path, ["--version"], 10_000) : null;
	yield checkBrowser(browser, said?.out ?? null);
}

/** What cannot be looked at is a finding too, and keeps nothing else from being looked at. */
async function* orSaid(about: string, findings: AsyncGenerator<Finding>): AsyncGenerator<Finding> {
	try {
		yield* findings;
	} catch (error) {
		yield wrong(
			about,
			`it cannot be looked at (${codeOf(error) ?? error})`,
			"run this as the hub's user; where it is, see dmesg for a disk that fails",
		);
	}
}

async function* onDisk(
	directory: string,
	mayWrite: boolean,
	dataDir: string,
	office: Office | null,
): AsyncGenerator<Finding> {
	const { type, bsize, bavail, files, ffree } = await statfs(directory);
	const [id] = office ? [office.office.id] : await officesIn(dataDir);
	yield checkRoom({
		freeBytes: bsize * bavail,
		freeFiles: files === 0 ? null : ffree,
		daysBytes: id === undefined ? [] : await sizesOfDays(dataDir, id),
	});
	const misplaced = process.platform === "linux" ? checkFileSystem(type) : null;
	if (misplaced) yield misplaced;
	if (!mayWrite) return;
	try {
		const tookMs = await measureSyncs(directory, syncs);
		yield checkSyncs({ tookMs, ...diskBeneath(directory) });
	} catch (error) {
		const toDo = "df -h, df -i and dmesg say whether it is full, read-only or failing";
		yield wrong("disk", `nothing can be written and synced (${codeOf(error) ?? error})`, toDo);
	}
}

/** The documents without which a hub does not start. */
const documents = [
	"accounts.json",
	"sessions.json",
	"devices.json",
	"settings.json",
	"restored.json",
];

async function* ofDays(
	dataDir: string,
	settings: Office | null,
	answering: Answering,
	{ builtAt }: Program,
): AsyncGenerator<Finding> {
	if (!settings) return;
	const { office } = settings;
	const days = await daysOf(dataDir, office.id);
	const newestDay = days.at(-1) ?? null;
	yield checkLedger({
		office: office.id,
		offices: await officesIn(dataDir),
		days: days.length,
		newest: newestDay === null ? null : await newestOf(dataDir, office.id, newestDay),
		hubRuns: answering.who === "hub",
		damaged: documents.map((name) => join(dataDir, name)).filter(isDamaged),
	});
	const now = Date.now();
	const clock = createOfficeClock({ calendar: office, now: Date.now, monotonic: Date.now });
	yield* checkClock({
		now,
		officeZone: office.timeZone,
		machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		newestDay,
		judged: answering.who === "hub" ? answering.health.clock.state : clock.judge(newestDay ?? ""),
		builtAt,
	});
}

async function newestOf(dataDir: string, office: string, day: string) {
	const file = dayFileOf(dataDir, office, day);
	const check = await checkDay(file, "ledger", true);
	// A write that fails while it is read may look like damage once.
	return { day, check: check.damage === null ? check : await checkDay(file, "ledger", true) };
}

function isDamaged(file: string): boolean {
	const text = textOf(file);
	try {
		if (text !== "") JSON.parse(text);
		return text === "" && statSync(file, { throwIfNoEntry: false })?.size === 0;
	} catch {
		return true;
	}
}

async function timeKeeping(): Promise<Finding> {
	const chrony = await runProgram("chronyc", ["-n", "tracking"]);
	const byChrony = chrony?.code === 0 ? chronySaid(chrony.out) : null;
	if (byChrony) return checkTimeKeeping(byChrony);
	const systemd = await runProgram("timedatectl", ["show"]);
	return checkTimeKeeping(systemd?.code === 0 ? timedatectlSaid(systemd.out) : null);
}

async function addressSeen({ host, publicUrl, proxies }: Environment) {
	const interfaces = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
	const known = await lookup(host, { all: true }).catch(() => []);
	return {
		host,
		publicUrl,
		behindProxy: proxies.any,
		hostIs: known.map(({ address }) => address),
		ownAddresses: interfaces
			.filter(({ internal, scopeid }) => !internal && !scopeid)
			.map(({ address }) => address),
		allAddresses: interfaces.map(({ address }) => address),
	};
}

function tlsFinding(files: TlsFiles, publicUrl: string | undefined): Finding {
	const silent = { info: () => undefined, warn: () => undefined };
	const opened = openTls(files, silent);
	if (!opened.ok) {
		return wrong("TLS", opened.fault, 'docs/OPERATING.md, "TLS and proxies"');
	}
	const { cert } = opened.value.context;
	return checkCertificate({
		certificate: new X509Certificate(cert),
		keyFile: files.key,
		// Windows keeps rights elsewhere.
		keyIsOpen: process.platform !== "win32" && (statSync(files.key).mode & 0o007) !== 0,
		publicHost: publicUrl === undefined ? undefined : new URL(publicUrl).hostname,
		now: Date.now(),
	});
}

/** Each printer of the office, asked where that is nobody's business but ours. */
function printersOf({ office }: Office, answering: Answering): Promise<Finding>[] {
	return office.printers.map(async (printer) => {
		const { id, device } = printer;
		const byHub =
			answering.who === "hub"
				? answering.health.printers.find((status) => status.id === id)
				: undefined;
		const deviceFile = deviceFileOf(device);
		const queue = await queueOf(device);
		const mayAsk =
			answering.who === "nobody" &&
			!/^(virtual|agent):/.test(device) &&
			(queue === null || queue === "known") &&
			(deviceFile === null || (deviceFile.is === "device" && deviceFile.mayWrite));
		const heard: PrinterHeard | null = byHub
			? { state: byHub.state, reasons: byHub.reasons, byHub: true }
			: mayAsk
				? await askPrinter(printer, office.printerProfiles ?? [])
				: null;
		const kiosks = office.kiosks
			.filter(({ printerId, secondPrinterId }) => printerId === id || secondPrinterId === id)
			.map((kiosk) => kiosk.id);
		return checkPrinter({ printer, kiosks, deviceFile, queue, heard, user: userName() });
	});
}

function userName(): string {
	try {
		return userInfo().username;
	} catch {
		return "this user";
	}
}

function textOf(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
}
