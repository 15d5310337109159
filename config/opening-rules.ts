import { Day, weekdays } from "../protocol/office.ts";
import type { SettingsFault } from "../protocol/settings.ts";
import { check, under } from "./faults.ts";
import { at, type Row, rows } from "./file-rows.ts";
import { isDay } from "./local-time.ts";
import { periodFaults, type ReadPeriod, readPeriods } from "./period-rules.ts";
import { quoted, shown } from "./plain-words.ts";

/** What cannot be of an office's hours, its holidays, and what is left of a day. */
export function openingFaults(file: unknown): SettingsFault[] {
	const hours = at(file, "hours");
	const services = rows(file, "services");
	return [
		...hoursFaults(hours, "/hours"),
		...services.flatMap((service) => ownHours(service, hours)),
		...holidays(file),
		...workingDays(file, hours),
		...minutes(file, services),
	];
}

function hoursFaults(hours: unknown, path: string): SettingsFault[] {
	return weekdays.flatMap((day) => periodFaults(readPeriods(hours, day, path)));
}

/** They hold within the office's: what lies outside would never come true. */
function ownHours(service: Row, office: unknown): SettingsFault[] {
	const hours = at(service.value, "hours");
	const path = under(service.path, "hours");
	if (typeof office !== "object" || office === null) return hoursFaults(hours, path);
	return [
		...hoursFaults(hours, path),
		...weekdays.flatMap((day) => {
			const around = readPeriods(office, day, "/hours");
			return readPeriods(hours, day, path).flatMap((period) => outside(period, around, day));
		}),
	];
}

function outside(
	period: ReadPeriod,
	around: ReadPeriod[],
	day: (typeof weekdays)[number],
): SettingsFault[] {
	const { path, from, to } = period;
	if (from === undefined || to === undefined || from >= to) return [];
	if (around.some((one) => one.from && one.to && one.from <= from && to <= one.to)) return [];
	const open = around.flatMap((one) =>
		one.from && one.to ? [{ from: one.from, to: one.to }] : [],
	);
	return [
		{
			path,
			found: `${from} to ${to}`,
			allowed:
				open.length === 0
					? `no hours: the office has none on ${day}`
					: `hours within the office's: ${open.map((one) => `${one.from} to ${one.to}`).join(" or ")}`,
			rule: { is: "outside-office-hours", from, to, weekday: day, open },
		},
	];
}

function holidays(file: unknown): SettingsFault[] {
	const spans = rows(file, "holidays").map(({ path, value }) => {
		const date = dayAt(value, "date");
		return { path, date, to: at(value, "to") === undefined ? date : dayAt(value, "to"), value };
	});
	return spans.flatMap(({ path, date, to, value }, index) => {
		const wrong = [...unreal(path, value, "date"), ...unreal(path, value, "to")];
		if (wrong.length > 0 || date === undefined || to === undefined) return wrong;
		if (to < date) {
			return [
				{
					path: under(path, "to"),
					found: shown(to),
					allowed: `${date} or a day after it`,
					rule: { is: "end-before-day", from: date },
				},
			];
		}
		const twice = spans
			.slice(0, index)
			.find((before) => before.date && before.to && date <= before.to && before.date <= to);
		if (!twice?.date || !twice.to) return [];
		return [
			{
				path,
				found: spanned(date, to),
				allowed: `days that ${twice.path} does not have`,
				rule: { is: "overlapping-days", otherFrom: twice.date, otherTo: twice.to },
			},
		];
	});
}

function spanned(date: string, to: string): string {
	return date === to ? date : `${date} to ${to}`;
}

function workingDays(file: unknown, hours: unknown): SettingsFault[] {
	const days = rows(file, "workingDays");
	return days.flatMap(({ path, value }, index) => {
		const date = dayAt(value, "date");
		const before = days.slice(0, index).find((one) => dayAt(one.value, "date") === date);
		return [
			...unreal(path, value, "date"),
			...(date && before
				? [
						{
							path: under(path, "date"),
							found: shown(date),
							allowed: `a different date; ${under(before.path, "date")} has this one`,
							rule: { is: "day-twice" as const, day: date },
						},
					]
				: []),
			...whichHours(path, value, hours),
			...periodFaults(readPeriods(value, "periods", path)),
		];
	});
}

/** Of a weekday that has some, or its own: one of the two. */
function whichHours(path: string, day: unknown, hours: unknown): SettingsFault[] {
	const as = at(day, "as");
	const periods = at(day, "periods");
	if ((as === undefined) === (periods === undefined)) {
		return [
			{
				path,
				found: as === undefined ? "neither as nor periods" : "both as and periods",
				allowed: "as, the weekday whose hours hold, or periods",
				rule: { is: as === undefined ? "hours-unsaid" : "hours-said-twice" },
			},
		];
	}
	if (typeof as !== "string" || typeof hours !== "object") return [];
	if (readPeriods(hours, as, "/hours").length > 0 || !weekdays.some((one) => one === as)) return [];
	const open = weekdays.filter((one) => readPeriods(hours, one, "/hours").length > 0);
	return [
		{
			path: under(path, "as"),
			found: `${shown(as)}, which has no hours`,
			allowed: `a weekday with hours: ${open.map(quoted).join(", ")}`,
			rule: { is: "weekday-closed", weekday: as },
		},
	];
}

/** Whether somebody is still served cannot be told without. */
function minutes(file: unknown, services: Row[]): SettingsFault[] {
	const lastTicket = at(file, "lastTicket");
	if (lastTicket !== "warn" && lastTicket !== "refuse") return [];
	return services
		.filter(({ value }) => at(value, "minutes") === undefined)
		.map(({ path }) => ({
			path: under(path, "minutes"),
			found: "nothing",
			allowed: `how many minutes serving one person takes: lastTicket is ${quoted(lastTicket)}`,
			rule: { is: "minutes-needed" },
		}));
}

/** A day that is written as one; anything else is the schema's to refuse. */
function dayAt(value: unknown, key: string): string | undefined {
	const checked = check(Day, at(value, key));
	return checked.ok ? checked.value : undefined;
}

function unreal(path: string, value: unknown, key: string): SettingsFault[] {
	const day = dayAt(value, key);
	if (day === undefined || isDay(day)) return [];
	return [
		{
			path: under(path, key),
			found: shown(day),
			allowed: "a day that there is",
			rule: { is: "unreal-day", day },
		},
	];
}
