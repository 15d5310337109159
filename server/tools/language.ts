import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { check } from "../../config/faults.ts";
import { at } from "../../config/file-rows.ts";
import { LanguageFile } from "../../config/language-file.ts";
import { languageForm } from "../../config/language-form.ts";
import { languageFaults } from "../../config/language-rules.ts";
import { isBuiltIn, languageFolder } from "../../config/languages.ts";
import { describeFaults } from "../../config/load.ts";
import { defaultOfficeFile } from "../../config/places.ts";
import { readJson } from "../../config/read-json.ts";
import { LanguageCode, LanguageName } from "../../protocol/languages.ts";
import { environmentOf } from "./command-line.ts";
import { syncFile } from "./durable.ts";
import { readOptions } from "./read-options.ts";
import { CannotDo, runCommand, say } from "./run-command.ts";

const help = `npm run language -- CODE ["NAME"] [--office FILE]

  Writes the file in which the touchscreen's sentences are translated into another language, each beside its Vietnamese.
  Run again it adds what is new, keeps what is filled in, and says how much is done.

  CODE      the language's code of ISO 639: tyz (Tày), mtq (Mường), jra (Jrai), hmn (H'Mông)
  NAME      what the language is called in itself, as its button says; needed the first time
  --office  the office file beside which "languages/CODE.json" lies; OFFICE_FILE unless named
  --help    this text`;

await runCommand("language", async (args) => {
	const [code, name, rest] = wordsOf(args);
	const options = readOptions(rest, { texts: ["office"] });
	if (options.isOn("help")) {
		say(help);
		return 0;
	}
	if (code === undefined) {
		throw new CannotDo('name the language, as: npm run language -- tyz "Tày"');
	}
	if (!check(LanguageCode, code).ok || isBuiltIn(code)) {
		throw new CannotDo(
			`${JSON.stringify(code)} is no code of a further language: allowed are two or three lower-case letters, other than vi and en, which are there`,
		);
	}
	if (name !== undefined && !check(LanguageName, name).ok) {
		throw new CannotDo("NAME: allowed are 1 to 30 characters");
	}
	const named = options.text("office") ?? environmentOf(options).officeFile;
	const officeFile = resolve(named ?? defaultOfficeFile());
	const office = readJson(officeFile);
	if (!office.ok) throw new CannotDo(describeFaults(officeFile, office.faults));
	const file = join(languageFolder(officeFile, office.value), `${code}.json`);
	const before = fileAt(file);
	if (before === undefined && name === undefined) {
		throw new CannotDo(
			`${file} is not there yet: name the language in itself, as: npm run language -- ${code} "Tày"`,
		);
	}
	const form = languageForm(code, name, before);
	await replaceFile(file, `${JSON.stringify(form.file, null, "\t")}\n`);
	say(`${file}: ${form.said} of ${form.all} sentences are said in ${form.file.name}`);
	list("new, to be filled in", form.added);
	list(
		'the Vietnamese is another than what was translated; take "was" away once it is right',
		form.changed,
	);
	list('no longer said, kept under "unused"', form.unused);
	const faults = languageFaults(code, form.file);
	if (faults.length > 0) {
		say(`The hub would not start with it:\n${describeFaults(file, faults)}`);
		return 1;
	}
	const languages = at(office.value, "languages");
	if (!Array.isArray(languages) || !languages.includes(code)) {
		say(`Put ${JSON.stringify(code)} into "languages" of ${officeFile}, and start the hub again.`);
	}
	return 0;
});

/** The code and the name come first; what begins with dashes is an option. */
function wordsOf(
	args: string[],
): [code: string | undefined, name: string | undefined, rest: string[]] {
	const first = args.findIndex((arg) => arg.startsWith("--"));
	const words = (first < 0 ? args : args.slice(0, first)).slice(0, 2);
	return [words[0], words[1], args.slice(words.length)];
}

/** What is filled in already; undefined where there is no file. What is no such file is never written over. */
function fileAt(file: string): LanguageFile | undefined {
	const read = readJson(file);
	if (!read.ok && read.faults.some(({ found }) => found === "no such file")) return undefined;
	const checked = read.ok ? check(LanguageFile, read.value) : read;
	if (!checked.ok) throw new CannotDo(describeFaults(file, checked.faults));
	return checked.value;
}

/** Whole or not at all: hours of somebody's work stand in it. */
async function replaceFile(file: string, text: string): Promise<void> {
	await mkdir(dirname(file), { recursive: true });
	const beside = `${file}.${process.pid}`;
	await writeFile(beside, text);
	await syncFile(beside);
	await rename(beside, file);
}

function list(title: string, paths: readonly string[]): void {
	if (paths.length > 0) say([`${title}:`, ...paths.map((path) => `  ${path}`)].join("\n"));
}
