import { type Static, Type } from "typebox";
import { type JsonObject, SettingsFrom } from "../../protocol/settings.ts";

/** An office in a version: held against the office's own schema where it is taken up. */
const OfficeRecord = Type.Unsafe<JsonObject>(Type.Record(Type.String(), Type.Unknown()));

export const KeptVersion = Type.Object(
	{
		number: Type.Integer({ minimum: 1 }),
		/** ISO 8601, UTC. */
		at: Type.String(),
		by: Type.String(),
		from: SettingsFrom,
		office: OfficeRecord,
	},
	{ additionalProperties: false },
);
export type KeptVersion = Static<typeof KeptVersion>;

/** `DATA_DIR/settings.json`: an office's settings, version by version. */
export const SettingsFile = Type.Object(
	{
		/** The office file as it was taken in last; null before the first time. */
		file: Type.Union([OfficeRecord, Type.Null()]),
		/** The oldest first; the last one is in force. */
		versions: Type.Array(KeptVersion),
		/** Ids of all services and counters that there ever were. */
		usedIds: Type.Object({
			services: Type.Array(Type.String()),
			counters: Type.Array(Type.String()),
		}),
	},
	{ additionalProperties: false },
);

export const emptySettings: Static<typeof SettingsFile> = {
	file: null,
	versions: [],
	usedIds: { services: [], counters: [] },
};

/** An office file has some 10 kB, so that these are read and written in a moment. */
export const versionsKept = 100;
