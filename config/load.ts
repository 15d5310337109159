import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { TSchema } from "typebox";
import {
	type CatalogueFiles,
	CatalogueHead,
	FieldFile,
	LifeEventFile,
	SynonymFile,
} from "../catalogue/files.ts";
import type { FurtherLanguage } from "../protocol/languages.ts";
import type { Fault } from "../protocol/problem.ts";
import type { SettingsFault } from "../protocol/settings.ts";
import { catalogueFaults } from "./catalogue-rules.ts";
import { type Checked, check, checkByRules } from "./faults.ts";
import { languageFolder, loadLanguages } from "./languages.ts";
import { logoFaults, withLogoPath } from "./logo.ts";
import { Office } from "./office.ts";
import { officeFaults } from "./office-rules.ts";
import { defaultCatalogueFolder } from "./places.ts";
import { readJson } from "./read-json.ts";
import { slideFaults, withSlidePaths } from "./slides.ts";
import { loadVoices, type Voice, voiceFaults } from "./voice.ts";

/** `file` is the office file or, where that is right, the folder of its catalogue, of its languages or of its clips that is not. */
type LoadFailure = { ok: false; file: string; faults: Fault[] };
export type LoadedSettings =
	| {
			ok: true;
			office: Office;
			/** As it stands in the office file. */
			file: unknown;
			catalogue: CatalogueFiles;
			languages: FurtherLanguage[];
			voices: Voice[];
	  }
	| LoadFailure;
export type LoadedCatalogue = { ok: true; catalogue: CatalogueFiles } | LoadFailure;

/**
 * Reads an office file, its catalogue, its further languages and the clips of its voice. Every fault in the office file is said at once, a file that cannot be read or is no JSON being
 * one as well; the faults of the catalogue come when the office file has none, then those of languages, then those of clips.
 */
export function loadSettings(officeFile: string): LoadedSettings {
	const read = readJson(officeFile);
	if (!read.ok) return { ok: false, file: officeFile, faults: read.faults };
	const catalogue = loadCatalogue(catalogueFolder(officeFile, read.value));
	const checked = readOffice(
		officeFile,
		read.value,
		catalogue.ok ? catalogue.catalogue : undefined,
	);
	if (!checked.ok) return { ok: false, file: officeFile, faults: checked.faults };
	if (!catalogue.ok) return catalogue;
	const { languages } = checked.value;
	const further = loadLanguages(languageFolder(officeFile, read.value), languages);
	if (!further.ok) return further;
	const voices = loadVoices(officeFile, checked.value);
	if (!voices.ok) return voices;
	return {
		ok: true,
		office: checked.value,
		file: read.value,
		catalogue: catalogue.catalogue,
		languages: further.languages,
		voices: voices.voices,
	};
}

/**
 * An office out of what stands in an office file, or in an edit of it, with the whole paths of its pictures; every fault is said at once.
 * @param officeFile what paths in it are relative to
 * @param catalogue undefined: one that is wrong itself; nothing is said of what the office names of it
 * @param keptFolder where the hub keeps the pictures of slides that an edit may name; an office file names none of them
 */
export function readOffice(
	officeFile: string,
	value: unknown,
	catalogue: CatalogueFiles | undefined,
	keptFolder?: string,
): Checked<Office, SettingsFault> {
	const checked = checkByRules(Office, value);
	const faults = [
		...(checked.ok ? [] : checked.faults),
		...officeFaults(value, catalogue && nameable(catalogue)),
		...logoFaults(officeFile, value),
		...slideFaults(officeFile, value, keptFolder),
		...voiceFaults(value),
	];
	if (!checked.ok || faults.length > 0) return { ok: false, faults };
	return {
		ok: true,
		value: withSlidePaths(officeFile, withLogoPath(officeFile, checked.value), keptFolder),
	};
}

/** Reads a catalogue's folder: `catalogue.json`, a file for each field it names, `synonyms.json` and, where there is one,
 * `life-events.json`. Says every fault in all of them. */
export function loadCatalogue(folder: string): LoadedCatalogue {
	const head = readAs(CatalogueHead, folder, "catalogue.json");
	const words = readAs(SynonymFile, folder, "synonyms.json");
	const fields = (head.ok ? head.value.fields : []).map((id) =>
		readAs(FieldFile, folder, `${id}.json`),
	);
	const lifeEvents = existsSync(join(folder, "life-events.json"))
		? [readAs(LifeEventFile, folder, "life-events.json")]
		: [];
	const faults = [head, words, ...fields, ...lifeEvents].flatMap((file) =>
		file.ok ? [] : file.faults,
	);
	if (!head.ok || !words.ok || faults.length > 0) return { ok: false, file: folder, faults };
	const [events] = lifeEvents.flatMap((file) => (file.ok ? [file.value] : []));
	const catalogue: CatalogueFiles = {
		head: head.value,
		fields: fields.flatMap((file) => (file.ok ? [file.value] : [])),
		words: words.value,
		...(events && { lifeEvents: events }),
	};
	const broken = catalogueFaults(catalogue);
	return broken.length > 0 ? { ok: false, file: folder, faults: broken } : { ok: true, catalogue };
}

/** The faults as lines for the console: file, path in it, what stands there, what is allowed, and the nearest right name. */
export function describeFaults(file: string, faults: Fault[]): string {
	return faults
		.map(({ path, found, allowed, hint }) => {
			const where = path === "" ? file : `${file}${file.endsWith(".json") ? " " : ""}${path}`;
			const nearest = hint === undefined ? "" : ` (did you mean ${hint}?)`;
			return `${where}: found ${found}; allowed: ${allowed}${nearest}`;
		})
		.join("\n");
}

function catalogueFolder(officeFile: string, office: unknown): string {
	const named =
		typeof office === "object" && office !== null && "catalogue" in office
			? office.catalogue
			: undefined;
	return typeof named === "string" ? resolve(dirname(officeFile), named) : defaultCatalogueFolder();
}

function nameable({ fields }: CatalogueFiles): { fields: string[]; codes: string[] } {
	return {
		fields: fields.map(({ field }) => field.id),
		codes: fields.flatMap(({ procedures }) => procedures.map(({ code }) => code)),
	};
}

function readAs<S extends TSchema>(schema: S, folder: string, name: string) {
	const read = readJson(join(folder, name));
	const checked = read.ok ? check(schema, read.value) : read;
	if (checked.ok) return checked;
	const faults = checked.faults.map((fault) => ({ ...fault, path: `/${name}${fault.path}` }));
	return { ok: false as const, faults };
}
