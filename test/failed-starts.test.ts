import { chmod, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
	failedStart,
	projectRoot,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "./hub-process.ts";

afterAll(removeTemporaryDirectories);

const sampleFile = join(projectRoot, "config/offices/sample.json");

/** The sample office with something changed in it, in a file of its own. */
async function officeFile(change: (office: Record<string, unknown>) => void): Promise<string> {
	const office = JSON.parse(await readFile(sampleFile, "utf8"));
	change(office);
	const file = join(await temporaryDirectory(), "office.json");
	await writeFile(file, JSON.stringify(office));
	return file;
}

async function expectNoStart(env: NodeJS.ProcessEnv, ...lines: RegExp[]): Promise<void> {
	const { code, output } = await failedStart({ DATA_DIR: await temporaryDirectory(), ...env });
	expect(code).toBe(1);
	for (const line of lines) expect(output).toMatch(line);
	expect(output).not.toMatch(/\n\s+at /);
}

test("a port in use is said in one line", async () => {
	const other = createServer();
	await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
	const address = other.address();
	const port = typeof address === "object" && address ? String(address.port) : "";
	await expectNoStart(
		{ PORT: port },
		new RegExp(`^motcua cannot start: PORT ${port} .*in use.*\n$`),
	);
	other.close();
});

test("a data directory that cannot be written is said in one line", async () => {
	const file = join(await temporaryDirectory(), "mot-tep");
	await writeFile(file, "");
	await expectNoStart(
		{ DATA_DIR: join(file, "data") },
		/^motcua cannot start: DATA_DIR .*ENOTDIR.*\n$/,
	);
});

test("a data directory without the right to write is said in one line", async ({ skip }) => {
	if (process.getuid?.() === 0) skip("root may write everywhere");
	const directory = join(await temporaryDirectory(), "chi-doc");
	await mkdir(directory);
	await chmod(directory, 0o500);
	await expectNoStart({ DATA_DIR: directory }, /^motcua cannot start: DATA_DIR .*EACCES.*\n$/);
});

test("every fault in an office file is said: where, what stands there, what is allowed", async () => {
	const file = await officeFile((office) => {
		office.timeZone = "Asia/Hanoi";
		office.langauges = ["vi"];
		const [first, second] = office.services as { prefix: string }[];
		if (first) first.prefix = "I";
		if (second) second.prefix = "bb";
		(office.kiosks as { printerId: string }[])[0] = { printerId: "may-in-9" };
	});
	await expectNoStart(
		{ OFFICE_FILE: file },
		/\/timeZone: found "Asia\/Hanoi"; allowed: /,
		/\/langauges: .*did you mean languages/,
		/\/services\/0\/prefix: found "I"; allowed: /,
		/\/services\/1\/prefix: found "bb"; allowed: /,
		/\/kiosks\/0\/id: /,
		/\/kiosks\/0\/printerId: found "may-in-9"; allowed: /,
	);
});

test("an office file that is not there or no JSON is said with its name", async () => {
	await expectNoStart({ OFFICE_FILE: "/khong/co/office.json" }, /\/khong\/co\/office\.json/);
	const file = join(await temporaryDirectory(), "office.json");
	await writeFile(file, '{\n  "id": "xa",\n  oops\n}');
	await expectNoStart({ OFFICE_FILE: file }, /office\.json.*line 3/s);
});

test("a broken catalogue is said with file and place", async () => {
	const folder = await temporaryDirectory();
	await cp(join(projectRoot, "config/procedures"), folder, { recursive: true });
	const broken = JSON.parse(await readFile(join(folder, "ho-tich.json"), "utf8"));
	broken.procedures[0].feeStatus = "mien-phi";
	await writeFile(join(folder, "ho-tich.json"), JSON.stringify(broken));
	const file = await officeFile((office) => {
		office.catalogue = folder;
	});
	await expectNoStart(
		{ OFFICE_FILE: file },
		/ho-tich\.json.*\/procedures\/0\/feeStatus.*"mien-phi".*"free"/s,
	);
});

test("wrong settings of the process are said together", async () => {
	await expectNoStart(
		{ PORT: "abc", LOG_LEVEL: "loud", PUBLIC_URL: "so.example", LIVE_COMPRESSION: "yes" },
		/PORT: "abc"/,
		/LOG_LEVEL: "loud"/,
		/PUBLIC_URL: "so\.example"/,
		/LIVE_COMPRESSION: "yes" stands there; allowed is on or off/,
	);
});

test("a damaged account file is said and left as it is", async () => {
	const hub = await startHubProcess();
	await hub.stop();
	const file = join(hub.dataDir, "accounts.json");
	await writeFile(file, '{"version":1,"accounts":[{"username":"admin"}]}');
	await expectNoStart({ DATA_DIR: hub.dataDir }, /accounts\.json.*\/accounts\/0\/password/s);
	expect(await readFile(file, "utf8")).toContain('[{"username":"admin"}]');
});
