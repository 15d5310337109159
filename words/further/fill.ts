import type { Said } from "../../protocol/languages.ts";
import { count, money } from "../numbers.ts";
import type { Place } from "./places.ts";

/**
 * The sentence with its values in their places, numbers as they are written in Vietnamese. Where it is said in several ways, the first value
 * that is a number chooses: `zero` for 0 and `one` for 1, if they are there, and `other` for everything else.
 */
export function fill(
	said: Said,
	places: readonly Place[],
	values: readonly (string | number)[],
): string {
	return formFor(said, values).replace(placePattern, (whole, name: string) => {
		const at = places.findIndex((place) => place.name === name);
		const [place, value] = [places[at], values[at]];
		return place === undefined || value === undefined ? whole : written(place, value);
	});
}

/** A place in a sentence, with its name in the first group. */
export const placePattern = /\{([^{}]*)\}/g;

/** A value as it stands in a sentence. */
export function written({ is }: Place, value: string | number): string {
	if (typeof value === "string" || is === "text") return String(value);
	return is === "money" ? money(value, "vi") : count(value, "vi");
}

function formFor(said: Said, values: readonly (string | number)[]): string {
	if (typeof said === "string") return said;
	const counted = values.find((value) => typeof value === "number");
	if (counted === 0) return said.zero ?? said.other;
	if (counted === 1) return said.one ?? said.other;
	return said.other;
}
