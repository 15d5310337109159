import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import type { FurtherLanguage, Sentences } from "../protocol/languages.ts";
import type { Fault } from "../protocol/problem.ts";
import { type Checked, check } from "./faults.ts";
import { at } from "./file-rows.ts";
import { filled, LanguageFile } from "./language-file.ts";
import { languageFaults } from "./language-rules.ts";
import { readJson } from "./read-json.ts";

export type LoadedLanguages =
	| { ok: true; languages: FurtherLanguage[] }
	| { ok: false; file: string; faults: Fault[] };

/** Reads the file of each language beyond Vietnamese and English that an office speaks, and says every fault in all of them. */
export function loadLanguages(folder: string, codes: readonly string[]): LoadedLanguages {
	const read = codes
		.filter((code) => !isBuiltIn(code))
		.map((code) => ({ code, file: readLanguage(join(folder, `${code}.json`), code) }));
	const faults = read.flatMap(({ code, file }) =>
		file.ok ? [] : file.faults.map((fault) => ({ ...fault, path: `/${code}.json${fault.path}` })),
	);
	if (faults.length > 0) return { ok: false, file: folder, faults };
	return { ok: true, languages: read.flatMap(({ file }) => (file.ok ? [served(file.value)] : [])) };
}

/** Where an office's files of further languages lie: `languages` beside the office file unless it names another folder. */
export function languageFolder(officeFile: string, office: unknown): string {
	const named = at(office, "languageFolder");
	return resolve(dirname(officeFile), typeof named === "string" ? named : "languages");
}

/** Vietnamese and English are part of every version. */
export function isBuiltIn(code: string): boolean {
	return code === "vi" || code === "en";
}

function readLanguage(file: string, code: string): Checked<LanguageFile> {
	const read = readJson(file, `a JSON file; "npm run language -- ${code} NAME" makes it`);
	if (!read.ok) return read;
	const checked = check(LanguageFile, read.value);
	const faults = [...(checked.ok ? [] : checked.faults), ...languageFaults(code, read.value)];
	return checked.ok && faults.length === 0 ? checked : { ok: false, faults };
}

function served({ code, name, sentences }: LanguageFile): FurtherLanguage {
	const said: Sentences = {};
	for (const [path, { say }] of Object.entries(sentences)) {
		const one = filled(say);
		if (one !== null) said[path] = one;
	}
	const version = createHash("sha256")
		.update(JSON.stringify([name, said]))
		.digest("hex");
	return { code, name, version: version.slice(0, 12), sentences: said };
}
