import { isDeepStrictEqual } from "node:util";
import type { CatalogueFiles } from "../../catalogue/files.ts";
import type { Checked } from "../../config/faults.ts";
import { describeFaults, readOffice } from "../../config/load.ts";
import type { Office } from "../../config/office.ts";
import type { Json, SettingsFault, SettingsFrom } from "../../protocol/settings.ts";
import { DocumentUnavailable, openDocument } from "../documents.ts";
import { idsIn, isRecord, type OfficeJson, takeFileIn } from "./sections.ts";
import { emptySettings, type KeptVersion, SettingsFile, versionsKept } from "./settings-file.ts";
import { createStanding } from "./standing.ts";

/** An office's settings as versions: the office file whenever it has changed, and each edit. */
export interface Settings {
	/** The office as it now stands, whenever something of it is read. */
	readonly office: Office;
	/** The version that is in force. */
	readonly newest: KeptVersion;
	/** The oldest first. */
	readonly versions: readonly KeptVersion[];
	/** Of all services and counters that there ever were. */
	readonly usedIds: { readonly services: readonly string[]; readonly counters: readonly string[] };
	/** An office as a version would have it; everything that is wrong with it is said at once. */
	read(office: OfficeJson): Checked<Office, SettingsFault>;
	/** What it stands for from now on. It is for the caller to keep it as a version. */
	become(office: Office): Office;
	/**
	 * Keeps a version; resolves when that is durable.
	 * @throws {DocumentUnavailable} where it could not be written
	 */
	keep(office: OfficeJson, by: string, from: SettingsFrom): Promise<KeptVersion>;
}

export interface SettingsParts {
	/** `DATA_DIR/settings.json` */
	file: string;
	/** The office file's path, what stands in it, and the office that it says. */
	officeFile: string;
	/** `DATA_DIR/pictures`, which versions may name pictures of. */
	picturesFolder: string;
	inFile: unknown;
	office: Office;
	catalogue: CatalogueFiles;
	now: () => number;
	log: { warn(line: string): void };
}

/**
 * Opens what is kept of the settings and takes the office file in where it has changed since. What was edited stays where it can: an edit that
 * does not go with the file any more is set aside, said in the log and beside the version, and is still among the versions.
 */
export async function openSettings(parts: SettingsParts): Promise<Settings> {
	const { officeFile, picturesFolder, catalogue, now, log } = parts;
	const inFile = recordOf(parts.inFile);
	const kept = await openDocument(parts.file, SettingsFile, emptySettings);
	const read = (office: OfficeJson) => readOffice(officeFile, office, catalogue, picturesFolder);
	/** In force, though it could not be written at the start. */
	let unwritten: KeptVersion | null = null;

	function versionOf(office: OfficeJson, by: string, from: SettingsFrom): KeptVersion {
		const number = (kept.data.versions.at(-1)?.number ?? 0) + 1;
		return { number, at: new Date(now()).toISOString(), by, from, office: { ...office } };
	}

	async function write(version: KeptVersion, file: OfficeJson | null): Promise<void> {
		const { office } = version;
		await kept.update((data) => {
			data.versions = [...data.versions, version].slice(-versionsKept);
			data.usedIds = {
				services: withNew(data.usedIds.services, idsIn(office, "services")),
				counters: withNew(data.usedIds.counters, idsIn(office, "counters")),
			};
			if (file) data.file = { ...file };
		});
		unwritten = null;
	}

	/** An office opens on a disk that is full, too: the file is taken in again at the next start. */
	async function takeIn(office: OfficeJson, from: SettingsFrom): Promise<void> {
		const version = versionOf(office, "hub", from);
		try {
			await write(version, inFile);
		} catch (error) {
			if (!(error instanceof DocumentUnavailable)) throw error;
			log.warn(`the office file was taken in but not kept as a version: ${error.message}`);
			unwritten = version;
		}
	}

	/** The office in force: the file alone the first time and wherever edits do not go with it, else both. */
	async function officeAtStart(): Promise<Office> {
		const newest = kept.data.versions.at(-1);
		const before = kept.data.file;
		if (!newest || !before) {
			await takeIn(inFile, { is: "file", over: [], faults: [] });
			return parts.office;
		}
		const isSame = isDeepStrictEqual(before, inFile);
		const { office, over } = isSame
			? { office: newest.office, over: [] }
			: takeFileIn(before, inFile, newest.office);
		const checked = read(office);
		if (checked.ok) {
			if (isSame) return checked.value;
			if (over.length > 0) {
				log.warn(
					`the office file has changed ${over.join(", ")}: what was edited there is set aside`,
				);
			}
			await takeIn(office, { is: "file", over, faults: [] });
			return checked.value;
		}
		// A version outlives the program that knows the rules of today: it is kept without.
		const faults = checked.faults.map(({ rule: _, ...fault }) => fault);
		log.warn(
			`what was edited on the settings' page does not go with the office file and its catalogue any more, and the office file alone holds:\n${describeFaults(parts.file, faults)}`,
		);
		await takeIn(inFile, { is: "file", over: [], faults });
		return parts.office;
	}

	const standing = createStanding(await officeAtStart());
	return {
		office: standing.now,
		get newest() {
			const newest = unwritten ?? kept.data.versions.at(-1);
			if (!newest) throw new Error("no version of the settings is kept");
			return newest;
		},
		get versions() {
			return kept.data.versions;
		},
		get usedIds() {
			return kept.data.usedIds;
		},
		read,
		become(office) {
			const before = standing.current;
			standing.become(office);
			return before;
		},
		async keep(office, by, from) {
			const version = versionOf(office, by, from);
			await write(version, unwritten && inFile);
			return version;
		},
	};
}

function withNew(known: readonly string[], ids: readonly string[]): string[] {
	return [...new Set([...known, ...ids])];
}

/** JSON as it is written and read: what is undefined is not there. */
function recordOf(value: unknown): OfficeJson {
	const plain: Json = JSON.parse(JSON.stringify(value));
	if (!isRecord(plain)) throw new Error("an office file that was read is an object");
	return plain;
}
