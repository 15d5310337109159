import { isList, isObject, isSame, type Json, type Path } from "./json.ts";

/** One place in which two offices differ. */
export interface Difference {
	path: Path;
	/** What stood there; undefined where nothing did. */
	before: Json | undefined;
	/** What stands there now; undefined where nothing does. */
	after: Json | undefined;
	/** In a list: which item it is about, as people call it in whichever office has it. */
	of: Json | undefined;
}

/**
 * What is another, place by place: in what has an id, item by item wherever they stand; in lists without, the whole list. Slides may go without: what says the same is
 * the same slide. That items stand in another order is a difference of the list.
 */
export function differencesOf(before: Json | undefined, after: Json | undefined): Difference[] {
	return [...within([], before, after, undefined)];
}

function* within(
	path: Path,
	before: Json | undefined,
	after: Json | undefined,
	of: Json | undefined,
): Generator<Difference> {
	if (isSame(before, after)) return;
	if (isObject(before) && isObject(after) && !isNames(before, after)) {
		for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
			yield* within([...path, key], before[key], after[key], of);
		}
		return;
	}
	const [was, is] =
		path.join("/") === "slides" ? bySlide(before, after) : [byId(before), byId(after)];
	if (!was || !is) {
		yield { path, before, after, of };
		return;
	}
	const ids = [...new Set([...is.keys(), ...was.keys()])];
	for (const id of ids) {
		const item = is.get(id) ?? was.get(id);
		const index = [...(is.has(id) ? is : was).keys()].indexOf(id);
		yield* within([...path, index], was.get(id), is.get(id), of ?? item);
	}
	const inBoth = (list: ReadonlyMap<string, Json>) =>
		[...list.keys()].filter((id) => was.has(id) && is.has(id)).join();
	if (inBoth(was) !== inBoth(is))
		yield {
			path,
			before: [...was.entries()].map(calledBy),
			after: [...is.entries()].map(calledBy),
			of,
		};
}

/** What an item is called in a list of them: its id, or of a slide without one what it says. */
function calledBy([key, item]: [string, Json]): Json {
	if (!isObject(item) || typeof item.id === "string") return key;
	return item.title ?? item.text ?? item.picture ?? key;
}

/** A name in its languages is one thing that one reads. */
function isNames(before: Json, after: Json): boolean {
	return [before, after].every((one) => isObject(one) && typeof one.vi === "string");
}

/** The slides of both, by their ids; those without by what they say, and what then is left of them in its order. */
function bySlide(
	before: Json | undefined,
	after: Json | undefined,
): [ReadonlyMap<string, Json>, ReadonlyMap<string, Json>] {
	const [was, is] = [slidesIn(before), slidesIn(after)];
	const [keysOfWas, keysOfIs] = [was.map(idOf), is.map(idOf)];
	const pair = (fits: (one: Json, other: Json) => boolean) => {
		for (const [at, slide] of is.entries()) {
			if (keysOfIs[at] !== undefined) continue;
			const found = was.findIndex(
				(other, index) => keysOfWas[index] === undefined && fits(slide, other),
			);
			if (found === -1) continue;
			keysOfIs[at] = `slide ${at}`;
			keysOfWas[found] = `slide ${at}`;
		}
	};
	pair(isSame);
	pair(() => true);
	const mapOf = (slides: readonly Json[], keys: readonly (string | undefined)[], rest: string) =>
		new Map(slides.map((slide, at) => [keys[at] ?? `${rest} ${at}`, slide]));
	return [mapOf(was, keysOfWas, "gone"), mapOf(is, keysOfIs, "new")];
}

function slidesIn(value: Json | undefined): readonly Json[] {
	return isList(value) ? value : [];
}

function idOf(item: Json): string | undefined {
	return isObject(item) && typeof item.id === "string" ? item.id : undefined;
}

/** A list of things that have ids, by these; null where it is none. */
function byId(value: Json | undefined): ReadonlyMap<string, Json> | null {
	if (value === undefined) return new Map();
	if (!isList(value)) return null;
	const found = new Map<string, Json>();
	for (const item of value) {
		if (!isObject(item) || typeof item.id !== "string") return null;
		found.set(item.id, item);
	}
	return found;
}
