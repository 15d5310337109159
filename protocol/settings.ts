import { type Static, Type } from "typebox";
import { Fault } from "./problem.ts";
import { SettingsRule } from "./settings-rules.ts";
import { NamedPicture } from "./slide-pictures.ts";

const closed = { additionalProperties: false } as const;

/** What made a version of an office's settings. */
export const SettingsFrom = Type.Union([
	Type.Object(
		{
			is: Type.Literal("file"),
			/** Sections that had been edited and are the office file's again, because it has changed there. */
			over: Type.Array(Type.String()),
			/** Why the edits of before could not stay beside what the file says now, or what is now known of fields; empty where they could. */
			faults: Type.Array(Type.Object(Fault.properties)),
		},
		closed,
	),
	Type.Object({ is: Type.Literal("edit") }, closed),
	/** Back to an earlier version. */
	Type.Object({ is: Type.Literal("back"), to: Type.Integer() }, closed),
]);
export type SettingsFrom = Static<typeof SettingsFrom>;

/** A version as it is listed. */
export const SettingsVersion = Type.Object({
	number: Type.Integer({ description: "From 1." }),
	at: Type.String({ description: "ISO 8601, UTC." }),
	by: Type.String({ description: "The account; `hub` where the office file was taken in." }),
	from: SettingsFrom,
	sections: Type.Array(Type.String(), {
		description: "What it changed of the version before; empty for the first that is kept.",
	}),
});
export type SettingsVersion = Static<typeof SettingsVersion>;

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
	readonly [key: string]: Json;
}

const Sections = Type.Unsafe<JsonObject>(
	Type.Record(Type.String(), Type.Unknown(), {
		description: "The sections of the office file that may be edited, as they stand there.",
	}),
);

/** `GET /api/admin/settings`. */
export const SettingsView = Type.Object({
	version: Type.Integer(),
	office: Sections,
	schema: Type.Unknown({ description: "JSON Schema of `office`." }),
	versions: Type.Array(SettingsVersion, {
		description: "The newest first; the oldest are dropped.",
	}),
	usedIds: Type.Object(
		{ services: Type.Array(Type.String()), counters: Type.Array(Type.String()) },
		{ description: "What no new service or counter may be called: it was one before." },
	),
	fields: Type.Array(
		Type.Object({
			id: Type.String(),
			name: Type.String(),
			nameEn: Type.String(),
		}),
		{ description: "The fields of the catalogue, each of which must lead to a service." },
	),
	pictures: Type.Array(NamedPicture, {
		description: "Those that a slide may name and that are there; more may be sent.",
	}),
});
export type SettingsView = Static<typeof SettingsView>;

/** `GET /api/admin/settings/versions/:number`. */
export const SettingsOfVersion = Type.Object({ number: Type.Integer(), office: Sections });
export type SettingsOfVersion = Static<typeof SettingsOfVersion>;

/** Another office, whole sections; `ifVersion` is the version that it was made from. */
export const ChangeSettings = Type.Object({ ifVersion: Type.Integer(), office: Sections }, closed);
export type ChangeSettings = Static<typeof ChangeSettings>;

/** Back to an earlier version, as a new one. */
export const GoBackSettings = Type.Object(
	{ ifVersion: Type.Integer(), to: Type.Integer() },
	closed,
);
export type GoBackSettings = Static<typeof GoBackSettings>;

/** A fault of an office, by the rule that it breaks. */
export const SettingsFault = Type.Object({ ...Fault.properties, rule: SettingsRule });
export type SettingsFault = Static<typeof SettingsFault>;

/** What would be wrong, place by place; nothing is changed. */
export const SettingsCheck = Type.Object({ faults: Type.Array(SettingsFault) });
export type SettingsCheck = Static<typeof SettingsCheck>;

/** `version` is the one in force then: the one before where nothing was changed. */
export const SettingsChanged = Type.Object({ version: Type.Integer() });
export type SettingsChanged = Static<typeof SettingsChanged>;
