import { expect, it } from "vitest";
import { loadSettings } from "../../config/load.ts";
import { defaultOfficeFile } from "../../config/places.ts";
import { officePaper } from "./office-paper.ts";

const settings = loadSettings(defaultOfficeFile());
if (!settings.ok) throw new Error("the sample office has faults");
const { office } = settings;

it.each([
	["qaa", ["vi", "en", "qaa"], "vi", ["vi", "en"]],
	["qaa", ["qaa"], "vi", ["vi"]],
	["en", ["qaa", "en"], "en", ["vi", "en"]],
	["en", ["en"], "en", ["en"]],
] as const)(
	"a number taken in %s in an office of %j is printed in %s, of %j",
	(language, spoken, printed, all) => {
		const paper = officePaper({ ...office, languages: [...spoken] }, language);
		expect([paper.language, paper.languages]).toEqual([printed, all]);
	},
);
