import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { removeTemporaryDirectories, temporaryDirectory } from "./hub-process.ts";
import { runCommand } from "./run-command.ts";
import { sampleOfficeWith } from "./sample-office.ts";

afterAll(removeTemporaryDirectories);

test("the same seed gives the same report byte for byte, with pages in both languages that need nothing else", async () => {
	const [one, other] = [await temporaryDirectory(), await temporaryDirectory()];
	const asked = [
		"--day",
		"results-day",
		"--days",
		"2",
		"--seed",
		"7",
		"--forecast",
		"naive-service",
	];
	const first = await runCommand("simulate", [...asked, "--out", one]);
	expect(first).toMatchObject({ code: 0, warned: "" });
	expect(first.said).toMatch(/^xa-mau: 2 days, results-day, seed 7; .*usual office hours\n/);
	expect(first.said).toMatch(/naive-service: said \d+ of \d+; cover 0 %/);
	await runCommand("simulate", [...asked, "--out", other]);
	expect((await readdir(one)).sort()).toEqual(["report.en.html", "report.json", "report.vi.html"]);
	for (const name of await readdir(one)) {
		const text = await readFile(join(one, name), "utf8");
		expect(await readFile(join(other, name), "utf8")).toBe(text);
		expect(text).not.toMatch(/https?:|<script|<link|undefined|NaN/);
	}
	expect(await readFile(join(one, "report.vi.html"), "utf8")).toContain(
		"Chờ bao lâu, theo lĩnh vực",
	);
	const report = JSON.parse(await readFile(join(one, "report.json"), "utf8"));
	expect(report.variants).toHaveLength(1);
	expect(report.variants[0].figures).toMatchObject({ days: 2 });
});

test("a sweep of counters says in one line how few are enough; more counters, less waiting", async () => {
	const out = await temporaryDirectory();
	const swept = await runCommand("simulate", [
		...["--days", "5", "--sweep", "counters=3..15", "--within", "35", "--out", out],
	]);
	expect(swept.warned).toBe("");
	const [, least] =
		/^(\d+) counters are the least with which 90 % wait less than 35 minutes$/m.exec(swept.said) ??
		[];
	const { variants } = JSON.parse(await readFile(join(out, "report.json"), "utf8"));
	const within: number[] = variants.map(
		(variant: { figures: { waits: { within: number } } }) => variant.figures.waits.within,
	);
	expect(within).toHaveLength(13);
	expect(within.findIndex((share) => share >= 0.9)).toBe(Number(least) - 3);
	// In the large: one counter more may shift an officer, four more help.
	for (let at = 4; at < within.length; at++) {
		expect(within[at]).toBeGreaterThanOrEqual((within[at - 4] ?? 1) - 0.01);
	}
	expect(within.at(-1)).toBeGreaterThan((within[0] ?? 1) + 0.3);
});

test("where no number of counters is enough that is said", async () => {
	const swept = await runCommand("simulate", [
		...["--day", "peak", "--days", "2", "--sweep", "counters=2..3", "--within", "5"],
	]);
	expect(swept.said).toMatch(/^3 counters are not enough: only \d+ % wait less than 5 minutes$/m);
});

test("policies stand side by side on the same people, and those with priority wait less where they go first", async () => {
	const out = await temporaryDirectory();
	await runCommand("simulate", [
		...["--day", "peak", "--days", "6", "--sweep", "policy=first-come,strict,own", "--out", out],
	]);
	const { variants } = JSON.parse(await readFile(join(out, "report.json"), "utf8"));
	const [firstCome, strict, own] = variants.map((variant: { figures: unknown }) => variant.figures);
	expect(strict.people).toBe(firstCome.people);
	expect(strict.byGroup.priority.p50).toBeLessThan(0.6 * firstCome.byGroup.priority.p50);
	expect(strict.byGroup.ordinary.p90).toBeGreaterThan(firstCome.byGroup.ordinary.p90);
	expect(Object.keys(firstCome.calls)).toEqual(["first-come"]);
	expect(Object.keys(own.calls)).toEqual(["first-come", "maximum-wait", "ratio"]);
});

test("an evaluation judges forecasters over days of every kind, whoever many threads work on it", async () => {
	const asked = [
		"--evaluate",
		"--days",
		"20",
		"--ask-every",
		"8",
		"--forecast",
		"naive-service,naive-office",
	];
	const one = await runCommand("simulate", [...asked, "--jobs", "1"]);
	expect(one.warned).toBe("");
	expect(one.said).toMatch(
		/^naive-service: said \d+ of \d+; .*error [\d.]+ min, 0\.\d+ of naive-office's/m,
	);
	expect((await runCommand("simulate", [...asked, "--jobs", "2"])).said).toBe(one.said);
});

test("what is asked wrongly is answered with what is allowed, and a wrong office file with all its faults", async () => {
	const office = await sampleOfficeWith(() => ({ counters: [], timeZone: "Asia/Hue" }));
	for (const [args, why] of [
		[
			["--day", "peek"],
			/--day: "peek" stands there; allowed is one of typical, .*did you mean peak\?/,
		],
		[["--policy", "fair"], /--policy: "fair" stands there; allowed are own, first-come, strict/],
		[
			["--sweep", "counters=5..2"],
			/--sweep: "counters=5\.\.2" stands there; allowed is counters=2\.\.12/,
		],
		[["--sweep", "policy=own,fair"], /--sweep: "fair" stands there/],
		[["--days", "0"], /--days: "0" stands there; allowed is a whole number from 1 to/],
		[["--seed", "a b"], /--seed: allowed are/],
		[["--forecast", "oracel"], /did you mean oracle\?/],
		[["--offce", "x"], /did you mean --office\?/],
		[["--office", "/khong-co.json"], /\/khong-co\.json: found no such file/],
		[["--office", office], /\/counters.*\n.*\/timeZone/],
	] as const) {
		const refused = await runCommand("simulate", [...args]);
		expect(refused).toMatchObject({ code: 1, said: "", warned: expect.stringMatching(why) });
	}
	expect(await runCommand("simulate", ["--help"])).toMatchObject({
		code: 0,
		said: expect.stringContaining("npm run simulate -- "),
	});
});
