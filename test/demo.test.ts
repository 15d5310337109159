import { spawn, spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { OfficeView } from "../protocol/office.ts";
import type { DayReport } from "../protocol/reports.ts";
import type { CallAnswer, QueueAnswer } from "../protocol/staff.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { demoMark } from "../words/demo-mark.ts";
import { reportWords } from "../words/reports.ts";
import { asker, signIn } from "./ask.ts";
import { endDemos, startDemo } from "./demo-process.ts";
import {
	failedStart,
	projectRoot,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "./hub-process.ts";

afterAll(async () => {
	endDemos();
	await removeTemporaryDirectories();
});

/** A minute from the start: by then a newcomer is to see every screen alive. */
const aliveWithinMs = 60_000;

test("one command shows a hall at work within a minute, takes a newcomer in, and leaves nothing behind", {
	timeout: 120_000,
}, async () => {
	const temporary = await temporaryDirectory();
	const from = performance.now();
	const demo = await startDemo(temporary);
	const { url, password } = demo;
	const ask = asker(url);
	const byOfficer = asker(url, await signIn(url, "officer", password));
	const cookie = await signIn(url, "supervisor", password);
	const bySupervisor = asker(url, cookie);
	const { total: before } = (await bySupervisor<DayReport>("GET", "/api/reports/day")).body;
	const leftMs = () => ({ timeout: Math.max(1, aliveWithinMs - (performance.now() - from)) });

	// What is taken home of it says what it is, by its name too.
	const csv = await fetch(`${url}/api/reports/day.csv`, { headers: { cookie } });
	expect(csv.headers.get("content-disposition")).toContain("-trinh-dien.csv");
	expect(await csv.text()).toContain(reportWords.vi.demo);

	const office = await ask<OfficeView>("GET", "/api/office");
	expect(office.body.demo).toEqual(demoMark);

	// Everything there is to see, by what the hub tells staff.
	await expect
		.poll(async () => {
			const { body } = await byOfficer<QueueAnswer>("GET", "/api/queue");
			return body.waiting.length;
		}, leftMs())
		.toBeGreaterThan(3);
	const figures = async () => (await bySupervisor<DayReport>("GET", "/api/reports/day")).body.total;
	// Beyond the numbers that were given on paper before.
	await expect.poll(async () => (await figures()).called, leftMs()).toBeGreaterThan(before.called);
	await expect.poll(async () => (await figures()).served, leftMs()).toBeGreaterThan(before.served);
	const isTaken = async (counterId: string) => {
		const opened = await byOfficer<{ code?: string }>(
			"POST",
			`/api/counters/${counterId}/open`,
			{},
		);
		return opened.body.code === "counter/taken";
	};
	for (const id of ["quay-1", "quay-3", "quay-4", "quay-5", "quay-6"]) {
		await expect.poll(() => isTaken(id), leftMs()).toBe(true);
	}
	expect(await isTaken("quay-2")).toBe(false);

	// The newcomer works at the counter that is free, and their own number is called by somebody simulated.
	const called = await byOfficer<CallAnswer>("POST", "/api/counters/quay-2/call-next", {});
	expect(called.body.ticket?.counter?.id).toBe("quay-2");
	const taken = await ask<TicketAnswer>("POST", "/api/tickets", {
		serviceId: "cu-tru",
		kioskId: "kiosk-1",
		priorityClass: "nguoi-cao-tuoi",
	});
	expect(taken.status).toBe(201);
	expect(taken.body.print?.state).toBe("queued");
	await signIn(url, "admin", password);

	// What the demonstration has is its own and below the system's directory for such things.
	const [own = "", ...others] = await readdir(temporary);
	expect([own.startsWith("motcua-demo-"), others]).toEqual([true, []]);
	expect(await readdir(join(temporary, own, "data"))).toContain("ledger");

	const { tookMs, isAnythingLeft } = await demo.interrupt();
	expect(tookMs).toBeLessThan(5_000);
	expect(isAnythingLeft).toBe(false);
	expect(await readdir(temporary)).toEqual([]);
	// What goes wrong is said in the log, which has nothing but what a hub warns of.
	expect(demo.output()).not.toMatch(/"level":[56]0|unhandled|simulated people have stopped/i);
});

test("Ctrl+C before it has begun ends it as well, without a word of failure", async () => {
	const temporary = await temporaryDirectory();
	const child = spawn(process.execPath, [join(projectRoot, "scripts/serve.mjs"), "--demo"], {
		env: { PATH: process.env.PATH, PORT: "0", TMPDIR: temporary },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let said = "";
	let warned = "";
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		warned += text;
	});
	const ended = new Promise<number | null>((over) => child.once("close", over));
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		said += text;
		if (said.includes("listening on")) child.kill("SIGINT");
	});
	expect([await ended, warned]).toEqual([0, ""]);
	expect(said).not.toContain("Begin here");
	expect(await readdir(temporary)).toEqual([]);
});

test("npm hands --demo on to what it starts: the last command of npm start is the one that reads it", async () => {
	const { scripts } = JSON.parse(await readFile(join(projectRoot, "package.json"), "utf8"));
	expect(scripts.start).toMatch(/&& node scripts\/serve\.mjs$/);
	expect(scripts.serve).toBe("node scripts/serve.mjs");
});

function serve(args: string[], env: NodeJS.ProcessEnv = {}) {
	return spawnSync(process.execPath, [join(projectRoot, "scripts/serve.mjs"), ...args], {
		env: { PATH: process.env.PATH, ...env },
		encoding: "utf8",
		timeout: 30_000,
	});
}

test("a data directory of an office is never taken for a demonstration: it does not start, and says so", async () => {
	const dataDir = join(await temporaryDirectory(), "that");
	const { status, stderr, stdout } = serve(["--demo"], { DATA_DIR: dataDir, PORT: "0" });
	expect([status, stdout]).toEqual([1, ""]);
	expect(stderr).toMatch(/^motcua cannot start: DATA_DIR is set, .* unset it\n$/);
	await expect(readdir(dataDir)).rejects.toThrow("ENOENT");
});

test("--help says what there is, and an unknown option is refused in one line", () => {
	const help = serve(["--help"]);
	expect([help.status, help.stderr]).toEqual([0, ""]);
	expect(help.stdout).toContain("npm start -- --demo");
	const wrong = serve(["--dmeo"]);
	expect([wrong.status, wrong.stdout]).toEqual([1, ""]);
	expect(wrong.stderr).toMatch(/^motcua cannot start: Unknown option '--dmeo'; allowed: .*\n$/);
});

test("the hub itself takes no option, and says what a demonstration is started with", async () => {
	const { code, output } = await failedStart({ DATA_DIR: await temporaryDirectory() }, ["--demo"]);
	expect(code).toBe(1);
	expect(output).toMatch(/^motcua cannot start: .*"--demo".*npm start -- --demo.*\n$/);
});

test("a hub that was not started as one is no demonstration, whatever its environment and its callers say", async () => {
	const hub = await startHubProcess({ DEMO: "on", MOTCUA_DEMO: "1" });
	const ask = asker(hub.url);
	const office = await ask<OfficeView>("GET", "/api/office?demo=true", undefined, { demo: "true" });
	expect("demo" in office.body).toBe(false);
	const page = await ask<string>("GET", "/?demo=true");
	expect(page.body).not.toMatch(/demo/i);
	await hub.stop();
});
