import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Fault } from "../../protocol/problem.ts";
import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import type { Draft, Loaded } from "./draft.ts";
import { faultInWords } from "./fault-words.ts";
import { isList, isObject, type Json, kindOf, type Path, pointerOf, valueAt } from "./json.ts";
import { type Schema, schemaAt } from "./schema.ts";

/** The form that everything below it belongs to. */
export interface Form {
	draft: Draft;
	loaded: Loaded;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
	const form = useContext(FormContext);
	if (!form) throw new Error("there is no form of settings around this");
	return form;
}

/** One place of the office: what stands there, what may, how it is called, and what is wrong with it. */
export interface Place {
	path: Path;
	value: Json | undefined;
	schema: Schema;
	label: string;
	hint: string | undefined;
	/** In a sentence; null where nothing is wrong here. */
	fault: string | null;
	put(value: Json | undefined): void;
}

export function usePlace(path: Path): Place {
	const { draft, loaded } = useForm();
	const words = settingsWords[language.value];
	const schema = schemaAt(loaded.schema, path) ?? {};
	const office = draft.office.value;
	const found = faultAt(draft.faults.value, pointerOf(path), schema);
	return {
		path,
		value: valueAt(office, path),
		schema,
		label: labelOf(path),
		hint: words.hints[kindOf(path)],
		fault: found ? faultInWords(found, path, schema, office, loaded.fields) : null,
		put: (value) => draft.put(path, value),
	};
}

/** Of a list that is one thing to fill in, also what is wrong with one of its items. */
function faultAt(
	faults: ReadonlyMap<string, Fault>,
	pointer: string,
	{ items }: Schema,
): Fault | undefined {
	const isOneThing = items?.type === "string" || items?.enum !== undefined;
	const here = faults.get(pointer);
	if (here || !isOneThing) return here;
	for (const [path, fault] of faults) if (path.startsWith(`${pointer}/`)) return fault;
	return undefined;
}

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

/** How people call one item of a list. */
export function nameOfItem(item: Json | undefined, section: string, index: number): string {
	const words = settingsWords[language.value];
	if (isObject(item)) {
		if (typeof item.label === "string" && item.label !== "") return `${section} ${item.label}`;
		for (const names of [item.name, item.title, item.text, item]) {
			if (!isObject(names)) continue;
			const name = names[language.value] ?? names.vi;
			if (typeof name === "string" && name !== "") return name;
		}
		if (typeof item.date === "string" && item.date !== "") return item.date;
	}
	return `${words.item(section, index + 1)}`;
}

/** The items of a list by their ids and names. */
export function namedItems(
	office: Json,
	section: "services" | "counters" | "slides",
): { id: string; name: string }[] {
	const list = valueAt(office, [section]);
	const label = labelOf([section]);
	return (isList(list) ? list : []).flatMap((item, index) =>
		isObject(item) && typeof item.id === "string"
			? [{ id: item.id, name: nameOfItem(item, label, index) }]
			: [],
	);
}
