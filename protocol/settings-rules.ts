import { type Static, type TProperties, type TSchema, Type } from "typebox";
import { Weekday } from "./office.ts";

const closed = { additionalProperties: false } as const;
const text = Type.String();
const whole = Type.Integer();
/** Where something else stands, as faults say it: `/services/0/prefix`. */
const place = Type.String();
const hours = { from: text, to: text };
const bothHours = { ...hours, otherFrom: text, otherTo: text };

/** Every rule of an office that an edit can break, with what a sentence about it has to name. */
const abouts = {
	/** What may stand there at all. */
	missing: {},
	"unknown-key": { key: text },
	unreadable: {},
	choice: {},
	number: { least: whole, most: whole },
	"too-long": { most: whole },
	"too-few": { least: whole },
	"too-many": { most: whole },
	"listed-twice": {},
	time: {},
	day: {},
	id: {},
	letter: {},

	/** What is named, and what has to be. */
	"unknown-name": { name: text },
	"unknown-language": { code: text },
	taken: { value: text, by: place },
	"field-taken": { field: text, by: place },
	"procedure-taken": { code: text, by: place },
	"fields-left-out": { fields: Type.Array(text) },
	unserved: {},
	retired: { id: text },
	"two-ways": { counter: text },

	/** Hours of a day: `07:30`. */
	"end-before-begin": { from: text },
	"numbers-too-late": { to: text },
	"numbers-end": { after: text, to: text },
	"overlapping-periods": bothHours,
	"overlapping-numbers": bothHours,
	"outside-office-hours": {
		...hours,
		weekday: Weekday,
		open: Type.Array(Type.Object(hours, closed)),
	},
	"quiet-hours-empty": {},

	/** Days of the calendar: `2026-09-02`. */
	"unreal-day": { day: text },
	"end-before-day": { from: text },
	"overlapping-days": { otherFrom: text, otherTo: text },
	"day-twice": { day: text },
	"hours-unsaid": {},
	"hours-said-twice": {},
	"weekday-closed": { weekday: text },
	"minutes-needed": {},

	/** How numbers are called. */
	"ratio-alone": {},
	"no-head-start": {},
	"no-level": {},
	"no-pickup": {},

	/** What boards and slides say. */
	"ticker-too-long": { letters: whole, most: whole },
	"slide-empty": {},
	"picture-unreadable": { picture: text },
	"picture-unknown": {},

	/** What stands in the office file alone, for the technician. */
	"logo-unreadable": {},
	"office-file-alone": {},
} as const satisfies Record<string, TProperties>;

type Abouts = {
	[Is in keyof typeof abouts]: {
		[Key in keyof (typeof abouts)[Is]]: (typeof abouts)[Is][Key] extends TSchema
			? Static<(typeof abouts)[Is][Key]>
			: never;
	};
};

/** A rule that an edit of the settings breaks: which one, and what a sentence about it names. */
export type SettingsRule<Is extends keyof Abouts = keyof Abouts> = {
	[One in Is]: { is: One } & Abouts[One];
}[Is];
export const SettingsRule = Type.Unsafe<SettingsRule>(
	Type.Union(
		Object.entries<TProperties>(abouts).map(([is, about]) =>
			Type.Object({ is: Type.Literal(is), ...about }, closed),
		),
		{ description: "The rule that is broken, and what a sentence about it names." },
	),
);

/** Every code there is. */
export const settingsRules: readonly string[] = Object.keys(abouts);
