import { someOf } from "../language.ts";
import { count } from "../numbers.ts";
import type { FaultWords } from "../settings-faults.ts";
import { settings } from "./settings.ts";

const { places, weekdays } = settings;

export const settingsFaults: FaultWords = {
	missing: () => "Not filled in.",
	"unknown-key": ({ key }) => `There is no “${key}” here.`,
	unreadable: () => "This cannot be read; please fill it in again.",
	choice: () => "Please choose one of those that there are.",
	number: ({ least, most }) => `A whole number from ${least} to ${count(most, "en")}.`,
	"too-long": ({ most }) => `At most ${count(most, "en")} letters, spaces included.`,
	"too-few": ({ least }) =>
		least === 1 ? "At least one is needed." : `At least ${count(least, "en")} are needed.`,
	"too-many": ({ most }) => `At most ${count(most, "en")} are possible.`,
	"listed-twice": () => "Something stands here twice; each only once.",
	time: () => "A time as 07:30.",
	day: () => "A date as 02/09/2026.",
	id: () => "1 to 40 lower-case letters, digits and hyphens, as hall-1.",
	letter: () => "One capital letter, A to Z, but not I and O, which look like 1 and 0.",

	"unknown-name": ({ name }) => `“${name}” is no longer there; take it out or choose another.`,
	"unknown-language": ({ code }) => `The office does not speak the language “${code}”.`,
	taken: ({ value, by }, { owner }) => `“${value}” is used at “${owner(by)}”; each needs its own.`,
	"field-taken": ({ field, by }, names) =>
		`Procedures of ${names.field(field)} are taken by “${names.owner(by)}”; one service takes each field.`,
	"procedure-taken": ({ code, by }, { owner }) =>
		`Procedure ${code} is taken by “${owner(by)}”; one service takes each procedure.`,
	"fields-left-out": ({ fields }, { field }) =>
		`No service takes the procedures of: ${someOf(fields.map(field), (more) => ` and ${more} more`)}.`,
	unserved: () => "No counter serves it; choose one under Counters.",
	retired: ({ id }) =>
		`“${id}” was used before; add a new one, or go back to the version that still has it.`,
	"two-ways": ({ counter }, names) =>
		`${names.counter(counter)} has another arrow; each counter has only one.`,

	"end-before-begin": ({ from }) => `The end must be after ${from}.`,
	"numbers-too-late": ({ to }) => `Numbers must begin before ${to}.`,
	"numbers-end": ({ after, to }) => `Numbers must end after ${after} and not after ${to}.`,
	"overlapping-periods": ({ from, to, otherFrom, otherTo }) =>
		`Two periods overlap: ${otherFrom}–${otherTo} and ${from}–${to}.`,
	"overlapping-numbers": ({ from, to, otherFrom, otherTo }) =>
		`Numbers are given twice at the same time: ${otherFrom}–${otherTo} and ${from}–${to}.`,
	"outside-office-hours": ({ from, to, weekday, open }) =>
		open.length === 0
			? `The office is closed on ${weekdays[weekday]}.`
			: `${from}–${to} is outside the office's hours: ${open.map((one) => `${one.from}–${one.to}`).join(", ")}.`,
	"quiet-hours-empty": () =>
		"The end must differ from the beginning; for no sound at all, set the volume to 0.",

	"unreal-day": ({ day }, names) => `There is no ${names.day(day)}.`,
	"end-before-day": ({ from }, { day }) => `The last day must not be before ${day(from)}.`,
	"overlapping-days": ({ otherFrom, otherTo }, { day }) =>
		otherFrom === otherTo
			? `The holiday of ${day(otherFrom)} above has this day already.`
			: `The holiday of ${day(otherFrom)}–${day(otherTo)} above has such days already.`,
	"day-twice": ({ day }, names) => `${names.day(day)} stands above already.`,
	"hours-unsaid": () =>
		`Choose a day of the week under “${places["workingDays/as"]}”, or add hours of its own.`,
	"hours-said-twice": () =>
		`Only one of the two: “${places["workingDays/as"]}”, or hours of its own.`,
	"weekday-closed": () =>
		"The office is closed on that day of the week; choose one that has hours.",
	"minutes-needed": () => `Needed, since “${places.lastTicket}” goes by these minutes.`,

	"ratio-alone": () => "Only where calling is by turns, in a ratio.",
	"no-head-start": () =>
		`No priority class has “${places["priorityClasses/headStartMinutes"]}”, so that nobody would go first.`,
	"no-level": () => "Every priority class has level 0, so that nobody would go first.",
	"no-pickup": () => `No priority class is marked “${places["priorityClasses/pickup"]}”.`,

	"ticker-too-long": ({ letters, most }) =>
		`All notices together have ${count(letters, "en")} letters; at most ${count(most, "en")} can be read in time.`,
	"slide-empty": () => "A slide needs a title, a text or a picture.",
	"picture-unreadable": ({ picture }) =>
		`The picture “${picture}” cannot be used: it must be a PNG or JPEG of at most 4 MB. Please tell the technician.`,
	"picture-unknown": () => "There is no such picture; please choose another.",

	"logo-unreadable": () =>
		"The picture at the head of tickets cannot be used. Please have the technician look at its file.",
	"office-file-alone": () =>
		"This cannot be changed on this page; please have the technician change it in the office file.",
};
