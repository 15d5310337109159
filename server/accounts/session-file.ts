import { type Static, Type } from "typebox";

/** A session as it is kept; times are ISO 8601. */
export type KeptSession = Static<typeof KeptSession>;
const KeptSession = Type.Object(
	{
		username: Type.String(),
		expires: Type.String(),
		/** The last act, or up to ten minutes before it. */
		seen: Type.Optional(Type.String()),
		/** The account's, when it was signed in. */
		generation: Type.Optional(Type.Integer({ minimum: 0 })),
	},
	{ additionalProperties: false },
);

/** `DATA_DIR/sessions.json`. */
export const SessionFile = Type.Object(
	{
		version: Type.Literal(1),
		secret: Type.String({ minLength: 32 }),
		/** By the SHA-256 of the session id: whoever reads the file can sign in as nobody. */
		sessions: Type.Record(Type.String(), KeptSession),
		/** Sessions that a request with a key has ended, for as long as they would have lasted. */
		ended: Type.Optional(
			Type.Record(
				Type.String(),
				Type.Object(
					{
						key: Type.String(),
						expires: Type.String(),
						counters: Type.Optional(Type.Array(Type.String())),
					},
					{ additionalProperties: false },
				),
			),
		),
	},
	{ additionalProperties: false },
);

export function dropExpired(sessions: Record<string, { expires: string }>, now: number): void {
	for (const [key, { expires }] of Object.entries(sessions)) {
		if (Date.parse(expires) <= now) delete sessions[key];
	}
}
