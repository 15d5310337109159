import { spawn } from "node:child_process";
import { chmod, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { projectRoot, removeTemporaryDirectories, temporaryDirectory } from "./hub-process.ts";
import { type Ended, runCommand } from "./run-command.ts";

// With a real browser: test/browser/kiosk-command.test.ts.

afterAll(removeTemporaryDirectories);

const page = "http://192.168.1.10:8080/kiosk/?kiosk=kiosk-1";

test("--help says what it takes, and what is wrong is said with it", async () => {
	const help = await runCommand("kiosk", ["--help"]);
	expect([help.code, help.warned]).toEqual([0, ""]);
	const wrong = await runCommand("kiosk", ["--profile", ""]);
	expect([wrong.code, wrong.said]).toEqual([1, ""]);
	expect(wrong.warned).toMatch(/^motcua kiosk: --url is missing: .*\n--profile is empty: /);
	expect(wrong.warned).toContain(help.said.trim());
});

test("--dry-run says the command and touches nothing", async () => {
	const folder = await withBrowser();
	const env = { PATH: folder, HOME: join(folder, "home") };
	const { code, said } = await runCommand("kiosk", ["--url", page, "--dry-run"], env);
	expect(code).toBe(0);
	expect(said).toMatch(
		new RegExp(`^${folder}/chromium --kiosk .*'${page.replace("?", "\\?")}'\n$`),
	);
	expect(said).toContain(`--user-data-dir=${folder}/home/.local/share/motcua-kiosk`);
	await expect(readFile(join(folder, "home"))).rejects.toThrow("ENOENT");
});

test("it needs nothing but its own files: no package has to be installed on the screen's machine", async () => {
	const alone = await temporaryDirectory();
	await copyWithImports("kiosk.js", alone);
	await writeFile(join(alone, "package.json"), '{"type":"module"}');
	const { code, warned } = await run(join(alone, "kiosk.js"), ["--url", page, "--dry-run"], {
		PATH: await withBrowser(),
	});
	expect([code, warned]).toEqual([0, ""]);
});

test("without a browser it says what to install", async () => {
	const env = { PATH: await temporaryDirectory() };
	const { code, warned } = await runCommand("kiosk", ["--url", page], env);
	expect([code, warned]).toEqual([1, expect.stringContaining("apt install chromium")]);
});

test("without a screen it says so and does not try for ever", async () => {
	const env = { PATH: await withBrowser() };
	const args = ["--url", page, "--", "--no-sandbox"];
	const { code, warned } = await runCommand("kiosk", args, env);
	expect([code, warned]).toEqual([1, expect.stringContaining("neither DISPLAY nor WAYLAND")]);
});

test.skipIf(process.getuid?.() !== 0)(
	"root is told to use another user (skipped elsewhere)",
	async () => {
		const env = { PATH: await withBrowser(), DISPLAY: ":0" };
		const { code, warned } = await runCommand("kiosk", ["--url", page], env);
		expect([code, warned]).toEqual([1, expect.stringContaining("this is root")]);
	},
);

test("a browser that cannot start is said with its own words, and tried again after longer and longer", async () => {
	const kiosk = await startWith("echo 'thiếu màn hình' >&2; exit 3");
	await kiosk.says("started again in 2 s");
	expect(await kiosk.stop()).toBe(0);
	expect(kiosk.said()).toMatch(/has ended \(exit code 3\); it is started again in 1 s/);
	expect(kiosk.said()).toMatch(/it said: thiếu màn hình/);
});

test("a browser whose page may not be watched is left to show it, and that is said", async () => {
	const refusal = `{"id":1,"error":{"message":"Not allowed"}}\\0`;
	const kiosk = await startWith(`printf '${refusal}' >&4; exec sleep 600`);
	await kiosk.says("does not let its page be watched (Target.getTargets: Not allowed)");
	expect(await kiosk.stop()).toBe(0);
	expect(kiosk.said()).not.toMatch(/has ended/);
});

/** Starts it with a browser that is a script, and no screen. */
async function startWith(script: string) {
	const folder = await withBrowser(script);
	const profile = join(folder, "p");
	const args = ["--url", page, "--profile", profile, "--", "--no-sandbox", "--headless"];
	const child = spawn(process.execPath, [join(projectRoot, "dist/hub/kiosk.js"), ...args], {
		env: { PATH: `${folder}:/usr/bin:/bin`, HOME: folder },
		stdio: ["ignore", "pipe", "inherit"],
	});
	const ended = new Promise<number | null>((done) => child.once("close", done));
	let said = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		said += text;
	});
	return {
		said: () => said,
		says: (text: string) =>
			new Promise<void>((found) => {
				const look = () => {
					if (said.includes(text)) found();
				};
				child.stdout.on("data", look);
				look();
			}),
		stop() {
			child.kill("SIGTERM");
			return ended;
		},
	};
}

/** A folder with a program named as a browser is. */
async function withBrowser(script = "exit 0"): Promise<string> {
	const folder = await temporaryDirectory();
	const file = join(folder, "chromium");
	await writeFile(file, `#!/bin/sh\n${script}\n`);
	await chmod(file, 0o755);
	return folder;
}

/** A built file with those that it imports, and none of node_modules. */
async function copyWithImports(name: string, to: string): Promise<void> {
	const from = join(projectRoot, "dist/hub", name);
	await mkdir(to, { recursive: true });
	await copyFile(from, join(to, name));
	const text = await readFile(from, "utf8");
	for (const [, imported] of text.matchAll(/from "\.\/([^"]+)"|^import "\.\/([^"]+)"/gm)) {
		if (imported !== undefined) await copyWithImports(imported, to);
	}
}

function run(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<Ended> {
	const child = spawn(process.execPath, [file, ...args], { env });
	const ended: Ended = { code: null, said: "", warned: "" };
	child.stdout.on("data", (text) => {
		ended.said += text;
	});
	child.stderr.on("data", (text) => {
		ended.warned += text;
	});
	return new Promise((done) =>
		child.once("close", (code) => {
			done({ ...ended, code });
		}),
	);
}
