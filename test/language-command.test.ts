import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { LanguageFile } from "../config/language-file.ts";
import { defaultOfficeFile } from "../config/places.ts";
import { removeTemporaryDirectories, temporaryDirectory } from "./hub-process.ts";
import { runCommand } from "./run-command.ts";

afterAll(removeTemporaryDirectories);

const languageName = "Ngôn ngữ thử";

async function newOffice() {
	const folder = await temporaryDirectory();
	const office = join(folder, "office.json");
	await copyFile(defaultOfficeFile(), office);
	const file = join(folder, "languages/qaa.json");
	return {
		file,
		run: (...args: string[]) => runCommand("language", args, { OFFICE_FILE: office }),
		async read(): Promise<LanguageFile> {
			return JSON.parse(await readFile(file, "utf8"));
		},
		write: (content: object) => writeFile(file, JSON.stringify(content)),
	};
}

test("a language's file is made, filled in, and brought up to date without losing anything", async () => {
	const { file, run, read, write } = await newOffice();
	const first = await run("qaa", languageName);
	expect(first.code).toBe(0);
	expect(first.said).toMatch(/0 of \d+ sentences are said in Ngôn ngữ thử/);
	expect(first.said).toMatch(/Put "qaa" into "languages" of .*office\.json/);

	const made = await read();
	const { "kiosk.home": _, ...rest } = made.sentences;
	await write({
		...made,
		sentences: {
			...rest,
			"kiosk.back": { vi: "Quay lại", say: "[Quay lại]" },
			"kiosk.gone": { vi: "Mất", say: "[Mất]" },
		},
	});
	const second = await run("qaa");
	expect([second.code, second.warned]).toEqual([0, ""]);
	expect(second.said).toMatch(/1 of \d+ sentences are said/);
	expect(second.said).toMatch(/new, to be filled in:\n {2}kiosk\.home\n/);
	expect(second.said).toMatch(/kept under "unused":\n {2}kiosk\.gone\n/);
	const kept = await read();
	expect(kept.sentences["kiosk.back"]?.say).toBe("[Quay lại]");
	expect(kept.unused?.["kiosk.gone"]?.say).toBe("[Mất]");
	expect(Object.keys(kept.sentences)).toEqual(Object.keys(made.sentences));

	const third = await run("qaa");
	expect(await readFile(file, "utf8")).toBe(`${JSON.stringify(kept, null, "\t")}\n`);
	expect(third.said).not.toContain("new, to be filled in");
});

test("what would keep the hub from starting is said when the file is brought up to date", async () => {
	const { run, read, write } = await newOffice();
	await run("qaa", languageName);
	const made = await read();
	await write({
		...made,
		sentences: { ...made.sentences, "kiosk.ahead": { say: "{people người" } },
	});
	const { code, said } = await run("qaa");
	expect(code).toBe(1);
	expect(said).toMatch(/The hub would not start with it:\n.*kiosk\.ahead\/say: found/);
});

test("what is no language's file is left as it is", async () => {
	const { file, run } = await newOffice();
	await run("qaa", languageName);
	await writeFile(file, "{ hỏng");
	const { code, warned } = await run("qaa");
	expect([code, warned.includes("qaa.json")]).toEqual([1, true]);
	expect(await readFile(file, "utf8")).toBe("{ hỏng");
});

test.each([
	[[], "name the language"],
	[["qaa"], "name the language in itself"],
	[["en", "English"], "no code of a further language"],
	[["Tay", "Tày"], "no code of a further language"],
	[["qaa", languageName, "--ofice", "x"], "did you mean --office?"],
])("asked as %j it says what is wrong in one line", async (args, why) => {
	const { run } = await newOffice();
	const { code, warned } = await run(...args);
	expect([code, warned.trim().split("\n").length]).toEqual([1, 1]);
	expect(warned).toContain(why);
});
