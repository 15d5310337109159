import type { CatalogueFiles, SynonymFile } from "../catalogue/files.ts";
import { fold } from "../catalogue/fold.ts";
import type { Fault } from "../protocol/problem.ts";
import { under } from "./faults.ts";
import { lifeEventFaults } from "./life-event-rules.ts";
import { shown } from "./plain-words.ts";
import { recordFaults } from "./record-rules.ts";
import { unknownCode } from "./unknown-code.ts";

/** What is wrong with a catalogue beyond the schemas of its files. Paths begin with the file's name. */
export function catalogueFaults({ head, fields, words, lifeEvents }: CatalogueFiles): Fault[] {
	const codes = new Map<string, string>();
	const faults: Fault[] = head.fields.flatMap((id, index) =>
		head.fields.indexOf(id) === index
			? []
			: [
					{
						path: under("/catalogue.json/fields", index),
						found: shown(id),
						allowed: "each field once",
					},
				],
	);
	fields.forEach(({ field, procedures }, index) => {
		const id = head.fields[index] ?? field.id;
		const file = `/${id}.json`;
		if (field.id !== id) {
			faults.push({ path: `${file}/field/id`, found: shown(field.id), allowed: shown(id) });
		}
		procedures.forEach((record, place) => {
			const path = under(`${file}/procedures`, place);
			const before = codes.get(record.code);
			if (before !== undefined) {
				faults.push({
					path: `${path}/code`,
					found: shown(record.code),
					allowed: `a code of its own; ${before} has this one`,
				});
			}
			codes.set(record.code, path);
			faults.push(...feeFaults(path, record), ...recordFaults(path, record));
		});
	});
	return [
		...faults,
		...synonymFaults(words, [...codes.keys()]),
		...lifeEventFaults(lifeEvents, [...codes.keys()], head.fields),
	];
}

/** A status and amounts that say different things would show a citizen the wrong price. */
function feeFaults(
	path: string,
	{ feeStatus, fees }: CatalogueFiles["fields"][number]["procedures"][number],
): Fault[] {
	const due = fees.filter((fee) => !fee.optional && !fee.cap);
	const wrong =
		feeStatus === "fixed" && due.length === 0
			? "a fixed fee needs an amount that is neither optional nor a cap"
			: feeStatus === "free" && due.some((fee) => fee.amountVnd > 0)
				? "what is free has no amount but optional ones"
				: undefined;
	if (wrong === undefined) return [];
	return [{ path: `${path}/feeStatus`, found: shown(feeStatus), allowed: wrong }];
}

function synonymFaults({ synonyms }: SynonymFile, codes: string[]): Fault[] {
	const known = new Set(codes);
	const first = new Map<string, string>();
	return synonyms.flatMap((synonym, index) => {
		const path = under("/synonyms.json/synonyms", index);
		const faults: Fault[] = [];
		if (synonym.means === undefined && synonym.codes === undefined) {
			faults.push({ path, found: shown(synonym), allowed: "an entry with means, codes or both" });
		}
		(synonym.codes ?? []).forEach((code, place) => {
			if (known.has(code)) return;
			faults.push(unknownCode(under(`${path}/codes`, place), code, codes));
		});
		synonym.words.forEach((phrase, place) => {
			const here = under(`${path}/words`, place);
			const folded = fold(phrase);
			const before = first.get(folded);
			if (folded === "") {
				faults.push({
					path: here,
					found: shown(phrase),
					allowed: "a phrase with letters or digits",
				});
			} else if (before !== undefined) {
				faults.push({
					path: here,
					found: shown(phrase),
					allowed: `each phrase once, accents aside; ${before} has this one`,
				});
			}
			first.set(folded, here);
		});
		return faults;
	});
}
