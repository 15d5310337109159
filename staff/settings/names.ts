import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { isList, isObject, type Json, kindOf, type Path, valueAt } from "./json.ts";
import { dayInWords } from "./typed-day.ts";

/** What a place is called; of a name in a language, that language. */
export function labelOf(path: Path): string {
	const words = settingsWords[language.value];
	const last = path.at(-1);
	if (last === "vi" || last === "en") return words[last];
	const labels: Record<string, string> = words.places;
	// A service's own hours are told as the office's are.
	const day = Object.entries(words.weekdays).find(([key]) => key === last)?.[1];
	return labels[kindOf(path)] ?? day ?? hourWords(last) ?? String(last);
}

function hourWords(key: string | number | undefined): string | undefined {
	const { from, to, ticketsFrom, ticketsTo } = settingsWords[language.value].hours;
	return Object.entries({ from, to, ticketsFrom, ticketsTo }).find(([name]) => name === key)?.[1];
}

/**
 * How people call one item of a list.
 * @param list the last step of the list's path, as in `quietHours`
 */
export function nameOfItem(item: Json | undefined, list: string, index: number): string {
	const items: Record<string, string> = settingsWords[language.value].items;
	const one = items[list] ?? labelOf([list]);
	if (isObject(item)) {
		if (typeof item.label === "string" && item.label !== "") return `${one} ${item.label}`;
		for (const names of [item.name, item.title, item.text, item]) {
			if (!isObject(names)) continue;
			const name = names[language.value] ?? names.vi;
			if (typeof name === "string" && name !== "") return name;
		}
		if (typeof item.date === "string" && item.date !== "") return dayInWords(item.date);
	}
	return `${one} ${index + 1}`;
}

/** The items of a list by their ids and names. */
export function namedItems(
	office: Json,
	section: "services" | "counters" | "slides",
): { id: string; name: string }[] {
	const list = valueAt(office, [section]);
	return (isList(list) ? list : []).flatMap((item, index) =>
		isObject(item) && typeof item.id === "string"
			? [{ id: item.id, name: nameOfItem(item, section, index) }]
			: [],
	);
}
