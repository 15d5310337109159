import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Type } from "typebox";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDocument } from "./documents.ts";

const Schema = Type.Object({ names: Type.Array(Type.String()) }, { additionalProperties: false });
let file: string;
beforeEach(async () => {
	file = join(await mkdtemp(join(tmpdir(), "motcua-document-")), "ten.json");
});
afterEach(() => rm(join(file, ".."), { recursive: true }));

const open = () => openDocument(file, Schema, { names: [] });

test("a change is there after it is opened again, and many at once are all kept", async () => {
	const document = await open();
	await Promise.all(
		["Lan", "Hùng", "Mai"].map((name) => document.update(({ names }) => void names.push(name))),
	);
	expect((await open()).data).toEqual({ names: ["Lan", "Hùng", "Mai"] });
});

test("a change that could not be written has not happened", async () => {
	const document = await open();
	await document.update(({ names }) => void names.push("Lan"));
	// A directory stands where the temporary file would.
	await mkdir(`${file}.new`);
	await expect(document.update(({ names }) => void names.push("Hùng"))).rejects.toThrow();
	expect(document.data).toEqual({ names: ["Lan"] });
	await rm(`${file}.new`, { recursive: true });
	await document.update(({ names }) => void names.push("Mai"));
	expect((await open()).data).toEqual({ names: ["Lan", "Mai"] });
});

test("a damaged file and one of another shape are refused with what is wrong, and left as they are", async () => {
	await writeFile(file, "{");
	await expect(open()).rejects.toThrow(/ten\.json is not valid JSON/);
	await writeFile(file, '{"names":[5]}');
	await expect(open()).rejects.toThrow(/\/names\/0: found 5/);
	expect(await readFile(file, "utf8")).toBe('{"names":[5]}');
});
