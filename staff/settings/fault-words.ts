import type { SettingsFault } from "../../protocol/settings.ts";
import { language } from "../../ui/language.ts";
import { type FaultNames, faultInWords } from "../../words/settings-faults.ts";
import type { Loaded } from "./draft.ts";
import { type Json, valueAt } from "./json.ts";
import { namedItems, nameOfItem } from "./names.ts";
import { dayInWords } from "./typed-day.ts";

/**
 * What is wrong, as whoever fills it in reads it; null where nothing is.
 * @param office as it is edited
 */
export function sentencesOf(
	faults: readonly SettingsFault[],
	office: Json,
	fields: Loaded["fields"],
): string | null {
	const names = namesIn(office, fields);
	const sentences = faults.map(({ rule }) => faultInWords(rule, names, language.value));
	return sentences.length === 0 ? null : [...new Set(sentences)].join(" ");
}

function namesIn(office: Json, fields: Loaded["fields"]): FaultNames {
	return {
		field(id) {
			const field = fields.find((one) => one.id === id);
			return (language.value === "en" ? field?.nameEn : field?.name) ?? id;
		},
		counter: (id) => namedItems(office, "counters").find((one) => one.id === id)?.name ?? id,
		owner(place) {
			const [, section = "", index = ""] = place.split("/");
			const item = valueAt(office, [section, Number(index)]);
			return nameOfItem(item, section, Number(index));
		},
		day: dayInWords,
	};
}
