import type { Json, JsonObject } from "../../protocol/settings.ts";

export type { Json, JsonObject };

/** Where something stands, step by step: a key, or an index from 0. */
export type Path = readonly (string | number)[];

export function isObject(value: Json | undefined): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
	return Array.isArray(value);
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: Json | undefined, path: Path): Json | undefined {
	let at = value;
	for (const step of path) {
		if (isList(at) && typeof step === "number") at = at[step];
		else if (isObject(at)) at = at[String(step)];
		else return undefined;
	}
	return at;
}

/** The text of an item under a key; empty where there is none. */
export function textIn(item: Json, key: string): string {
	const text = valueAt(item, [key]);
	return typeof text === "string" ? text : "";
}

/** The ids of what a section lists. */
export function idsIn(office: Json, section: string): string[] {
	const list = valueAt(office, [section]);
	return (isList(list) ? list : []).map((item) => textIn(item, "id"));
}

/** The same with something else at a path, and what led there made where it was not; undefined takes a key or an item away. */
export function withValueAt(value: Json | undefined, path: Path, next: Json | undefined): Json {
	const [step, ...rest] = path;
	if (step === undefined) return next ?? null;
	const inner = rest.length === 0 ? next : withValueAt(valueAt(value, [step]), rest, next);
	if (typeof step === "number") {
		const list = isList(value) ? value : [];
		if (inner === undefined) return list.filter((_, index) => index !== step);
		return step < list.length
			? list.map((one, index) => (index === step ? inner : one))
			: [...list, inner];
	}
	const { [step]: _, ...others } = isObject(value) ? value : {};
	if (inner === undefined) return others;
	// Keys stay where they are: what is compared as text is the same.
	return isObject(value) && step in value
		? Object.fromEntries(
				Object.entries(value).map(([key, was]) => [key, key === step ? inner : was]),
			)
		: { ...others, [step]: inner };
}

/** A list with one item a place further up (-1) or down (1); the same where there is none. */
export function moved(list: readonly Json[], index: number, by: -1 | 1): readonly Json[] {
	const [one, other] = [list[index], list[index + by]];
	if (one === undefined || other === undefined) return list;
	return list.map((item, at) => (at === index ? other : at === index + by ? one : item));
}

export function isSame(one: Json | undefined, other: Json | undefined): boolean {
	if (isList(one) && isList(other)) {
		return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
	}
	if (isObject(one) && isObject(other)) {
		const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
		return [...keys].every((key) => isSame(one[key], other[key]));
	}
	return one === other;
}

/** A path as faults name it, a JSON pointer. */
export function pointerOf(path: Path): string {
	return path
		.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
		.join("");
}

/** Where words for it are found: the keys without the indexes, as `services/prefix`. */
export function kindOf(path: Path): string {
	return path.filter((step) => typeof step === "string").join("/");
}
