import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { SettingsFault } from "../../protocol/settings.ts";
import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { type Draft, type Faults, faultsIn, type Loaded } from "./draft.ts";
import { sentencesOf } from "./fault-words.ts";
import { type Json, kindOf, type Path, pointerOf, valueAt } from "./json.ts";
import { labelOf } from "./names.ts";
import { type Schema, schemaAt } from "./schema.ts";

/** The form that everything below it belongs to. */
export interface Form {
	draft: Draft;
	loaded: Loaded;
	/** Of a thing that was just added and that somebody still fills in: what is missing there is not told as wrong yet. */
	isFresh?: boolean;
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
	const { draft, loaded, isFresh = false } = useForm();
	const words = settingsWords[language.value];
	const schema = schemaAt(loaded.schema, path) ?? {};
	const office = draft.office.value;
	const found = faultsAt(draft.faults.value, pointerOf(path), schema);
	return {
		path,
		value: valueAt(office, path),
		schema,
		label: labelOf(path),
		hint: words.hints[kindOf(path)],
		fault: isFresh ? null : sentencesOf(found, office, loaded.fields),
		put: (value) => draft.put(path, value),
	};
}

/** Whether something is wrong at a place, or in it. */
export function useIsWrong(path: Path): boolean {
	const { draft, isFresh = false } = useForm();
	return !isFresh && faultsIn(draft.faults.value, pointerOf(path)).length > 0;
}

/** Of a list that is one thing to fill in, also what is wrong with its items. */
function faultsAt(
	faults: Faults,
	pointer: string,
	{ items, anyOf }: Schema,
): readonly SettingsFault[] {
	const item = items ?? anyOf?.find((one) => one.items)?.items;
	const isOneThing = item?.type === "string" || item?.enum !== undefined;
	return isOneThing ? faultsIn(faults, pointer) : (faults.get(pointer) ?? []);
}
