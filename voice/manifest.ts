import { type Static, Type } from "typebox";
import { Language } from "../protocol/office.ts";

const closed = { additionalProperties: false } as const;

/** `manifest.json` in the folder of a language's clips. */
export const VoiceManifest = Type.Object(
	{
		language: Language,
		/** Whose voice it is, for people: "eSpeak NG 1.51 (vi)", "Nguyễn Thị Hoa, tháng 3 năm 2027". */
		voice: Type.String({ minLength: 1, maxLength: 200 }),
		/** Made by a machine, until a person has been recorded. */
		provisional: Type.Boolean(),
		/** By the clip's name. `file` lies in the same folder and is Opus in Ogg. */
		clips: Type.Record(
			Type.String(),
			Type.Object(
				{
					file: Type.String({
						pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$",
						description: "the name of a file in the same folder",
					}),
					durationMs: Type.Number({ exclusiveMinimum: 0, maximum: 20_000 }),
				},
				closed,
			),
		),
	},
	closed,
);
export type VoiceManifest = Static<typeof VoiceManifest>;
