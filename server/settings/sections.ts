import { isDeepStrictEqual } from "node:util";
import { type EditableSection, editableSections, fixedKeys } from "../../config/editable.ts";
import { under } from "../../config/faults.ts";
import type { Json, JsonObject, SettingsFault } from "../../protocol/settings.ts";

/** An office as it stands in a file or in a version: its form is checked elsewhere. */
export type OfficeJson = JsonObject;

/** The sections that may be edited, out of a whole office. */
export function editableOf(office: OfficeJson): OfficeJson {
	return Object.fromEntries(
		editableSections.flatMap((section) =>
			office[section] === undefined ? [] : [[section, office[section]] as const],
		),
	);
}

/** An office with other sections; one that an edit leaves out is gone. */
export function withSections(office: OfficeJson, edited: OfficeJson): OfficeJson {
	const rest = Object.entries(office).filter(([key]) => !isEditable(key));
	return { ...Object.fromEntries(rest), ...editableOf(edited) };
}

/** The sections in which two offices differ. */
export function changedSections(one: OfficeJson, other: OfficeJson): EditableSection[] {
	return editableSections.filter((section) => !isDeepStrictEqual(one[section], other[section]));
}

/**
 * An office file that has changed, with the edits that were made since it was last taken in: a section that the file has not changed stays as it was
 * edited, one that it has changed is the file's.
 * @param before the file as it was taken in last
 * @param file as it is now
 * @param newest the version that is in force
 * @returns the sections that were edited and are the file's again as `over`
 */
export function takeFileIn(
	before: OfficeJson,
	file: OfficeJson,
	newest: OfficeJson,
): { office: OfficeJson; over: EditableSection[] } {
	const edited = changedSections(before, newest);
	const ofFile = new Set(changedSections(before, file));
	const kept = edited.filter((section) => !ofFile.has(section));
	const office: Record<string, Json> = { ...file };
	for (const section of kept) {
		if (newest[section] === undefined) delete office[section];
		else office[section] = newest[section];
	}
	return { office, over: edited.filter((section) => ofFile.has(section)) };
}

/** What an edit may not change: it is not for a page to say, or names files that lie beside the office file. */
export function fixedFaults(before: OfficeJson, edited: OfficeJson): SettingsFault[] {
	const others = Object.keys(edited).filter((key) => !isEditable(key));
	const elsewhere = others.map((key) => ({
		path: under("", key),
		found: `a section ${JSON.stringify(key)}`,
		allowed: `one of ${editableSections.join(", ")}; the rest stands in the office file`,
		rule: { is: "office-file-alone" as const },
	}));
	const fixed = fixedKeys.flatMap(([section, key]) => {
		const [was, is] = [before, edited].map((office) => textIn(office[section], key));
		if (was === is) return [];
		const path = under(under("", section), key);
		const allowed = `${was === undefined ? "nothing" : JSON.stringify(was)}: files are named in the office file`;
		const rule = { is: "office-file-alone" } as const;
		return [{ path, found: is === undefined ? "nothing" : JSON.stringify(is), allowed, rule }];
	});
	return [...elsewhere, ...fixed];
}

/** What an earlier version says, with the files that are named now. */
export function withFixed(office: OfficeJson, earlier: OfficeJson): OfficeJson {
	const sections: Record<string, Json> = { ...earlier };
	for (const [section, key] of fixedKeys) {
		const { [key]: _, ...rest } = recordIn(sections[section]);
		const now = recordIn(office[section])[key];
		const kept = now === undefined ? rest : { ...rest, [key]: now };
		if (Object.keys(kept).length > 0) sections[section] = kept;
		else delete sections[section];
	}
	return sections;
}

function recordIn(value: Json | undefined): JsonObject {
	return isRecord(value) ? value : {};
}

export function isRecord(value: Json | undefined): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The pictures that slides of an office name. */
export function picturesOf(office: OfficeJson): string[] {
	const { slides } = office;
	if (!Array.isArray(slides)) return [];
	return slides.flatMap((slide: unknown) => textIn(slide, "picture") ?? []);
}

/** The ids of what a section lists. */
export function idsIn(office: OfficeJson, section: "services" | "counters"): string[] {
	const list = office[section];
	if (!Array.isArray(list)) return [];
	return list.flatMap((one: unknown) => textIn(one, "id") ?? []);
}

function isEditable(key: string): boolean {
	return editableSections.some((section) => section === key);
}

function textIn(value: unknown, key: string): string | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	const found: unknown = Reflect.get(value, key);
	return typeof found === "string" ? found : undefined;
}
