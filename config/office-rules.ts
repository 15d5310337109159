import { TimeOfDay, weekdays } from "../protocol/office.ts";
import type { Fault } from "../protocol/problem.ts";
import { check, under, unknownName } from "./faults.ts";
import { nearest } from "./nearest.ts";
import { shown } from "./plain-words.ts";

/** What an office file may name of its catalogue. */
export interface Nameable {
	fields: string[];
	codes: string[];
}

/**
 * What is wrong with an office file beyond its schema: names given twice, names of nothing, hours that cannot be. It reads a file that
 * does not fit the schema as well, as far as it goes, so that every fault is said at once. Without a catalogue its names are not checked.
 */
export function officeFaults(file: unknown, catalogue: Nameable | undefined): Fault[] {
	const services = rows(file, "services");
	const counters = rows(file, "counters");
	const kiosks = rows(file, "kiosks");
	const printers = rows(file, "printers");
	return [
		...["services", "counters", "priorityClasses", "kiosks", "printers"].flatMap((list) =>
			repeated(rows(file, list), "id"),
		),
		...repeated(services, "prefix"),
		...repeated(counters, "label"),
		...confusable(services),
		...zone(file),
		...hours(file),
		...counters.flatMap((counter) =>
			unknownIn(textsAt(counter, "services"), texts(services, "id")),
		),
		...unknownIn(
			kiosks.flatMap((kiosk) => textAt(kiosk, "printerId")),
			texts(printers, "id"),
		),
		...ports(printers),
		...retention(file),
		...(catalogue ? procedureRules(services, catalogue) : []),
	];
}

function procedureRules(services: Row[], { fields, codes }: Nameable): Fault[] {
	const named = services.flatMap((service) => textsAt(service, "fields"));
	const singled = services.flatMap((service) => textsAt(service, "procedures"));
	const taken = new Set(named.map((entry) => entry.text));
	return [
		...unknownIn(named, fields),
		...unknownIn(singled, codes),
		...twice(named, "a field that no other service has"),
		...twice(singled, "a procedure that no other service has"),
		...fields
			.filter((field) => !taken.has(field))
			.map((field) => ({
				path: "/services",
				found: `no service with the field ${shown(field)}`,
				allowed: "services that together have every field of the catalogue",
			})),
	];
}

/** DOMAIN: the letters I and O are read as one and zero when they stand before a number. */
function confusable(services: Row[]): Fault[] {
	return services
		.flatMap((service) => textAt(service, "prefix"))
		.filter(({ text }) => text === "I" || text === "O")
		.map(({ path, text }) => ({
			path,
			found: shown(text),
			allowed: "one capital letter, A to Z, without I and O, which look like 1 and 0",
		}));
}

function zone(file: unknown): Fault[] {
	return textAt({ path: "", value: file }, "timeZone").flatMap(({ path, text }) => {
		if (isZone(text)) return [];
		const fault: Fault = {
			path,
			found: shown(text),
			allowed: "a time zone of the IANA list, as Asia/Ho_Chi_Minh",
		};
		const [region = "", city = ""] = text.split("/");
		// Not every engine lists Vietnam's zone under its present name. The region is the same in many, so cities alone are compared.
		const zones = ["Asia/Ho_Chi_Minh", ...Intl.supportedValuesOf("timeZone")];
		const near = nearest(
			city,
			zones.flatMap((name) => (name.startsWith(`${region}/`) ? name.slice(region.length + 1) : [])),
		);
		const hint = near === undefined ? undefined : `${region}/${near}`;
		return hint === undefined ? fault : { ...fault, hint };
	});
}

function isZone(name: string): boolean {
	// Newer engines take an offset as +07:00 as well, which is no place and has no history.
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}

function hours(file: unknown): Fault[] {
	const all = at(file, "hours");
	return weekdays.flatMap((day) => {
		const periods = rows(all, day, under("", "hours")).map(({ path, value }) => ({
			path,
			from: timeAt(value, "from"),
			to: timeAt(value, "to"),
		}));
		return periods.flatMap(({ path, from, to }, index) => {
			if (from === undefined || to === undefined) return [];
			if (from >= to) {
				return [{ path: under(path, "to"), found: shown(to), allowed: `a time after ${from}` }];
			}
			const other = periods
				.slice(0, index)
				.find(
					(before) =>
						before.from !== undefined &&
						before.to !== undefined &&
						from < before.to &&
						before.from < to,
				);
			if (!other) return [];
			return [
				{
					path,
					found: `${from} to ${to}`,
					allowed: `hours that do not overlap with ${other.from} to ${other.to}`,
				},
			];
		});
	});
}

/** A time as `HH:MM`, which can be compared as text; anything else is the schema's to refuse. */
function timeAt(period: unknown, key: string): string | undefined {
	const checked = check(TimeOfDay, at(period, key));
	return checked.ok ? checked.value : undefined;
}

function ports(printers: Row[]): Fault[] {
	return printers
		.flatMap((printer) => textAt(printer, "device"))
		.flatMap(({ path, text }) => {
			const port = /^tcp:\/\/[^/\s:]+:([0-9]+)$/.exec(text)?.[1];
			if (port === undefined || (Number(port) >= 1 && Number(port) <= 65_535)) return [];
			return [{ path, found: shown(text), allowed: "a port from 1 to 65535" }];
		});
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

function repeated(list: Row[], key: string): Fault[] {
	return twice(
		list.flatMap((row) => textAt(row, key)),
		`a different ${key}`,
	);
}

function twice(entries: Entry[], allowed: string): Fault[] {
	const first = new Map<string, string>();
	return entries.flatMap(({ path, text }) => {
		const before = first.get(text);
		if (before === undefined) {
			first.set(text, path);
			return [];
		}
		return [{ path, found: shown(text), allowed: `${allowed}; ${before} has this one` }];
	});
}

function unknownIn(entries: Entry[], known: string[]): Fault[] {
	const names = new Set(known);
	return entries.flatMap(({ path, text }) =>
		names.has(text) ? [] : [unknownName(path, text, known)],
	);
}

interface Row {
	path: string;
	value: unknown;
}

interface Entry {
	path: string;
	text: string;
}

function rows(parent: unknown, key: string, path = ""): Row[] {
	const list = at(parent, key);
	if (!Array.isArray(list)) return [];
	return list.map((value: unknown, index) => ({ path: under(under(path, key), index), value }));
}

function texts(list: Row[], key: string): string[] {
	return list.flatMap((row) => textAt(row, key)).map((entry) => entry.text);
}

function textAt(row: Row, key: string): Entry[] {
	const text = at(row.value, key);
	return typeof text === "string" ? [{ path: under(row.path, key), text }] : [];
}

function textsAt(row: Row, key: string): Entry[] {
	return rows(row.value, key, row.path).flatMap(({ path, value }) =>
		typeof value === "string" ? [{ path, text: value }] : [],
	);
}

function at(value: unknown, key: string): unknown {
	if (typeof value !== "object" || value === null) return undefined;
	return Object.entries(value).find(([name]) => name === key)?.[1];
}
