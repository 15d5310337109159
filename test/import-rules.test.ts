import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "./hub-process.ts";

/** What each part may import of ours besides its own files: docs/ARCHITECTURE.md, "The house". */
const mayImport: Record<string, readonly string[]> = {
	protocol: [],
	catalogue: ["protocol"],
	words: ["protocol"],
	voice: ["protocol"],
	config: ["protocol", "catalogue", "words", "voice"],
	printer: ["protocol", "words"],
	server: ["protocol", "catalogue", "words", "voice", "config", "printer"],
	simulate: ["protocol", "words", "config", "server"],
	demo: ["protocol", "words", "config", "server", "simulate"],
	ui: ["protocol", "catalogue", "words"],
	kiosk: ["protocol", "catalogue", "words", "ui"],
	display: ["protocol", "catalogue", "words", "voice", "ui"],
	staff: ["protocol", "catalogue", "words", "voice", "ui"],
};

/** Parts that run in the browser as well, or know no machine at all: nothing of Node's in them. */
const knowsNoNode = ["protocol", "catalogue", "words", "voice", "ui", "kiosk", "display", "staff"];

interface Import {
	from: string;
	to: string;
}

const sources = Object.keys(mayImport).flatMap((part) => filesOf(part));
const imports = sources.flatMap(importsOf);

test("there are imports to look at in every part", () => {
	const parts = new Set(imports.map(({ from }) => partOf(from)));
	expect([...parts].sort()).toEqual(Object.keys(mayImport).sort());
});

test("every part imports only what it may", () => {
	const wrong = imports
		.filter(({ to }) => to.startsWith("."))
		.map(({ from, to }) => ({ from, to: relative(projectRoot, resolve(dirname(from), to)) }))
		.filter(({ from, to }) => {
			const [here, there] = [partOf(from), to.split("/")[0] ?? ""];
			return here !== there && !mayImport[here]?.includes(there);
		});
	expect(wrong).toEqual([]);
});

test("the queue imports nothing but its own files", () => {
	const queue = resolve(projectRoot, "server/queue");
	const wrong = imports.filter(
		({ from, to }) =>
			from.startsWith(`${queue}/`) &&
			!isTest(from) &&
			!isForTests(from) &&
			!(to.startsWith(".") && resolve(dirname(from), to).startsWith(`${queue}/`)),
	);
	expect(wrong).toEqual([]);
});

test("what is pure or runs in the browser imports nothing of Node", () => {
	const wrong = imports.filter(
		({ from, to }) => knowsNoNode.includes(partOf(from)) && !isTest(from) && to.startsWith("node:"),
	);
	expect(wrong).toEqual([]);
});

test("nothing that ships imports what is there for tests alone", () => {
	const wrong = imports.filter(
		({ from, to }) =>
			!isTest(from) &&
			!isForTests(from) &&
			/rehearsal|memory-ledger|read-qr|npos|vitest|fast-check|jsqr/.test(to),
	);
	expect(wrong).toEqual([]);
});

function isForTests(file: string): boolean {
	return /\b(read-qr|rehearsal|rehearsal-commands|rehearsal-settings)\.ts$/.test(file);
}

function importsOf(file: string): Import[] {
	const text = readFileSync(file, "utf8");
	const found = text.matchAll(
		/(?:^|\s)(?:import|export)\s[^"';]*?from\s*"([^"]+)"|import\(?\s*"([^"]+)"/g,
	);
	return [...found].map((match) => ({ from: file, to: match[1] ?? match[2] ?? "" }));
}

function filesOf(folder: string): string[] {
	return readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));
}

function partOf(file: string): string {
	return relative(projectRoot, file).split("/")[0] ?? "";
}

function isTest(file: string): boolean {
	return file.endsWith(".test.ts");
}
