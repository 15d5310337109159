import { describe, expect, it } from "vitest";
import { createVocabulary } from "./vocabulary.ts";

const terms = ["+khaisinh", "+khaitu", "ca", "cam", "can", "cuoc", "khai", "khac", "sinh"].sort();
const vocabulary = createVocabulary(terms);

describe("a vocabulary", () => {
	it("knows each of its terms and no other", () => {
		terms.forEach((term, place) => {
			expect(vocabulary.placeOf(term)).toBe(place);
		});
		for (const term of ["", "c", "camm", "kh", "z", "+"]) {
			expect(vocabulary.placeOf(term)).toBe(-1);
		}
	});

	it("finds what begins with some letters", () => {
		const beginningWith = (letters: string) => {
			const { from, to } = vocabulary.beginningWith(letters);
			return terms.slice(from, to);
		};
		expect(beginningWith("ca")).toEqual(["ca", "cam", "can"]);
		expect(beginningWith("+khai")).toEqual(["+khaisinh", "+khaitu"]);
		expect(beginningWith("x")).toEqual([]);
		expect(beginningWith("~")).toEqual([]);
	});

	it.each([
		["khia", 2, ["khac 2", "khai 2"]],
		["sih", 1, ["sinh 1"]],
		["+khaisih", 2, ["+khaisinh 1"]],
		["cam", 1, ["ca 1", "can 1"]],
		["xyzxyz", 2, []],
	])("finds what is written nearly as %s, within %i", (term, mostEdits, wanted) => {
		const found = vocabulary.near(term, mostEdits);
		expect(found.map(({ place, edits }) => `${terms[place]} ${edits}`).sort()).toEqual(wanted);
	});

	it("finds by shared rows what a table of its own finds for each term", () => {
		for (const term of ["khai", "kha", "cuo", "sinhh", "+khaitt", "aaa"]) {
			for (const mostEdits of [1, 2]) {
				const alone = terms.flatMap((one, place) => {
					const edits = createVocabulary([one]).near(term, mostEdits)[0]?.edits;
					return edits === undefined ? [] : [{ place, edits }];
				});
				expect(vocabulary.near(term, mostEdits)).toEqual(alone);
			}
		}
	});
});
