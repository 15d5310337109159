import type { ArrowWay, Language, Names, OfficeSlide, OfficeView } from "../../protocol/office.ts";
import { type BoardWords, displayWords } from "../../words/display.ts";
import { inLanguage } from "../../words/language.ts";

/** How a board is set up in the office file: what it is for and how it speaks. */
export interface Setup {
	/** The counters it is for; null for all of them. */
	counters: ReadonlySet<string> | null;
	/** The services that one goes there for; null for all of them. */
	services: ReadonlySet<string> | null;
	/** What everything is said in, and the second language beside it, where there is one. */
	language: Language;
	second: Language | null;
	arrows: Readonly<Record<string, ArrowWay>>;
	slides: readonly OfficeSlide[];
	ticker: readonly Names[];
	/** Whether calls are heard here. */
	sound: boolean;
}

/**
 * @param office null as long as the hub has not told it
 * @param place the board's own id; one that the office file does not have is for the whole hall
 */
export function setupOf(office: OfficeView | null, place: string): Setup {
	const board = office?.boards.find(({ id }) => id === place);
	const counters = board?.counters ? new Set(board.counters) : null;
	const [language = "vi", second = null] = board?.languages ?? ["vi", "en"];
	const services = office?.counters
		.filter(({ id }) => counters?.has(id))
		.flatMap((counter) => counter.services);
	return {
		counters,
		services: counters === null ? null : new Set(services),
		language,
		second,
		arrows: board?.arrows ?? {},
		slides: slidesOf(office?.slides ?? [], board?.slides ?? true),
		ticker: office?.ticker ?? [],
		sound: board?.sound ?? true,
	};
}

function slidesOf(slides: readonly OfficeSlide[], shown: boolean | readonly string[]) {
	if (typeof shown === "boolean") return shown ? slides : [];
	return slides.filter(({ id }) => id !== undefined && shown.includes(id));
}

/** What a board says, in its own language and, where it has a second one, in that. */
export interface Said {
	words: BoardWords;
	second: { language: Language; words: BoardWords } | null;
	language: Language;
	/** A name of the office's own, in the board's language. */
	name(names: Names): string;
}

export function saidBy({ language, second }: Pick<Setup, "language" | "second">): Said {
	return {
		words: displayWords[language].board,
		second: second === null ? null : { language: second, words: displayWords[second].board },
		language,
		name: (names) => inLanguage(names, language),
	};
}
