import type { Said } from "../../protocol/languages.ts";
import type { Sayable } from "./dictionary.ts";
import { written } from "./fill.ts";
import type { Place } from "./places.ts";

/**
 * How a sentence is said in Vietnamese, with its places named: `Đang chờ: {people} người`. What the dictionary says otherwise for none or for
 * one is a form of its own. Whoever translates it has this before them.
 */
export function modelOf({ places, vi }: Sayable): Said {
	if (typeof vi !== "function") return vi;
	const model = (first: number) => {
		const values = valuesFor(places, first);
		return named(String(vi(...values)), places, values);
	};
	const other = model(many);
	if (!counts(places)) return other;
	const forms = { zero: model(0), one: model(1) };
	const zero = forms.zero === other ? {} : { zero: forms.zero };
	const one = forms.one === other ? {} : { one: forms.one };
	const said = { ...zero, ...one, other };
	return Object.keys(said).length === 1 ? other : said;
}

/** Whether a sentence may be said otherwise for none and for one. */
export function counts(places: readonly Place[]): boolean {
	return places.some(({ is }) => is !== "text");
}

/** Values that stand nowhere else in the sentences, so that they are found again in what is said with them. */
const many = 7_777;

function valuesFor(places: readonly Place[], first: number): (string | number)[] {
	const chooses = places.findIndex(({ is }) => is !== "text");
	return places.map(({ is, name }, at) =>
		is === "text" ? `{${name}}` : at === chooses ? first : many + at,
	);
}

/** Puts each number's place where the number stands; what the dictionary writes without groups, as minutes, too. */
function named(
	said: string,
	places: readonly Place[],
	values: readonly (string | number)[],
): string {
	return places.reduce((sentence, place, at) => {
		const value = values[at];
		if (value === undefined || typeof value === "string") return sentence;
		const [grouped, plain] = [written(place, value), String(value)];
		return sentence.includes(grouped)
			? sentence.replace(grouped, `{${place.name}}`)
			: sentence.replace(plain, `{${place.name}}`);
	}, said);
}
