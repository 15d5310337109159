import { expect, test } from "vitest";
import { EditableOffice, fixedKeys } from "../config/editable.ts";
import { settingsWords } from "../words/settings.ts";

interface Node {
	properties?: Record<string, Node>;
	items?: Node;
	anyOf?: Node[];
	enum?: string[];
}

/** Every place of the editable office that the page asks for, by its keys, and its choices. */
function* placesOf(node: Node, path: readonly string[]): Generator<[string, readonly string[]]> {
	for (const [key, inner] of Object.entries(node.properties ?? {})) {
		const here = [...path, key];
		if (fixedKeys.some((fixed) => fixed.join() === here.join())) continue;
		// A name in its languages, hours and periods are told alike wherever they stand.
		if (key === "vi" || key === "en" || path.at(-1) === "hours" || path.at(-1) === "periods")
			continue;
		if (path.length === 0 || !("vi" in (node.properties ?? {})))
			yield [here.join("/"), inner.enum ?? []];
		yield* placesOf(inner, here);
	}
	if (node.items) yield* placesOf(node.items, path);
	for (const one of node.anyOf ?? []) yield* placesOf(one, path);
}

const schema: Node = JSON.parse(JSON.stringify(EditableOffice));

test.each(["vi", "en"] as const)(
	"in %s everything that may be edited has a name, and what there is to choose from too",
	(language) => {
		const { places, choices } = settingsWords[language];
		const asked = [...placesOf(schema, [])];
		expect(asked.length).toBeGreaterThan(60);
		expect(Object.keys(places).sort()).toEqual([...new Set(asked.map(([place]) => place))].sort());
		for (const [place, values] of asked) {
			// Signs have words of their own.
			if (values.length === 0 || place === "services/sign") continue;
			expect([place, Object.keys(choices[place] ?? {})]).toEqual([place, values]);
		}
	},
);
