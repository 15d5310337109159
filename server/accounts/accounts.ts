import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Static, Type } from "typebox";
import { type Account, type NewAccount, Role } from "../../protocol/staff.ts";
import { DocumentUnavailable, openDocument } from "../documents.ts";
import { hashPassword, isPassword, unmatchableHash } from "./password.ts";

/** Who may sign in. */
export interface Accounts {
	/** The account, or null where name or password is wrong; both take equally long. */
	signIn(username: string, password: string): Promise<Account | null>;
	find(username: string): Account | null;
	list(): Account[];
	/**
	 * Adds an account. The request that named itself is kept with it: asked again it is done already, with another body it is refused.
	 */
	add(
		account: NewAccount,
		request?: NamedRequest,
	): Promise<"added" | "account/exists" | "request/key-reused">;
}

/** A request with an `Idempotency-Key`; `body` is a digest of what it asks for without the password. */
export type NamedRequest = Static<typeof NamedRequest>;
export const NamedRequest = Type.Object(
	{ scope: Type.String(), key: Type.String(), body: Type.String() },
	{ additionalProperties: false },
);

/** The account that is there from the first start and may do all that officers and supervisors may. */
export const adminName = "admin";

const AccountFile = Type.Object(
	{
		version: Type.Literal(1),
		accounts: Type.Array(
			Type.Object(
				{
					username: Type.String(),
					name: Type.String(),
					roles: Type.Array(Role),
					password: Type.String(),
					/** The request that added it. */
					addedBy: Type.Optional(NamedRequest),
				},
				{ additionalProperties: false },
			),
		),
	},
	{ additionalProperties: false },
);

const settleAgainMs = 2_000;

export interface OpenedAccounts {
	accounts: Accounts;
	/**
	 * The admin's account is there. Resolves with its password where this start has made one, to be shown once and kept nowhere. Where it
	 * cannot be written it is tried again, and whoever signs in meanwhile is refused.
	 */
	settled: Promise<string | null>;
}

/**
 * Opens the accounts of an office. The first start makes the admin's account; `adminPassword`, where it is set, is the admin's
 * password from then on.
 */
export async function openAccounts(
	file: string,
	adminPassword: string | undefined,
	note: (line: string) => void = () => undefined,
): Promise<OpenedAccounts> {
	const document = await openDocument(file, AccountFile, { version: 1, accounts: [] });
	const kept = (username: string) =>
		document.data.accounts.find((account) => account.username === username);
	// Hashing takes some tenths of a second: the hub may listen meanwhile, and whoever signs in waits.
	let unsettled: DocumentUnavailable | null = null;
	const settled = settle();

	return {
		settled,
		accounts: {
			async signIn(username, password) {
				if (unsettled) throw unsettled;
				await settled;
				const account = kept(username);
				const right = await isPassword(password, account?.password ?? nobodysPassword);
				return account && right ? shown(account) : null;
			},
			find(username) {
				const account = kept(username);
				return account ? shown(account) : null;
			},
			list: () => document.data.accounts.map(shown),
			async add(account, request) {
				const { username, password, name, roles } = account;
				const asked = await askedBefore(account, request);
				if (asked) return asked;
				if (kept(username)) return "account/exists";
				const hash = await hashPassword(password);
				// Somebody else may have been quicker, or the same request may have come twice at once.
				let isTaken = false;
				await document.update(({ accounts }) => {
					isTaken = accounts.some((one) => one.username === username);
					const addedBy = request && { addedBy: request };
					if (!isTaken) accounts.push({ username, name, roles, password: hash, ...addedBy });
				});
				if (!isTaken) return "added";
				return (await askedBefore(account, request)) ?? "account/exists";
			},
		},
	};

	async function askedBefore({ password }: NewAccount, request: NamedRequest | undefined) {
		const added = document.data.accounts.find(
			({ addedBy }) => request && addedBy?.scope === request.scope && addedBy.key === request.key,
		);
		if (!added) return null;
		const same =
			added.addedBy?.body === request?.body && (await isPassword(password, added.password));
		return same ? ("added" as const) : ("request/key-reused" as const);
	}

	/** A full disk ends no hub that gives out numbers: signing in waits until the account can be written. */
	async function settle(): Promise<string | null> {
		for (;;) {
			try {
				const password = await settleAdmin();
				unsettled = null;
				return password;
			} catch (error) {
				if (!(error instanceof DocumentUnavailable)) throw error;
				if (!unsettled) note(`${error.message}: nobody can sign in before it can be`);
				unsettled = error;
				await pause(settleAgainMs, undefined, { ref: false });
			}
		}
	}

	async function settleAdmin(): Promise<string | null> {
		const admin = kept(adminName);
		if (admin) {
			if (adminPassword !== undefined && !(await isPassword(adminPassword, admin.password))) {
				const hash = await hashPassword(adminPassword);
				await document.update(({ accounts }) => {
					for (const account of accounts) {
						if (account.username === adminName) account.password = hash;
					}
				});
			}
			return null;
		}
		const password = adminPassword ?? randomBytes(12).toString("base64url");
		const hash = await hashPassword(password);
		await document.update(({ accounts }) => {
			accounts.push({
				username: adminName,
				name: "Quản trị",
				roles: ["officer", "supervisor", "admin"],
				password: hash,
			});
		});
		return adminPassword === undefined ? password : null;
	}
}

/** What a name that nobody has is checked against, so that the answer takes as long as for one that exists. No password fits it. */
const nobodysPassword = unmatchableHash();

function shown({ username, name, roles }: Account): Account {
	return { username, name, roles };
}
