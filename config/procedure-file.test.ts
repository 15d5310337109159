import { expect, test } from "vitest";
import { createCatalogue } from "../catalogue/catalogue.ts";
import { readProcedureFile, writeProcedureFile } from "../catalogue/procedure-file.ts";
import { loadSettings } from "./load.ts";
import { defaultOfficeFile } from "./places.ts";

const settings = loadSettings(defaultOfficeFile());
if (!settings.ok) throw new Error("the sample office does not load");
const { procedures, resolvedEvents } = createCatalogue(
	settings.catalogue,
	settings.office.services,
);
const bytes = writeProcedureFile(procedures, resolvedEvents);

test("every procedure of the sample is read as it was written, and so are the events of life", () => {
	const { at, events } = readProcedureFile(bytes);
	expect(procedures.length).toBeGreaterThan(180);
	expect(procedures.map((_, place) => at(place))).toEqual(procedures);
	expect(events).toEqual(resolvedEvents);
});

test("a place that is none has no procedure", () => {
	const { at } = readProcedureFile(bytes);
	expect(at(-1)).toBeUndefined();
	expect(at(procedures.length)).toBeUndefined();
	expect(readProcedureFile(writeProcedureFile([], [])).at(0)).toBeUndefined();
});

test("what several procedures have in common stands there once", () => {
	const twice = writeProcedureFile([...procedures, ...procedures], resolvedEvents);
	expect(twice.length).toBeLessThan(1.05 * bytes.length);
});

test("is refused in a form that is not known", () => {
	const other = bytes.slice();
	const text = new TextDecoder().decode(other.subarray(0, 20));
	other[4 + text.slice(4).indexOf("1")] = "9".charCodeAt(0);
	expect(() => readProcedureFile(other)).toThrow("form 9");
});
