import { type Static, Type } from "typebox";
import { Language } from "./office.ts";

/** The clips of a language: `GET /api/voice/:language`. */
export const VoiceView = Type.Object({
	language: Language,
	voice: Type.String({ description: "Whose voice it is." }),
	provisional: Type.Boolean({
		description: "Made by a machine, until a person has been recorded.",
	}),
	clips: Type.Record(
		Type.String({ description: "What is said: `number-3`, `to-counter`." }),
		Type.Object({
			path: Type.String({ description: "On the hub; its bytes never change." }),
			durationMs: Type.Number(),
		}),
	),
});
export type VoiceView = Static<typeof VoiceView>;
