import type { Office } from "../../config/office.ts";
import type { Language } from "../../protocol/office.ts";

/** What is needed to tell an office's day to people: their language, the office's clock and the names of things. */
export interface ToldOffice {
	language: Language;
	timeZone: string;
	/** `08:05:03` on the office's clock; `at` is ISO 8601. */
	time(at: string): string;
	/** `2026-11-21 08:05:03` on the office's clock, as spreadsheets read it. */
	dateTime(at: string): string;
	/** A service's name, or its id where the office has it no more. */
	service(id: string): string;
	/** A priority class's name, or its id where the office has it no more. */
	priorityClass(id: string): string;
	/** What an account's holder is called, or the account's name where nobody knows. */
	person(username: string): string;
}

export function toldOffice(
	{
		timeZone,
		services,
		priorityClasses,
	}: Pick<Office, "timeZone" | "services" | "priorityClasses">,
	language: Language,
	nameOf: (username: string) => string | undefined = () => undefined,
): ToldOffice {
	// Sweden writes a date and a time as 2026-11-21 08:05:03.
	const clock = new Intl.DateTimeFormat("sv-SE", {
		timeZone,
		dateStyle: "short",
		timeStyle: "medium",
	});
	const nameIn = (list: { id: string; name: Record<Language, string> }[], id: string) =>
		list.find((one) => one.id === id)?.name[language] ?? id;
	const dateTime = (at: string) => clock.format(new Date(at));
	return {
		language,
		timeZone,
		dateTime,
		time: (at) => dateTime(at).slice("2026-11-21 ".length),
		service: (id) => nameIn(services, id),
		priorityClass: (id) => nameIn(priorityClasses, id),
		person: (username) => nameOf(username) ?? username,
	};
}
