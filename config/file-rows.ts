import type { SettingsFault } from "../protocol/settings.ts";
import type { SettingsRule } from "../protocol/settings-rules.ts";
import { under, unknownName } from "./faults.ts";
import { shown } from "./plain-words.ts";

/** Something in a file that may not fit its schema, and where it stands. */
export interface Row {
	path: string;
	value: unknown;
}

export interface Entry {
	path: string;
	text: string;
}

export function rows(parent: unknown, key: string, path = ""): Row[] {
	const list = at(parent, key);
	if (!Array.isArray(list)) return [];
	return list.map((value: unknown, index) => ({ path: under(under(path, key), index), value }));
}

export function texts(list: Row[], key: string): string[] {
	return list.flatMap((row) => textAt(row, key)).map((entry) => entry.text);
}

export function textAt(row: Row, key: string): Entry[] {
	const text = at(row.value, key);
	return typeof text === "string" ? [{ path: under(row.path, key), text }] : [];
}

export function textsAt(row: Row, key: string): Entry[] {
	return rows(row.value, key, row.path).flatMap(({ path, value }) =>
		typeof value === "string" ? [{ path, text: value }] : [],
	);
}

export function at(value: unknown, key: string): unknown {
	if (typeof value !== "object" || value === null) return undefined;
	return Object.entries(value).find(([name]) => name === key)?.[1];
}

export function repeated(list: Row[], key: string): SettingsFault[] {
	return twice(
		list.flatMap((row) => textAt(row, key)),
		`a different ${key}`,
	);
}

/** @param rule by what stands there and where it stood before */
export function twice(
	entries: Entry[],
	allowed: string,
	rule: (value: string, by: string) => SettingsRule = (value, by) => ({ is: "taken", value, by }),
): SettingsFault[] {
	const first = new Map<string, string>();
	return entries.flatMap(({ path, text }) => {
		const before = first.get(text);
		if (before === undefined) {
			first.set(text, path);
			return [];
		}
		return [
			{
				path,
				found: shown(text),
				allowed: `${allowed}; ${before} has this one`,
				rule: rule(text, before),
			},
		];
	});
}

export function unknownIn(entries: Entry[], known: string[]): SettingsFault[] {
	const names = new Set(known);
	return entries.flatMap(({ path, text }) =>
		names.has(text)
			? []
			: [{ ...unknownName(path, text, known), rule: { is: "unknown-name", name: text } }],
	);
}
