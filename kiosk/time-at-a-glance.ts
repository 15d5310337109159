import type { ProcedureTimes } from "../protocol/procedures.ts";
import { type ProcedureWords, procedureWords } from "../words/procedures.ts";

/** A sentence and the language it is in: what only the source says, it says in Vietnamese. */
export interface Said {
	text: string;
	language: string;
}

/** How long it takes, in a phrase, and what else there is to know of that. Neither says what the other does. */
export interface TimeAtAGlance {
	lead: Said;
	notes: Said[];
}

/** A text of the source that is no longer than this is a phrase itself. */
const phraseLetters = 32;

/**
 * What an office has promised comes first, with what the law asks for beside it.
 * @param words what is said in `language`
 */
export function timeAtAGlance(
	times: ProcedureTimes,
	language: string,
	words: ProcedureWords,
): TimeAtAGlance {
	const lawful = lawfulTime(times, language, words);
	if (times.committed === undefined) return lawful;
	const { text, language: of } = lawful.lead;
	return {
		lead: { text: words.committed(times.committed), language },
		notes: [{ text: words.statutory(text), language: of }, ...lawful.notes],
	};
}

function lawfulTime(times: ProcedureTimes, language: string, words: ProcedureWords): TimeAtAGlance {
	if (times.sameDay) return { lead: { text: words.withinTheDay, language }, notes: [] };
	const text = times.text.replace(/\.$/, "");
	const source: Said = { text, language: "vi" };
	const plain = plainTime(times, words);
	if (plain === null) return { lead: source, notes: [] };
	const lead: Said = { text: plain, language };
	const same = plainTime(times, procedureWords.vi) ?? "";
	if (text === same) return { lead, notes: [] };
	if (text.startsWith(same)) {
		const rest = text.slice(same.length);
		// "(dài hơn nếu phải xác minh)" without its brackets; a bracket that opens later keeps its end.
		const bare = /^\s*\(([^()]*)\)$/.exec(rest)?.[1] ?? rest.replace(/^[\s;,]+/, "");
		return { lead, notes: [{ text: capitalised(bare), language: "vi" }] };
	}
	if (language === "vi" && text.length <= phraseLetters) return { lead: source, notes: [] };
	return { lead, notes: [source] };
}

/** The time as one number with its unit; null where the record has none. */
function plainTime(
	{ workingDays, calendarDays, hours }: ProcedureTimes,
	{ time }: Pick<ProcedureWords, "time">,
): string | null {
	if (workingDays !== null && workingDays > 0) return time(workingDays, "working-day");
	if (calendarDays !== null && calendarDays > 0) return time(calendarDays, "day");
	if (hours !== null && hours > 0) return time(hours, "hour");
	return null;
}

function capitalised(text: string): string {
	return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
