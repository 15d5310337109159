import {
	appendFile,
	cp,
	mkdir,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { Header } from "tar";
import { afterAll, expect, test, vi } from "vitest";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "./ask.ts";
import {
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "./hub-process.ts";
import { runCommand } from "./run-command.ts";

// Each test starts hubs and commands as processes of their own, one after the other.
vi.setConfig({ testTimeout: 180_000 });
afterAll(removeTemporaryDirectories);

const take = { serviceId: "ho-tich", kioskId: "kiosk-1" };

async function takeTickets(hub: HubProcess, count: number): Promise<string[]> {
	const ask = asker(hub.url);
	const taken = Array.from({ length: count }, () =>
		ask<TicketAnswer>("POST", "/api/tickets", take),
	);
	return (await Promise.all(taken)).map(({ body }) => body.ticket.id);
}

interface StoppedOffice {
	dataDir: string;
	ticketIds: string[];
}

/** What is copied for each test; tests change what they get. */
let stopped: Promise<StoppedOffice> | undefined;

/** A data directory as a stopped hub leaves it that began with nothing, with three tickets of which one was called. */
async function stoppedOffice(): Promise<StoppedOffice> {
	stopped ??= officeThatStops();
	const { dataDir: from, ticketIds } = await stopped;
	const dataDir = await temporaryDirectory();
	await cp(from, dataDir, { recursive: true });
	return { dataDir, ticketIds };
}

async function officeThatStops(): Promise<StoppedOffice> {
	const hub = await startHubProcess({ DATA_DIR: await temporaryDirectory() });
	const ticketIds = await takeTickets(hub, 3);
	const ask = asker(hub.url, await signIn(hub.url));
	await ask("POST", "/api/counters/quay-1/open", {});
	await ask("POST", "/api/counters/quay-1/call-next", {});
	await hub.stop();
	return { dataDir: hub.dataDir, ticketIds };
}

async function newestDayFile(dataDir: string): Promise<string> {
	const office = join(dataDir, "ledger/xa-mau");
	const days = (await readdir(office)).filter((name) => name.endsWith(".jsonl")).sort();
	return join(office, days.at(-1) ?? "");
}

test.each(["sao-luu", "sao-luu.tar", "sao-luu.tar.gz"])(
	"a backup into %s, made while tickets are taken, brings every ticket back that was given before it",
	async (name) => {
		const hub = await startHubProcess();
		const before = await takeTickets(hub, 40);
		const to = join(await temporaryDirectory(), name);
		const more = takeTickets(hub, 200);
		const backup = await runCommand("backup", ["--to", to], { DATA_DIR: hub.dataDir });
		expect(backup).toMatchObject({ code: 0, warned: "" });
		await more;
		await hub.kill();

		const dataDir = join(await temporaryDirectory(), "du-lieu");
		const restored = await runCommand("restore", ["--from", to, "--data-dir", dataDir]);
		expect(restored).toMatchObject({ code: 0, warned: "" });
		expect(JSON.parse(await readFile(join(dataDir, "restored.json"), "utf8"))).toEqual({
			version: 1,
			at: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
		});
		const again = await startHubProcess({ DATA_DIR: dataDir });
		const ask = asker(again.url, await signIn(again.url));
		for (const id of before) {
			expect((await ask<TicketAnswer>("GET", `/api/tickets/${id}`)).status).toBe(200);
		}
		await again.stop();
	},
);

test("nobody but its owner may read a backup or what is restored of it", async () => {
	const { dataDir } = await stoppedOffice();
	const place = await temporaryDirectory();
	const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);
	for (const name of ["a", "b.tar"]) {
		await runCommand("backup", ["--to", join(place, name)], { DATA_DIR: dataDir });
	}
	expect(await modeOf(join(place, "a"))).toBe("700");
	expect(await modeOf(join(place, "a/ledger/xa-mau"))).toBe("700");
	expect(await modeOf(join(place, "a/accounts.json"))).toBe("600");
	expect(await modeOf(join(place, "b.tar"))).toBe("600");
	await runCommand("restore", ["--from", join(place, "b.tar"), "--data-dir", join(place, "c")]);
	expect(await modeOf(join(place, "c"))).toBe("700");
	expect(await modeOf(join(place, "c/ledger/xa-mau"))).toBe("700");
	expect(await modeOf(await newestDayFile(join(place, "c")))).toBe("600");
});

test("a line that is only half written is not in the backup, and the hub's file stays as it is", async () => {
	const { dataDir } = await stoppedOffice();
	const file = await newestDayFile(dataDir);
	const whole = await readFile(file, "utf8");
	await appendFile(file, '{"v":1,"batch":9,"seq":9,"at":"2026-');
	const to = join(await temporaryDirectory(), "sao-luu");
	expect(await runCommand("backup", ["--to", to], { DATA_DIR: dataDir })).toMatchObject({
		code: 0,
	});
	expect(await readFile(await newestDayFile(to), "utf8")).toBe(whole);
	expect(await readFile(file, "utf8")).toContain('"at":"2026-');
});

test("a damaged ledger is backed up as it stands, said, and only brought back when asked for", async () => {
	const { dataDir } = await stoppedOffice();
	const file = await newestDayFile(dataDir);
	await writeFile(file, (await readFile(file, "utf8")).replace('"A001"', '"A007"'));
	const place = await temporaryDirectory();
	const to = join(place, "sao-luu.tar");
	const backup = await runCommand("backup", ["--to", to], { DATA_DIR: dataDir });
	expect(backup.code).toBe(1);
	expect(backup.warned).toMatch(/damaged, copied as it stands: .*\.jsonl, line \d+: the checksum/);

	const target = join(place, "du-lieu");
	const refused = await runCommand("restore", ["--from", to, "--data-dir", target]);
	expect(refused.code).toBe(1);
	expect(refused.warned).toMatch(/--with-damage:\n.*checksum/);
	expect(await readdir(target)).toEqual([]);
	const brought = await runCommand("restore", [
		"--from",
		to,
		"--data-dir",
		target,
		"--with-damage",
	]);
	expect(brought.code).toBe(0);
	expect(await readFile(await newestDayFile(target))).toEqual(await readFile(file));
});

test("what stands where the backup should go is never overwritten", async () => {
	const { dataDir } = await stoppedOffice();
	const place = await temporaryDirectory();
	await writeFile(join(place, "cu.tar"), "bản sao lưu hôm qua");
	await mkdir(join(place, "rong"));
	for (const to of ["cu.tar", ""]) {
		const refused = await runCommand("backup", ["--to", join(place, to)], { DATA_DIR: dataDir });
		expect(refused.code).toBe(1);
		expect(refused.warned).toMatch(
			/^motcua backup: --to .* is there already and is never overwritten.*\n$/,
		);
	}
	expect(await readFile(join(place, "cu.tar"), "utf8")).toBe("bản sao lưu hôm qua");
	const emptied = await runCommand("backup", ["--to", join(place, "rong")], { DATA_DIR: dataDir });
	expect(emptied.code).toBe(0);
	expect((await readdir(place)).sort()).toEqual(["cu.tar", "rong"]);
});

test("a restore is refused while a hub runs, and where data lies unless it is moved aside", async () => {
	const { dataDir, ticketIds } = await stoppedOffice();
	const place = await temporaryDirectory();
	const from = join(place, "sao-luu.tar");
	await runCommand("backup", ["--to", from], { DATA_DIR: dataDir });
	const home = join(place, "du-lieu");
	const hub = await startHubProcess({ DATA_DIR: home });
	const lostLater = (await takeTickets(hub, 1))[0] ?? "";

	const running = await runCommand("restore", ["--from", from, "--replace"], { DATA_DIR: home });
	expect(running.code).toBe(1);
	expect(running.warned).toMatch(/in use by the hub with process id \d+: stop it first/);
	await hub.stop();
	const standing = await runCommand("restore", ["--from", from], { DATA_DIR: home });
	expect(standing.code).toBe(1);
	expect(standing.warned).toMatch(/holds data: --replace moves it aside/);
	expect((await readdir(place)).sort()).toEqual(["du-lieu", "sao-luu.tar"]);

	const replaced = await runCommand("restore", ["--from", from, "--replace"], { DATA_DIR: home });
	expect(replaced).toMatchObject({ code: 0, warned: "" });
	const before = (await readdir(place)).find((name) => name.startsWith("du-lieu.before-restore-"));
	expect(await readFile(await newestDayFile(join(place, before ?? "")), "utf8")).toContain(
		lostLater,
	);
	const text = await readFile(await newestDayFile(home), "utf8");
	for (const id of ticketIds) expect(text).toContain(id);
	expect(text).not.toContain(lostLater);
});

test("a backup in which one byte is another is refused, and nothing has been touched", async () => {
	const { dataDir } = await stoppedOffice();
	const place = await temporaryDirectory();
	await runCommand("backup", ["--to", join(place, "a")], { DATA_DIR: dataDir });
	await runCommand("backup", ["--to", join(place, "b.tar.gz")], { DATA_DIR: dataDir });
	const day = await newestDayFile(join(place, "a"));
	await writeFile(day, (await readFile(day, "utf8")).replace("kiosk-1", "kiosk-2"));
	const packed = await readFile(join(place, "b.tar.gz"));
	await writeFile(join(place, "b.tar.gz"), packed.subarray(0, packed.length - 100));
	for (const [from, why] of [
		["a", /its SHA-256 is another/],
		["b.tar.gz", /is no whole archive/],
	] as const) {
		const home = join(place, `tu-${from}`);
		const refused = await runCommand("restore", ["--from", join(place, from), "--data-dir", home]);
		expect(refused.code).toBe(1);
		expect(refused.warned).toMatch(why);
		expect(await readdir(home)).toEqual([]);
	}
	expect((await readdir(place)).sort()).toEqual(["a", "b.tar.gz", "tu-a", "tu-b.tar.gz"]);
});

/** A tar archive of one entry and its two empty blocks. */
function archiveOf(entry: ConstructorParameters<typeof Header>[0], content = ""): Buffer {
	const block = Buffer.alloc(512);
	new Header(entry).encode(block);
	const bytes = Buffer.alloc(Math.ceil(content.length / 512) * 512);
	bytes.write(content);
	return Buffer.concat([block, bytes, Buffer.alloc(1024)]);
}

test.each([
	["../ra-ngoai.json", "File"],
	["/tmp/motcua-tuyet-doi.json", "File"],
	["ledger/../../ra-ngoai.json", "File"],
	["accounts.json", "SymbolicLink"],
	["accounts.json", "Link"],
	["accounts.json", "CharacterDevice"],
	["ledger/xa-mau/2026-11-21.jsonl.cut-9", "File"],
	["restored.json", "File"],
] as const)("an archive with %s as %s is refused and makes nothing", async (path, type) => {
	const place = await temporaryDirectory();
	const from = join(place, "la.tar");
	const isLink = type.endsWith("Link");
	await writeFile(
		from,
		archiveOf(
			{ path, type, size: isLink ? 0 : 2, mode: 0o644, ...(isLink && { linkpath: "/etc/passwd" }) },
			isLink ? "" : "{}",
		),
	);
	const refused = await runCommand("restore", [
		"--from",
		from,
		"--data-dir",
		join(place, "du-lieu"),
	]);
	expect(refused.code).toBe(1);
	expect(refused.warned).toMatch(/la\.tar is refused: .*(no plain file|no file of a backup)/);
	expect((await readdir(place)).sort()).toEqual(["du-lieu", "la.tar"]);
	expect(await readdir(join(place, "du-lieu"))).toEqual([]);
});

test("files that the manifest does not name, missing ones and links in a directory are refused", async () => {
	const { dataDir } = await stoppedOffice();
	const place = await temporaryDirectory();
	const madeWith = async (name: string, change: (backup: string) => Promise<unknown>) => {
		const to = join(place, name);
		await runCommand("backup", ["--to", to], { DATA_DIR: dataDir });
		await change(to);
		return runCommand("restore", ["--from", to, "--data-dir", join(place, `tu-${name}`)]);
	};
	const extra = await madeWith("them", (backup) => writeFile(join(backup, "la.json"), "{}"));
	expect(extra).toMatchObject({
		code: 1,
		warned: expect.stringMatching(/la\.json: the manifest does not name it/),
	});
	const missing = await madeWith("thieu", (backup) => rm(join(backup, "accounts.json")));
	expect(missing).toMatchObject({
		code: 1,
		warned: expect.stringMatching(/accounts\.json: it is missing/),
	});
	const link = await madeWith("lien-ket", (backup) =>
		symlink("/etc/passwd", join(backup, "la.json")),
	);
	expect(link).toMatchObject({
		code: 1,
		warned: expect.stringMatching(/"la\.json" is no plain file/),
	});
	const cut = await madeWith("cut", (backup) => rm(join(backup, "manifest.json")));
	expect(cut).toMatchObject({ code: 1, warned: expect.stringMatching(/no manifest\.json in it/) });
});

test("verify counts each day while the hub runs, takes a half-written end for what it is, and names damage by file and line", async () => {
	const hub = await startHubProcess();
	// One after the other: those that come together are one write, whose end may be cut short as a whole.
	for (let ticket = 0; ticket < 5; ticket++) await takeTickets(hub, 1);
	const env = { DATA_DIR: hub.dataDir };
	const running = await runCommand("ledger", ["verify"], env);
	expect(running).toMatchObject({ code: 0, warned: "" });
	expect(running.said).toMatch(/^xa-mau \d{4}-\d\d-\d\d: 7 events, 5 tickets, open\n$/);
	await hub.stop();

	const file = await newestDayFile(hub.dataDir);
	const whole = await readFile(file, "utf8");
	await writeFile(file, `${whole}{"v":1,"batch":`);
	const torn = await runCommand("ledger", ["verify"], env);
	expect(torn.code).toBe(0);
	expect(torn.said).toMatch(
		/7 events, 5 tickets, open\n {2}the end is being written or was cut short: .*line \d+:/,
	);

	await writeFile(file, whole.replace('"A002"', '"A003"'));
	const damaged = await runCommand("ledger", ["verify"], env);
	expect(damaged.code).toBe(1);
	expect(damaged.said).toMatch(
		/DAMAGED, .*\n .*\.jsonl, line \d+: .*checksum.*\n {2}What to do: .*restore the newest backup/,
	);

	const later = `{"v":99,"batch":8,"seq":8,"at":"2026-11-21T01:00:00.000Z","by":"hub","events":[]`;
	const sum = crc32(later).toString(16).padStart(8, "0");
	await writeFile(file, `${whole}${later},"sum":"${sum}"}\n`);
	const newer = await runCommand("ledger", ["verify"], env);
	expect(newer.code).toBe(1);
	expect(newer.said).toMatch(
		/UNREADABLE, 7 events.*\n.*form 99.*Run the version of the hub that wrote it\.\n$/,
	);

	// The newest day alone may have an unfinished end.
	await writeFile(join(file, "../2099-01-01.jsonl"), "");
	await writeFile(file, `${whole}{"v":1,"batch":`);
	const older = await runCommand("ledger", ["verify"], env);
	expect(older.code).toBe(1);
	expect(older.said).toMatch(/DAMAGED[\s\S]*Bring this one file back/);
});

test("show tells in Vietnamese who did what with a number, and why it was called; export names no ticket's id", async () => {
	const { dataDir, ticketIds } = await stoppedOffice();
	const env = { DATA_DIR: dataDir };
	const date = basename(await newestDayFile(dataDir), ".jsonl");
	const shown = await runCommand("ledger", ["show", "--date", date, "--number", "A001"], env);
	expect(shown).toMatchObject({ code: 0, warned: "" });
	expect(shown.said).toMatch(
		/^\d\d:\d\d:\d\d {2}Máy lấy số kiosk-1: lấy số A001, Khai sinh, kết hôn, khai tử\n\d\d:\d\d:\d\d {2}admin: gọi số A001 đến quầy 1\. A001 là số đến sớm nhất .*\n$/,
	);
	const nobody = await runCommand("ledger", ["show", "--date", date, "--number", "Z999"], env);
	expect(nobody).toMatchObject({ code: 1, warned: expect.stringMatching(/nobody had Z999/) });

	const to = join(await temporaryDirectory(), "ngay.csv");
	const csv = ["export", "--date", date, "--format", "csv", "--to", to];
	expect(await runCommand("ledger", csv, env)).toMatchObject({ code: 0, warned: "" });
	expect(await runCommand("ledger", csv, env)).toMatchObject({
		code: 1,
		warned: expect.stringMatching(/never overwritten/),
	});
	const rows = (await readFile(to, "utf8")).split("\r\n");
	expect(rows[0]).toMatch(/^\uFEFFSố,Lĩnh vực,/);
	expect(rows[1]).toMatch(
		/^A001,"Khai sinh, kết hôn, khai tử",,,vi,kiosk-1,.*,Đã gọi,1,Quản trị,1,\d+,$/,
	);
	expect(rows).toHaveLength(5);
	const lines = await runCommand("ledger", ["export", "--date", date, "--format", "jsonl"], env);
	const told = lines.said
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
	expect(told.find(({ type }) => type === "ticket-called")).toMatchObject({
		by: "admin",
		number: "A001",
		counterId: "quay-1",
	});
	for (const id of ticketIds) {
		for (const text of [shown.said, lines.said, rows.join()]) expect(text).not.toContain(id);
	}
});

test("a day is set aside only while no hub runs, and the next start does not see it", async () => {
	const hub = await startHubProcess();
	await takeTickets(hub, 2);
	const file = await newestDayFile(hub.dataDir);
	const asks = ["set-aside", "--date", basename(file, ".jsonl")];
	const env = { DATA_DIR: hub.dataDir };
	const running = await runCommand("ledger", asks, env);
	expect(running).toMatchObject({
		code: 1,
		warned: expect.stringMatching(/process id \d+: stop it first/),
	});
	await hub.stop();
	const whole = await readFile(file, "utf8");
	const aside = await runCommand("ledger", asks, env);
	expect(aside).toMatchObject({
		code: 0,
		said: expect.stringMatching(/^moved to .*\nxa-mau has no days now\n$/),
	});
	const [name] = await readdir(dirname(file));
	expect(name).toMatch(/\.jsonl\.set-aside-\d{8}T\d{6}Z$/);
	expect(await readFile(join(file, "..", name ?? ""), "utf8")).toBe(whole);
	const again = await startHubProcess(env);
	const { body } = await asker(again.url)<TicketAnswer>("POST", "/api/tickets", take);
	expect(body.ticket.number).toBe("A001");
	await again.stop();
});

test("an option that does not exist is refused with those that do", async () => {
	const refused = await runCommand("restore", ["--form", "a.tar"]);
	expect(refused).toMatchObject({ code: 1, said: "" });
	expect(refused.warned).toMatch(
		/^motcua restore: Unknown option '--form'; allowed: --from, .*did you mean --from\?\)\n$/,
	);
	for (const command of ["backup", "restore", "ledger"] as const) {
		expect(await runCommand(command, ["--help"])).toMatchObject({
			code: 0,
			said: expect.stringContaining(`npm run ${command} -- `),
		});
	}
});
