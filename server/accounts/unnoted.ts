import { randomBytes } from "node:crypto";
import { type Static, Type } from "typebox";
import { Role } from "../../protocol/staff.ts";
import type { Document } from "../documents.ts";

/** What the audit is told of accounts. */
export type AccountEvent = Static<typeof AccountEvent>;
const closed = { additionalProperties: false } as const;
const username = Type.String();
const roles = Type.Array(Role);
const AccountEvent = Type.Union([
	Type.Object(
		{ type: Type.Literal("sessions-ended"), username, sessions: Type.Integer({ minimum: 1 }) },
		closed,
	),
	Type.Object({ type: Type.Literal("account-added"), username, roles }, closed),
	Type.Object(
		{
			type: Type.Literal("account-changed"),
			username,
			name: Type.String(),
			roles,
			disabled: Type.Boolean(),
		},
		closed,
	),
	Type.Object({ type: Type.Literal("password-set"), username, mustChange: Type.Boolean() }, closed),
]);

/** Something that was done and is not in the audit yet. It is written together with what was done, so that no failure and no crash comes in between. */
export const Unnoted = Type.Object(
	{ id: Type.String(), by: Type.String(), event: AccountEvent },
	closed,
);
type Unnoted = Static<typeof Unnoted>;

interface File {
	unnoted?: Unnoted[];
}

/** To be called in the write that does it. */
export function keepUnnoted(file: File, by: string, events: readonly AccountEvent[]): void {
	if (events.length === 0) return;
	const kept = events.map((event) => ({ id: randomBytes(9).toString("base64url"), by, event }));
	file.unnoted = [...(file.unnoted ?? []), ...kept];
}

/**
 * Tells the audit, in order, what is not in it yet. After a crash between the two files it may be told of something twice, and never not at all.
 * @throws what `note` throws; what was not told stays
 */
export async function noteUnnoted(
	document: Document<File>,
	note: (event: AccountEvent, by: string) => Promise<void>,
): Promise<void> {
	const told = new Set<string>();
	try {
		for (const { id, by, event } of document.data.unnoted ?? []) {
			await note(event, by);
			told.add(id);
		}
	} finally {
		if (told.size > 0) await document.update((file) => forget(file, told));
	}
}

function forget(file: File, told: ReadonlySet<string>): void {
	const left = (file.unnoted ?? []).filter(({ id }) => !told.has(id));
	if (left.length > 0) file.unnoted = left;
	else delete file.unnoted;
}
