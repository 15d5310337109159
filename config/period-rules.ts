import { TimeOfDay } from "../protocol/office.ts";
import type { SettingsFault } from "../protocol/settings.ts";
import { check, under } from "./faults.ts";
import { at, rows } from "./file-rows.ts";
import { shown } from "./plain-words.ts";

/** A period as far as it can be read: times as `HH:MM`, which can be compared as text; anything else is the schema's to refuse. */
export interface ReadPeriod {
	path: string;
	from: string | undefined;
	to: string | undefined;
	ticketsFrom: string | undefined;
	ticketsTo: string | undefined;
}

/** The periods of a list that stands under `key`; none where it is no list. */
export function readPeriods(parent: unknown, key: string, path: string): ReadPeriod[] {
	return rows(parent, key, path).map(({ path: where, value }) => {
		const [from, to] = [timeAt(value, "from"), timeAt(value, "to")];
		return {
			path: where,
			from,
			to,
			ticketsFrom: at(value, "ticketsFrom") === undefined ? from : timeAt(value, "ticketsFrom"),
			ticketsTo: at(value, "ticketsTo") === undefined ? to : timeAt(value, "ticketsTo"),
		};
	});
}

/** What cannot be of the periods of one day: an end before the beginning, two that overlap, numbers when nobody is there to serve. */
export function periodFaults(periods: readonly ReadPeriod[]): SettingsFault[] {
	return periods.flatMap((period, index) => {
		const { path, from, to, ticketsFrom, ticketsTo } = period;
		if (from === undefined || to === undefined) return [];
		if (from >= to) {
			return [
				{
					path: under(path, "to"),
					found: shown(to),
					allowed: `a time after ${from}`,
					rule: { is: "end-before-begin", from },
				},
			];
		}
		if (ticketsFrom === undefined || ticketsTo === undefined) return [];
		const before = periods.slice(0, index);
		const wrong = window(period, { from, to, ticketsFrom, ticketsTo });
		return wrong.length > 0
			? wrong
			: [
					...overlap(path, from, to, before),
					...sameNumbers(path, ticketsFrom, ticketsTo, before),
				].slice(0, 1);
	});
}

/** Numbers may be given before counters open, for people who come early, and no longer than counters serve. */
function window(
	{ path }: ReadPeriod,
	{
		from,
		to,
		ticketsFrom,
		ticketsTo,
	}: { [time in "from" | "to" | "ticketsFrom" | "ticketsTo"]: string },
): SettingsFault[] {
	if (ticketsFrom >= to) {
		return [
			{
				path: under(path, "ticketsFrom"),
				found: shown(ticketsFrom),
				allowed: `a time before ${to}`,
				rule: { is: "numbers-too-late", to },
			},
		];
	}
	const after = ticketsFrom > from ? ticketsFrom : from;
	if (ticketsTo > after && ticketsTo <= to) return [];
	return [
		{
			path: under(path, "ticketsTo"),
			found: shown(ticketsTo),
			allowed: `a time after ${after} and not after ${to}`,
			rule: { is: "numbers-end", after, to },
		},
	];
}

function overlap(
	path: string,
	from: string,
	to: string,
	before: readonly ReadPeriod[],
): SettingsFault[] {
	const other = before.find((one) => one.from && one.to && from < one.to && one.from < to);
	if (!other?.from || !other.to) return [];
	return [
		{
			path,
			found: `${from} to ${to}`,
			allowed: `hours that do not overlap with ${other.from} to ${other.to}`,
			rule: { is: "overlapping-periods", from, to, otherFrom: other.from, otherTo: other.to },
		},
	];
}

function sameNumbers(
	path: string,
	from: string,
	to: string,
	before: readonly ReadPeriod[],
): SettingsFault[] {
	const other = before.find(
		({ ticketsFrom, ticketsTo }) =>
			ticketsFrom && ticketsTo && from < ticketsTo && ticketsFrom < to,
	);
	if (!other?.ticketsFrom || !other.ticketsTo) return [];
	return [
		{
			path,
			found: `numbers from ${from} to ${to}`,
			allowed: `numbers at other times than from ${other.ticketsFrom} to ${other.ticketsTo}`,
			rule: {
				is: "overlapping-numbers",
				from,
				to,
				otherFrom: other.ticketsFrom,
				otherTo: other.ticketsTo,
			},
		},
	];
}

function timeAt(period: unknown, key: string): string | undefined {
	const checked = check(TimeOfDay, at(period, key));
	return checked.ok ? checked.value : undefined;
}
