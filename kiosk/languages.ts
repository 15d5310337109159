import { computed, effect } from "@preact/signals";
import type { FurtherLanguage } from "../protocol/languages.ts";
import { api } from "../ui/api.ts";
import { languageNames } from "../words/language.ts";
import { office } from "./office.ts";
import { state, takeWords } from "./store.ts";

export interface SpokenLanguage {
	code: string;
	/** What it is called in itself. */
	name: string;
}

/** What the office speaks, its own language first; none before the hub's first answer. */
export const languages = computed<SpokenLanguage[]>(() => {
	const { languages: codes, furtherLanguages } = office.value ?? {
		languages: [],
		furtherLanguages: [],
	};
	const names = new Map(Object.entries(languageNames));
	for (const { code, name } of furtherLanguages) names.set(code, name);
	return codes.map((code) => ({ code, name: names.get(code) ?? code }));
});

/**
 * Fetches what the office's further languages say before anybody chooses one, and anew when the hub says it is another.
 * What could not be fetched is asked for again with the office's next word, and when somebody chooses it.
 */
export function followLanguages(): void {
	const chosen = computed(() => state.value.language);
	effect(() => {
		void chosen.value;
		for (const told of office.value?.furtherLanguages ?? []) void fetchLanguage(told);
	});
}

/** The versions that are here or on their way. */
const versions = new Map<string, string>();

async function fetchLanguage({
	code,
	version,
}: Pick<FurtherLanguage, "code" | "version">): Promise<void> {
	if (versions.get(code) === version) return;
	versions.set(code, version);
	const [told, dictionary] = await Promise.all([
		api<FurtherLanguage>("GET", `/api/languages/${code}`),
		import("../words/further/dictionary.ts").catch(() => null),
	]);
	if (told.ok && dictionary !== null) {
		takeWords(code, dictionary.furtherWords(told.value.sentences));
	} else if (versions.get(code) === version) versions.delete(code);
}
