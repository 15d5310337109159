import type { Language } from "../protocol/office.ts";
import type { SettingsRule } from "../protocol/settings-rules.ts";
import { settingsFaults as en } from "./en/settings-faults.ts";
import { settingsFaults as vi } from "./vi/settings-faults.ts";

/** What a fault names, as people call it. */
export interface FaultNames {
	/** A field of the catalogue, by its id. */
	field(id: string): string;
	counter(id: string): string;
	/** The service, counter, class or board that a place belongs to: `/services/0/prefix`. */
	owner(place: string): string;
	/** `2026-09-02`, as people write it. */
	day(date: string): string;
}

/** A sentence for every rule that an edit of the settings can break. */
export type FaultWords = {
	[Is in SettingsRule["is"]]: (about: SettingsRule<Is>, names: FaultNames) => string;
};

const faultWords: Record<Language, FaultWords> = { vi, en };

/** What is wrong, and with it what is right, for whoever fills it in. */
export function faultInWords<Is extends SettingsRule["is"]>(
	rule: SettingsRule<Is>,
	names: FaultNames,
	language: Language,
): string {
	const words: FaultWords = faultWords[language];
	return words[rule.is](rule, names);
}
