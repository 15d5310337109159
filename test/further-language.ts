import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { languageForm } from "../config/language-form.ts";
import type { Said } from "../protocol/languages.ts";
import { sampleOfficeWith } from "./sample-office.ts";

/** A code that ISO 639 leaves to whoever needs one: nobody speaks it. */
export const testLanguage = { code: "qaa", name: "Ngôn ngữ thử" };

/**
 * The sample office with a language more, in which a sentence is what `say` makes of its Vietnamese; null leaves it untranslated.
 * @param languages what the office speaks
 */
export async function officeSpeaking(
	languages: string[],
	say: (vi: string, path: string) => string | null,
): Promise<string> {
	const office = await sampleOfficeWith(() => ({ languages }));
	const folder = join(dirname(office), "languages");
	await mkdir(folder);
	const { file } = languageForm(testLanguage.code, testLanguage.name, undefined);
	for (const [path, entry] of Object.entries(file.sentences)) {
		if (entry.vi !== undefined) entry.say = saidOf(entry.vi, (vi) => say(vi, path) ?? "");
	}
	await writeFile(join(folder, `${testLanguage.code}.json`), JSON.stringify(file));
	return office;
}

/** In brackets, so that it is seen where it is said. */
export const bracketed = (vi: string) => `[${vi}]`;

/** Longer by two fifths, as a translation may well be, in words that can be broken between. */
export function lengthened(vi: string): string {
	const words = vi.split(" ");
	const more = words.slice(0, Math.ceil(words.length * 0.4));
	return `${vi} ${more.map((word) => word.replace(/[{}]/g, "")).join(" ")}`;
}

function saidOf(vi: Said, say: (text: string) => string): Said {
	if (typeof vi === "string") return say(vi);
	const { zero, one, other } = vi;
	return {
		...(zero !== undefined && { zero: say(zero) }),
		...(one !== undefined && { one: say(one) }),
		other: say(other),
	};
}
