import { expect, test } from "vitest";
import type { Health } from "../../../protocol/health.ts";
import type { DayCheck } from "../check-day.ts";
import { amountOf, daysSaid } from "./amount.ts";
import { checkAddress } from "./check-address.ts";
import { checkBrowser } from "./check-browser.ts";
import { checkClock, checkTimeKeeping, chronySaid, timedatectlSaid } from "./check-clock.ts";
import { checkDataDir, type DataDir, nameOfId } from "./check-data-dir.ts";
import { checkFileSystem, checkSyncs, optionsOfMount } from "./check-disk.ts";
import { checkLedger } from "./check-ledger.ts";
import { availableIn, checkMachine } from "./check-machine.ts";
import { checkNode } from "./check-node.ts";
import { checkPort, type PortSeen } from "./check-port.ts";
import { checkPrinter, type PrinterSeen } from "./check-printer.ts";
import { checkPackages, checkProgram, type Program } from "./check-program.ts";
import { checkRoom } from "./check-room.ts";
import { checkSettings } from "./check-settings.ts";
import { type CertificateSeen, checkCertificate } from "./check-tls.ts";
import type { Finding } from "./finding.ts";
import { tellFinding, tellSum } from "./tell-findings.ts";

const dayMs = 24 * 60 * 60_000;
const engines = ">=20.19.0 <21 || >=22.12.0";

/** A finding in a word and its two sentences: what a technician has of it. */
function saidOf(finding: Finding | null): string {
	if (!finding) return "nothing";
	return `${finding.state} ${finding.says}${finding.state === "ok" ? "" : ` -> ${finding.toDo}`}`;
}

test.each([
	["20.18.9", "wrong"],
	["20.19.0", "ok"],
	["20.20.2", "ok"],
	["21.7.3", "wrong"],
	["22.11.0", "wrong"],
	["22.12.0", "ok"],
	["24.1.0", "ok"],
])("Node.js %s is %s", (version, state) => {
	expect(checkNode(version, engines).state).toBe(state);
});

test("a range of package.json that cannot be read is no silent yes", () => {
	expect(() => checkNode("20.20.2", "^20")).toThrow('"^20"');
});

const program: Program = {
	folder: "/opt/motcua",
	version: "0.1.0",
	missing: [],
	builtAt: Date.parse("2026-11-20T03:00:00Z"),
	newestSource: { file: "/opt/motcua/server/hub.ts", at: Date.parse("2026-11-20T02:00:00Z") },
	packages: [],
};

test("a program that was not built, or that was changed since, is told to be built", () => {
	expect(saidOf(checkProgram(program))).toBe("ok Một Cửa 0.1.0 in /opt/motcua, built 2026-11-20");
	expect(saidOf(checkProgram({ ...program, missing: ["dist/hub/main.js"] }))).toMatch(
		/^wrong .*not there: dist\/hub\/main\.js -> npm ci && npm run build$/,
	);
	const newestSource = { file: "/opt/motcua/server/hub.ts", at: Date.parse("2026-11-21") };
	expect(saidOf(checkProgram({ ...program, newestSource }))).toMatch(
		/^note .*hub\.ts is newer than what was built/,
	);
});

test("packages that are missing or of another version are named", () => {
	const packages = [
		{ name: "fastify", wanted: "5.12.8", found: null },
		{ name: "pino", wanted: "10.4.0", found: "9.0.0" },
	];
	expect(saidOf(checkPackages({ ...program, packages }))).toMatch(
		/^wrong fastify is not there\npino is 9\.0\.0 and should be 10\.4\.0 -> npm ci/,
	);
});

test("a machine with little memory or one processor is noted, and what a hub holds is not missed twice", () => {
	const machine = { processors: 2, memoryBytes: 8e9, availableBytes: 4e9, hubRuns: false };
	expect(checkMachine(machine).state).toBe("ok");
	expect(saidOf(checkMachine({ ...machine, memoryBytes: 0.9e9 }))).toMatch(/^note .*2 GB or more/);
	expect(checkMachine({ ...machine, availableBytes: 0.2e9 }).state).toBe("note");
	expect(checkMachine({ ...machine, availableBytes: 0.2e9, hubRuns: true }).state).toBe("ok");
	expect(saidOf(checkMachine({ ...machine, processors: 1 }))).toMatch(/^note 1 processor, /);
	expect(availableIn("MemTotal: 9 kB\nMemAvailable:    1000 kB\n")).toBe(1_024_000);
	expect(availableIn("")).toBeNull();
});

test("each wrong setting is said, and the others are used all the same", () => {
	const { findings, environment } = checkSettings({
		PORT: "tám nghìn",
		TLS_CERT: "/etc/motcua/cert.pem",
		HOST: "0.0.0.0",
		DATA_DIR: "/var/lib/motcua/data",
	});
	expect(findings.map(({ state, says }) => [state, says.split(":")[0]])).toEqual([
		["wrong", "PORT"],
		["wrong", "TLS_KEY"],
	]);
	expect(environment).toMatchObject({
		port: 8080,
		host: "0.0.0.0",
		dataDir: "/var/lib/motcua/data",
		tls: undefined,
	});
});

test("settings are told without the admin's password", () => {
	const { findings } = checkSettings({ PORT: "8081", ADMIN_PASSWORD: "rất bí mật" });
	expect(findings.map(saidOf)).toEqual(["ok PORT=8081"]);
});

const data: DataDir = {
	dataDir: "/var/lib/motcua/data",
	is: "directory",
	standsIn: "/var/lib/motcua/data",
	mayWrite: true,
	isReadOnly: false,
	mayWriteBeside: true,
	user: { id: 998, name: "motcua" },
	owner: { id: 998, name: "motcua" },
	foreign: [],
	inProgram: false,
};

test.each<[string, Partial<DataDir>, RegExp[]]>([
	["its user's own", {}, [/^ok .*of motcua$/]],
	["not there yet", { is: "missing", owner: null }, [/^ok .*made at the first start$/]],
	["a file", { is: "something-else" }, [/^wrong .*is no directory/]],
	[
		"somebody else's",
		{ mayWrite: false, user: { id: 1000, name: "ky-thuat" } },
		[/^wrong ky-thuat may not write in .*belongs to motcua -> .*sudo -u motcua npm run doctor/],
	],
	[
		"root's",
		{ mayWrite: false, owner: { id: 0, name: "root" } },
		[/^wrong motcua may not write .* -> mkdir -p .* && chown -R motcua: \/var\/lib\/motcua\/data/],
	],
	[
		"its user's, with files that root made",
		{ foreign: ["ledger/xa-mau/2026-11-21.jsonl", "accounts.json"] },
		[/^wrong .*2026-11-21\.jsonl and 1 more do not belong to motcua .* -> chown -R motcua: /],
	],
	[
		"asked by root",
		{ user: { id: 0, name: "root" } },
		[/^note .*-> sudo -u motcua npm run doctor/],
	],
	[
		"root's, and so would be the hub",
		{ user: { id: 0, name: "root" }, owner: { id: 0, name: "root" } },
		[/^note .*of root: .* -> give it a user of its own/],
	],
	[
		"on a disk that is read-only",
		{ mayWrite: false, isReadOnly: true },
		[/^wrong .*read-only -> dmesg/],
	],
	["in the program's folder", { inProgram: true }, [/^note .*lies in the program's folder/]],
	[
		"with nothing to be made beside it",
		{ mayWriteBeside: false },
		[/^note .*in \/var\/lib\/motcua:/],
	],
	["on Windows", { user: null, owner: null }, [/^ok \/var\/lib\/motcua\/data$/]],
])("a data directory that is %s", (_, change, said) => {
	expect(checkDataDir({ ...data, ...change }).map(saidOf)).toEqual(
		said.map((one) => expect.stringMatching(one)),
	);
});

test("a number that no list names is said as it is", () => {
	expect(nameOfId("root:x:0:0:root:/root:/bin/sh\nmotcua:x:998:998::/:/bin/false\n", 998)).toBe(
		"motcua",
	);
	expect(nameOfId("root:x:0:0::/root:/bin/sh\n", 99)).toBe("99");
});

test("room is told in days of this office, by the fullest of its last ten", () => {
	const room = {
		freeBytes: 80e9,
		freeFiles: 1e6,
		daysBytes: [1e6, 2e6, ...Array(9).fill(1e6), 9e6],
	};
	expect(saidOf(checkRoom(room))).toBe(
		"ok 80 GB free: more than 10 years (at 2 MB a day, the fullest of the last 10)",
	);
	expect(saidOf(checkRoom({ ...room, daysBytes: [] }))).toContain(
		"there is no finished day here yet",
	);
	expect(saidOf(checkRoom({ ...room, freeBytes: 300e6 }))).toMatch(/^note 300 MB free: 4 months/);
	expect(saidOf(checkRoom({ ...room, freeBytes: 90e6 }))).toMatch(/^wrong 90 MB free: 45 days/);
	expect(saidOf(checkRoom({ ...room, freeBytes: 1e9, daysBytes: [0.2e9] }))).toMatch(
		/^wrong 1 GB free: 5 days/,
	);
	expect(saidOf(checkRoom({ ...room, freeFiles: 20 }))).toMatch(
		/^wrong 80 GB free, 20 more files: 5 days .* -> df -i/,
	);
	expect(checkRoom({ ...room, freeFiles: null }).state).toBe("ok");
});

test("memory, other machines and layers of containers are no place for a ledger", () => {
	expect(saidOf(checkFileSystem(0x01021994))).toMatch(/^wrong DATA_DIR is on tmpfs/);
	expect(saidOf(checkFileSystem(0x6969))).toMatch(/^wrong DATA_DIR is on NFS/);
	// Node hands over what does not fit 31 bits as a negative number on some systems.
	expect(saidOf(checkFileSystem(0xff534d42 | 0))).toMatch(/^wrong DATA_DIR is on CIFS/);
	expect(saidOf(checkFileSystem(0x794c7630))).toMatch(/^wrong DATA_DIR is on overlay/);
	expect(saidOf(checkFileSystem(0x65735546))).toMatch(/^note DATA_DIR is on FUSE/);
	expect(checkFileSystem(0xef53)).toBeNull();
});

test.each<[string, Parameters<typeof checkSyncs>[0], RegExp]>([
	[
		"sound",
		{ tookMs: [0.4, 0.3, 9], mountOptions: ["rw"], turns: false },
		/^ok .* 0\.4 ms \(longest of 3: 9 ms\)$/,
	],
	["slow", { tookMs: [60, 55, 900], mountOptions: [], turns: null }, /^note very slow: .*60 ms/],
	["failing", { tookMs: [1, 6_000], mountOptions: [], turns: null }, /^wrong .*a disk that fails/],
	["turning", { tookMs: [8, 11, 9], mountOptions: [], turns: true }, /^ok /],
	[
		"turning and lying",
		{ tookMs: [0.2, 0.3], mountOptions: [], turns: true },
		/^note .*no turning disk is so fast/,
	],
	[
		"lying",
		{ tookMs: [0.004, 0.004], mountOptions: [], turns: false },
		/^note .*4 µs.*no disk is so fast/,
	],
	[
		"mounted to lie",
		{ tookMs: [1], mountOptions: ["rw", "nobarrier"], turns: false },
		/^wrong .*nobarrier/,
	],
])("a disk that is %s", (_, seen, said) => {
	expect(saidOf(checkSyncs(seen))).toMatch(said);
});

test("the options of a mount are found by its device", () => {
	const mountinfo = [
		"22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,barrier=0",
		"40 22 8:2 / /home rw - ext4 /dev/sda2 rw",
	].join("\n");
	expect(optionsOfMount(mountinfo, "8:1")).toEqual(["rw", "relatime", "barrier=0"]);
	expect(optionsOfMount(mountinfo, "9:9")).toEqual([]);
});

test("a ledger that is whole, another office's, damaged or none", () => {
	const sound: DayCheck = {
		events: 9,
		tickets: 4,
		closed: false,
		goodBytes: 900,
		cutShort: null,
		damage: null,
	};
	const ledger = {
		office: "xa-mau",
		offices: ["xa-mau"],
		days: 12,
		newest: { day: "2026-11-21", check: sound },
		hubRuns: false,
		damaged: [],
	};
	expect(saidOf(checkLedger(ledger))).toBe(
		"ok 12 days, the newest 2026-11-21: 4 numbers, every line whole",
	);
	const damage = "2026-11-21.jsonl, line 3: the sum is wrong";
	const cutShort = { day: "2026-11-21", check: { ...sound, cutShort: damage } };
	expect(saidOf(checkLedger({ ...ledger, newest: cutShort }))).toMatch(
		/^note .*not whole: .*line 3/,
	);
	expect(checkLedger({ ...ledger, newest: cutShort, hubRuns: true }).state).toBe("ok");
	expect(
		saidOf(checkLedger({ ...ledger, newest: { day: "2026-11-21", check: { ...sound, damage } } })),
	).toMatch(/^wrong .*line 3.*npm run ledger -- verify/);
	const later = "line 7: the line has form 3. Run the version of the hub that wrote it.";
	expect(
		saidOf(
			checkLedger({
				...ledger,
				newest: { day: "2026-11-21", check: { ...sound, damage: later } },
			}),
		),
	).toMatch(/-> that version, or a restore/);
	expect(saidOf(checkLedger({ ...ledger, damaged: ["/d/accounts.json"] }))).toMatch(
		/^wrong damaged: \/d\/accounts/,
	);
	expect(saidOf(checkLedger({ ...ledger, newest: null, offices: ["xa-khac"] }))).toMatch(
		/^note none of xa-mau, but of xa-khac/,
	);
	expect(saidOf(checkLedger({ ...ledger, newest: null, offices: [] }))).toBe("ok no day yet");
});

const time = {
	now: Date.parse("2026-11-21T01:00:00Z"),
	officeZone: "Asia/Ho_Chi_Minh",
	machineZone: "Asia/Bangkok",
	newestDay: "2026-11-20",
	judged: "right" as const,
	builtAt: Date.parse("2026-11-01"),
};

test("a clock is told as the office's clocks show it, and zones that show the same are the same", () => {
	expect(checkClock(time).map(saidOf)).toEqual(["ok 2026-11-21 08:00 (Asia/Ho_Chi_Minh)"]);
	expect(checkClock({ ...time, machineZone: "UTC" }).map(saidOf)).toEqual([
		expect.stringMatching(/^note .*timedatectl set-timezone Asia\/Ho_Chi_Minh$/),
	]);
});

test("a clock that is behind the ledger or the program is wrong, one that leaps ahead is noted", () => {
	expect(checkClock({ ...time, judged: "behind", newestDay: "2027-01-02" }).map(saidOf)).toEqual([
		expect.stringMatching(/^wrong .*but the ledger has 2027-01-02/),
	]);
	expect(checkClock({ ...time, now: Date.parse("2020-01-01T00:00:00Z") }).map(saidOf)).toEqual([
		expect.stringMatching(/^wrong 2020-01-01 .*before this program was built/),
	]);
	expect(checkClock({ ...time, judged: "held" }).map(saidOf)).toEqual([
		expect.stringMatching(/^note .*a supervisor says so/),
	]);
});

test("who keeps the clock right is asked in each one's own words", () => {
	expect(timedatectlSaid("Timezone=UTC\nNTP=no\nNTPSynchronized=no\n")).toEqual({
		by: "timedatectl",
		isKept: false,
	});
	expect(timedatectlSaid("")).toBeNull();
	expect(chronySaid("Stratum : 3\nLeap status     : Normal\n")).toEqual({
		by: "chrony",
		isKept: true,
	});
	expect(chronySaid("Leap status     : Not synchronised\n")).toEqual({
		by: "chrony",
		isKept: false,
	});
	expect(chronySaid("506 Cannot talk to daemon\n")).toBeNull();
	expect(checkTimeKeeping({ by: "chrony", isKept: true }).state).toBe("ok");
	expect(checkTimeKeeping({ by: "chrony", isKept: false }).state).toBe("note");
	expect(checkTimeKeeping(null).state).toBe("ok");
});

const address = {
	host: "0.0.0.0",
	publicUrl: undefined,
	behindProxy: false,
	hostIs: ["0.0.0.0"],
	ownAddresses: ["192.168.1.10"],
	allAddresses: ["127.0.0.1", "192.168.1.10"],
};

test.each<[string, Partial<Parameters<typeof checkAddress>[0]>, RegExp]>([
	["all of them", {}, /^ok 0\.0\.0\.0: others reach the hub at 192\.168\.1\.10$/],
	["one of them", { host: "192.168.1.10", hostIs: ["192.168.1.10"] }, /^ok /],
	[
		"another machine's",
		{ host: "192.168.1.99", hostIs: ["192.168.1.99"] },
		/^wrong .*does not have the address 192\.168\.1\.99; it has 127\.0\.0\.1, 192/,
	],
	[
		"loopback",
		{ host: "127.0.0.1", hostIs: ["127.0.0.1"] },
		/^note .*on this machine alone.*HOST=0\.0\.0\.0/,
	],
	[
		"loopback behind a proxy",
		{ host: "127.0.0.1", hostIs: ["127.0.0.1"], behindProxy: true },
		/^ok /,
	],
	[
		"a name that nobody knows",
		{ host: "may-chu", hostIs: [] },
		/^wrong nobody knows the name may-chu/,
	],
	["all of none", { ownAddresses: [] }, /^note .*no address in a network/],
	["told to phones as their own", { publicUrl: "http://localhost:8080" }, /^wrong PUBLIC_URL/],
])("HOST is %s", (_, change, said) => {
	expect(saidOf(checkAddress({ ...address, ...change }))).toMatch(said);
});

const health: Health = {
	status: "ok",
	version: "0.1.0",
	ledger: { seq: 4, writable: true },
	clock: { state: "right", businessDay: "2026-11-21", wallDay: "2026-11-21" },
	printers: [],
};
const port: PortSeen = {
	host: "127.0.0.1",
	port: 8080,
	version: "0.1.0",
	answering: { who: "nobody" },
	holder: null,
	cannotListen: null,
};
const hub = (change: Partial<Health> = {}) => ({
	who: "hub" as const,
	health: { ...health, ...change },
});

test.each<[string, Partial<PortSeen>, RegExp]>([
	["free", {}, /^ok 8080 on 127\.0\.0\.1 is free$/],
	["any", { port: 0 }, /^note 0: /],
	[
		"a hub's on this data",
		{ answering: hub(), holder: "812" },
		/^ok a hub 0\.1\.0 runs .* process 812/,
	],
	["a hub's on other data", { answering: hub() }, /^wrong .*another DATA_DIR/],
	[
		"a hub's of another version",
		{ answering: hub({ version: "0.2.0" }), holder: "812" },
		/^note a hub 0\.2\.0 .*this program is 0\.1\.0/,
	],
	[
		"a hub's that cannot write",
		{ answering: hub({ status: "degraded" }), holder: "812" },
		/^wrong .*cannot write/,
	],
	[
		"something else's",
		{ answering: { who: "something-else", said: "it answers 404 to /api/health" } },
		/^wrong .*no hub: it answers 404.*ss -ltnp 'sport = :8080'/,
	],
	["nobody's, with the data held", { holder: "812" }, /^wrong process 812 holds DATA_DIR/],
	["for root", { port: 80, cannotListen: "EACCES" }, /^wrong .*CAP_NET_BIND_SERVICE/],
	["in use", { cannotListen: "EADDRINUSE" }, /^wrong .*does not answer/],
	["of no address here", { cannotListen: "EADDRNOTAVAIL" }, /^wrong .*\(EADDRNOTAVAIL\)/],
])("PORT is %s", (_, change, said) => {
	expect(saidOf(checkPort({ ...port, ...change }))).toMatch(said);
});

const printer: PrinterSeen = {
	printer: { id: "printer-1", device: "tcp://192.168.1.50:9100" },
	kiosks: ["kiosk-1"],
	deviceFile: null,
	queue: null,
	heard: { state: "ready", reasons: [], byHub: false },
	user: "motcua",
};
const usb = { path: "/dev/usb/lp0", is: "device" as const, mayWrite: true, group: "lp" };

test.each<[string, Partial<PrinterSeen>, RegExp]>([
	["well", {}, /^ok printer-1 \(tcp:\/\/192\.168\.1\.50:9100, for kiosk-1\): ready$/],
	[
		"well, as its hub says",
		{ heard: { state: "ready", reasons: [], byHub: true } },
		/ready \(says the hub\)$/,
	],
	[
		"near its end",
		{ heard: { state: "low", reasons: ["paper-low"], byHub: true } },
		/^note .*paper low, paper nearly used up .* -> Have a new roll/,
	],
	[
		"out",
		{ heard: { state: "blocked", reasons: ["paper-out"], byHub: true } },
		/^wrong .*out of paper.* -> Open the cover/,
	],
	[
		"refusing",
		{
			heard: {
				state: "offline",
				reasons: ["unreachable"],
				fault: "connect ECONNREFUSED 192.168.1.50:9100",
				byHub: false,
			},
		},
		/^wrong .*not connected, connect ECONNREFUSED.* -> something is at this address, and no printer/,
	],
	[
		"silent",
		{ heard: { state: "offline", reasons: ["timeout"], byHub: false } },
		/^wrong .*does not answer -> Switch it off/,
	],
	[
		"virtual",
		{ printer: { id: "p", device: "virtual:" }, kiosks: [] },
		/^note p \(virtual:, no kiosk uses it\): nothing comes out on paper/,
	],
	[
		"an agent's",
		{ printer: { id: "p", device: "agent:cua-chinh" }, heard: null },
		/^note .*print agent.*when the hub runs/,
	],
	["unplugged", { deviceFile: { ...usb, is: "missing" } }, /^wrong .*\/dev\/usb\/lp0 is not there/],
	["a file in its place", { deviceFile: { ...usb, is: "file" } }, /^wrong .*an ordinary file/],
	[
		"not its user's",
		{ deviceFile: { ...usb, mayWrite: false } },
		/^wrong .*motcua may not write to \/dev\/usb\/lp0 -> usermod -aG lp motcua/,
	],
	[
		"nobody's but root's",
		{ deviceFile: { ...usb, mayWrite: false, group: null } },
		/^wrong .*let udev give it one/,
	],
	[
		"its hub's alone, by the groups of a unit",
		{
			deviceFile: { ...usb, mayWrite: false },
			heard: { state: "ready", reasons: [], byHub: true },
		},
		/^ok .*ready \(says the hub\)$/,
	],
	[
		"of CUPS, which is not there",
		{ printer: { id: "p", device: "cups:BIXOLON" }, queue: "no-cups" },
		/^wrong .*apt install cups-client/,
	],
	[
		"of CUPS, which does not run",
		{ printer: { id: "p", device: "cups:BIXOLON" }, queue: "stopped" },
		/^wrong .*CUPS does not run -> systemctl enable --now cups/,
	],
	[
		"of CUPS, unknown",
		{ printer: { id: "p", device: "cups:BIXOLON" }, queue: "unknown" },
		/^wrong .*lpadmin -p BIXOLON/,
	],
])("a printer that is %s", (_, change, said) => {
	expect(saidOf(checkPrinter({ ...printer, ...change }))).toMatch(said);
});

const now = Date.parse("2026-11-21T00:00:00Z");
const certificate: CertificateSeen["certificate"] = {
	validFrom: new Date(now - dayMs).toUTCString(),
	validTo: new Date(now + 100 * dayMs).toUTCString(),
	subject: "CN=motcua.lan",
	subjectAltName: "DNS:motcua.lan",
	checkHost: (name: string) => (name === "motcua.lan" ? name : undefined),
	checkIP: () => undefined,
};
const tls: CertificateSeen = {
	certificate,
	keyIsOpen: false,
	keyFile: "/etc/motcua/key.pem",
	publicHost: undefined,
	now,
};

test.each<[string, Partial<CertificateSeen>, RegExp]>([
	["good", { publicHost: "motcua.lan" }, /^ok DNS:motcua\.lan, 100 days left$/],
	["near its end", { now: now + 90 * dayMs }, /^note .*ends in 10 days/],
	["ended", { now: now + 101 * dayMs }, /^wrong .*has ended/],
	["of tomorrow", { now: now - 2 * dayMs }, /^wrong .*begins only .*clock/],
	[
		"for another name",
		{ publicHost: "so.example.gov.vn" },
		/^wrong .*not for so\.example\.gov\.vn/,
	],
	["with a key for all to read", { keyIsOpen: true }, /^note .*chmod 600 \/etc\/motcua\/key\.pem/],
])("a certificate that is %s", (_, change, said) => {
	expect(saidOf(checkCertificate({ ...tls, ...change }))).toMatch(said);
});

test("a browser is needed only where a screen hangs on the machine", () => {
	const found = { path: "/usr/bin/chromium", isSnap: false };
	expect(saidOf(checkBrowser(found, "Chromium 150.0.7871.100 built on Debian"))).toBe(
		"ok /usr/bin/chromium, 150.0.7871.100",
	);
	expect(saidOf(checkBrowser(found, "Chromium 83.0.4103.61"))).toMatch(/^note .*84 or later/);
	expect(saidOf(checkBrowser(found, null))).toMatch(/^note .*does not say its version/);
	expect(saidOf(checkBrowser({ fault: "no browser is found" }, null))).toMatch(
		/^note .*unless a kiosk/,
	);
});

test("amounts are said as people say them", () => {
	expect([0, 999, 1_500, 9_960_000, 80e9, 4e12].map(amountOf)).toEqual([
		"0 bytes",
		"999 bytes",
		"1.5 kB",
		"10 MB",
		"80 GB",
		"4 TB",
	]);
	expect([0.5, 1, 59, 61, 800, 99_999].map(daysSaid)).toEqual([
		"less than a day",
		"1 day",
		"59 days",
		"2 months",
		"2 years",
		"more than 10 years",
	]);
});

test("a line is broken between words, never within a path, and says the same without colours", () => {
	const finding: Finding = {
		about: "DATA_DIR",
		state: "wrong",
		says: "motcua may not write in /var/lib/motcua/data/rat/dai/va/khong/co/cho/ngat",
		toDo: "chown",
	};
	expect(tellFinding(finding, { colours: false, width: 50 })).toBe(
		[
			"WRONG DATA_DIR     motcua may not write in",
			"                   /var/lib/motcua/data/rat/dai/va/khong/co/cho/ngat",
			"                   -> chown",
		].join("\n"),
	);
	expect(tellFinding(finding, { colours: true, width: 50 })).toContain(
		"\u001b[1;31mWRONG \u001b[0mDATA_DIR",
	);
	expect(tellSum([finding, { ...finding, state: "note" }])).toBe("1 thing is wrong, 1 to note.");
	expect(tellSum([])).toBe("Nothing is wrong.");
});
