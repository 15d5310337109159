import type { SettingsFault } from "../protocol/settings.ts";
import { under, unknownName } from "./faults.ts";
import { at } from "./file-rows.ts";

/** Names in a language that the office does not speak: nobody would ever read them, so that the code is most likely a slip. */
export function nameFaults(file: unknown): SettingsFault[] {
	const spoken = at(file, "languages");
	if (!Array.isArray(spoken)) return [];
	const codes = spoken.filter((code) => typeof code === "string");
	return namesIn(file, "").flatMap(({ path, codes: named }) =>
		named
			.filter((code) => code !== "vi" && code !== "en" && !codes.includes(code))
			.map((code) => ({
				...unknownName(under(path, code), code, codes),
				rule: { is: "unknown-language" as const, code },
			})),
	);
}

/** Every name in the file, by its place, and the languages it has. */
function namesIn(value: unknown, path: string): { path: string; codes: string[] }[] {
	if (typeof value !== "object" || value === null) return [];
	const entries = Object.entries(value);
	if (!Array.isArray(value) && "vi" in value && "en" in value) {
		return [{ path, codes: entries.map(([code]) => code).filter((code) => isCode.test(code)) }];
	}
	return entries.flatMap(([key, one]) => namesIn(one, under(path, key)));
}

/** What is no code at all is a fault of the schema. */
const isCode = /^[a-z]{2,3}$/;
