import { type Static, Type } from "typebox";
import { type Account, Role } from "../../protocol/staff.ts";
import { Unnoted } from "./unnoted.ts";

/** A request with an `Idempotency-Key`; `body` is a digest of what it asks for without the password. */
export type NamedRequest = Static<typeof NamedRequest>;
export const NamedRequest = Type.Object(
	{ scope: Type.String(), key: Type.String(), body: Type.String() },
	{ additionalProperties: false },
);

/** An account as it is kept. */
export type KeptAccount = Static<typeof KeptAccount>;
const KeptAccount = Type.Object(
	{
		username: Type.String(),
		name: Type.String(),
		roles: Type.Array(Role),
		/** As `password.ts` keeps it. */
		password: Type.String(),
		/** The request that added it. */
		addedBy: Type.Optional(NamedRequest),
		disabled: Type.Optional(Type.Boolean()),
		/** The password was made for somebody else, who has not yet changed it. */
		mustChange: Type.Optional(Type.Boolean()),
		/** One higher with each change that ends the account's sessions: those of an earlier one are over. */
		generation: Type.Optional(Type.Integer({ minimum: 0 })),
		/** The last reset from the machine that was taken in. */
		reset: Type.Optional(Type.String()),
	},
	{ additionalProperties: false },
);

/** A change that was made, and with a password how it was kept then: asked for once more it is known by that. */
const DoneRequest = Type.Object(
	{ ...NamedRequest.properties, password: Type.Optional(Type.String()) },
	{ additionalProperties: false },
);

/** `DATA_DIR/accounts.json`. */
export const AccountFile = Type.Object(
	{
		version: Type.Literal(1),
		accounts: Type.Array(KeptAccount),
		/** The last changes that named themselves, the newest last. */
		changes: Type.Optional(Type.Array(DoneRequest)),
		unnoted: Type.Optional(Type.Array(Unnoted)),
	},
	{ additionalProperties: false },
);
export type AccountFile = Static<typeof AccountFile>;

/** How many changes are known when they are asked for once more: far more than people make while an answer is on its way. */
const keptChanges = 100;

export function keepChange(file: AccountFile, request: NamedRequest, password?: string): void {
	const changes = [...(file.changes ?? []), { ...request, ...(password && { password }) }];
	file.changes = changes.slice(-keptChanges);
}

/** Ends the account's sessions, with whatever else is changed in the same write. */
export function nextGeneration(account: KeptAccount): void {
	account.generation = (account.generation ?? 0) + 1;
}

/** An account as the hub knows it, without its password. */
export interface KnownAccount extends Account {
	disabled: boolean;
	/** Nothing but another password is let through. */
	mustChange: boolean;
	/** Sessions that were signed in under another one are over. */
	generation: number;
}

export function known(account: KeptAccount): KnownAccount {
	const { username, name, roles, disabled = false, mustChange = false, generation = 0 } = account;
	return { username, name, roles, disabled, mustChange, generation };
}
