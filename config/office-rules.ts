import type { Fault } from "../protocol/problem.ts";
import type { SettingsFault } from "../protocol/settings.ts";
import { boardFaults, tickerFaults } from "./board-rules.ts";
import { callingFaults } from "./calling-rules.ts";
import {
	at,
	type Row,
	repeated,
	rows,
	textAt,
	texts,
	textsAt,
	twice,
	unknownIn,
} from "./file-rows.ts";
import { nameFaults } from "./name-rules.ts";
import { openingFaults } from "./opening-rules.ts";
import { shown } from "./plain-words.ts";
import { printerFaults } from "./printer-rules.ts";
import { zoneFaults } from "./zone-rules.ts";

/** What an office file may name of its catalogue. */
export interface Nameable {
	fields: string[];
	codes: string[];
}

/**
 * What is wrong with an office file beyond its schema: names given twice, names of nothing, hours that cannot be. It reads a file that
 * does not fit the schema as well, as far as it goes, so that every fault is said at once. Without a catalogue its names are not checked.
 */
export function officeFaults(file: unknown, catalogue: Nameable | undefined): SettingsFault[] {
	const services = rows(file, "services");
	const counters = rows(file, "counters");
	return [
		...["services", "counters", "priorityClasses", "kiosks", "boards", "printers"].flatMap((list) =>
			repeated(rows(file, list), "id"),
		),
		...repeated(services, "prefix"),
		...repeated(counters, "label"),
		...confusable(services),
		...nameFaults(file),
		...ofTheFile(zoneFaults(file)),
		...openingFaults(file),
		...unserved(services, counters),
		...callingFaults(file),
		...counters.flatMap((counter) =>
			unknownIn(textsAt(counter, "services"), texts(services, "id")),
		),
		...boardFaults(file),
		...tickerFaults(file),
		...ofTheFile(printerFaults(file)),
		...ofTheFile(retention(file)),
		...(catalogue ? procedureRules(services, catalogue) : []),
	];
}

function procedureRules(services: Row[], { fields, codes }: Nameable): SettingsFault[] {
	const named = services.flatMap((service) => textsAt(service, "fields"));
	const singled = services.flatMap((service) => textsAt(service, "procedures"));
	const taken = new Set(named.map((entry) => entry.text));
	const leftOut = fields.filter((field) => !taken.has(field));
	return [
		...unknownIn(named, fields),
		...unknownIn(singled, codes),
		...twice(named, "a field that no other service has", (field, by) => ({
			is: "field-taken",
			field,
			by,
		})),
		...twice(singled, "a procedure that no other service has", (code, by) => ({
			is: "procedure-taken",
			code,
			by,
		})),
		...leftOut.map((field) => ({
			path: "/services",
			found: `no service with the field ${shown(field)}`,
			allowed: "services that together have every field of the catalogue",
			rule: { is: "fields-left-out" as const, fields: leftOut },
		})),
	];
}

/** A number of such a service would never be called. A name with a slip of the pen is a fault of the counter alone. */
function unserved(services: Row[], counters: Row[]): SettingsFault[] {
	const known = texts(services, "id");
	const named = counters.flatMap((counter) => textsAt(counter, "services"));
	const meant = unknownIn(named, known).flatMap(({ hint }) => hint ?? []);
	const served = new Set([...named.map(({ text }) => text), ...meant]);
	return services
		.flatMap((service) => textAt(service, "id"))
		.filter(({ text }) => !served.has(text))
		.map(({ path, text }) => ({
			path,
			found: `${shown(text)}, which no counter serves`,
			allowed: "a service that stands in the services of a counter",
			rule: { is: "unserved" },
		}));
}

/** The letters I and O are read as one and zero when they stand before a number. */
function confusable(services: Row[]): SettingsFault[] {
	return services
		.flatMap((service) => textAt(service, "prefix"))
		.filter(({ text }) => text === "I" || text === "O")
		.map(({ path, text }) => ({
			path,
			found: shown(text),
			allowed: "one capital letter, A to Z, without I and O, which look like 1 and 0",
			rule: { is: "letter" },
		}));
}

/** No edit can make or mend them: whoever edits is told so. */
function ofTheFile(faults: Fault[]): SettingsFault[] {
	return faults.map((fault) => ({ ...fault, rule: { is: "office-file-alone" } }));
}

/** A day that is gone has nothing left to take out of it: the two can only be meant the other way round. */
function retention(file: unknown): Fault[] {
	const kept = at(file, "retention");
	const [daysKept, personalDataDays] = [at(kept, "daysKept"), at(kept, "personalDataDays")];
	if (typeof daysKept !== "number" || typeof personalDataDays !== "number") return [];
	if (daysKept >= personalDataDays) return [];
	return [
		{
			path: "/retention/daysKept",
			found: shown(daysKept),
			allowed: `at least personalDataDays, which is ${personalDataDays}`,
		},
	];
}
