import type { AccountChange, NewAccount } from "../../protocol/staff.ts";
import { openDocument } from "../documents.ts";
import {
	AccountFile,
	type KeptAccount,
	type KnownAccount,
	keepChange,
	known,
	type NamedRequest,
	nextGeneration,
} from "./account-file.ts";
import { hashPassword, isPassword, unmatchableHash } from "./password.ts";
import { type PasswordRefusal, passwordRefusal } from "./password-rules.ts";
import { takeWaitingResets } from "./reset-file.ts";
import { settleAdmin } from "./settle-admin.ts";

export type { KnownAccount, NamedRequest } from "./account-file.ts";

/** Who may sign in. What ends an account's sessions is one write with the change itself: `KnownAccount.generation`. */
export interface Accounts {
	/** The account, disabled or not, or null where name or password is wrong; both take equally long. */
	signIn(username: string, password: string): Promise<KnownAccount | null>;
	find(username: string): KnownAccount | null;
	list(): KnownAccount[];
	/**
	 * Adds an account. The request that named itself is kept with it: asked again it is done already, with another body it is refused.
	 */
	add(
		account: NewAccount,
		request?: NamedRequest,
	): Promise<"added" | "account/exists" | "request/key-reused" | PasswordRefusal>;
	/** Changes name, roles, or whether it may sign in. Other roles, and being disabled, end its sessions. */
	change(
		username: string,
		change: AccountChange,
		request?: NamedRequest,
	): Promise<Done | "account/last-admin">;
	/** Sets somebody's password and ends the account's sessions. `mustChange`: at the next sign-in. */
	setPassword(
		username: string,
		password: string,
		mustChange: boolean,
		request?: NamedRequest,
	): Promise<Done | PasswordRefusal>;
	/** Sets one's own password, by the old one, and ends the account's sessions. */
	changePassword(
		username: string,
		password: { old: string; next: string },
		request?: NamedRequest,
	): Promise<Done | "session/wrong-credentials" | "password/same" | PasswordRefusal>;
	/** Signs the account out everywhere. */
	endSessions(username: string, request?: NamedRequest): Promise<Done>;
	/**
	 * Takes in the passwords that were reset at the machine itself (`npm run accounts`).
	 * @param note is told whose, before it counts as taken in
	 */
	takeResets(note: (username: string) => Promise<void>): Promise<void>;
}

/** `before`: the request had been done already, and nothing was changed. */
export type Done = "done" | "before" | "account/unknown" | "request/key-reused";

/** The account that is there from the first start and may do all that officers and supervisors may. */
export const adminName = "admin";

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
	tell: (line: string) => void = () => undefined,
): Promise<OpenedAccounts> {
	const document = await openDocument(file, AccountFile, { version: 1, accounts: [] });
	const kept = (username: string) => accountIn(document.data, username);
	// Hashing takes some tenths of a second: the hub may listen meanwhile, and whoever signs in waits.
	const admin = settleAdmin(document, adminName, adminPassword, tell);
	let resetting: Promise<void> | null = null;

	return {
		settled: admin.settled,
		accounts: {
			async signIn(username, password) {
				admin.throwUnlessWritable();
				await admin.settled;
				const account = kept(username);
				const right = await isPassword(password, account?.password ?? nobodysPassword);
				// Whoever was given another password meanwhile must know that one.
				return account && right && kept(username)?.password === account.password
					? known(account)
					: null;
			},
			find(username) {
				const account = kept(username);
				return account ? known(account) : null;
			},
			list: () => document.data.accounts.map(known),
			async add(account, request) {
				const { username, password, name, roles } = account;
				const asked = await addedBefore(account, request);
				if (asked) return asked;
				if (kept(username)) return "account/exists";
				const weak = passwordRefusal(password, account);
				if (weak) return weak;
				const hash = await hashPassword(password);
				// Somebody else may have been quicker, or the same request may have come twice at once.
				let isTaken = false;
				await document.update((data) => {
					isTaken = accountIn(data, username) !== undefined;
					const addedBy = request && { addedBy: request };
					if (!isTaken) data.accounts.push({ username, name, roles, password: hash, ...addedBy });
				});
				if (!isTaken) return "added";
				return (await addedBefore(account, request)) ?? "account/exists";
			},
			async change(username, { name, roles, disabled }, request) {
				const asked = await changedBefore(request);
				if (asked) return asked;
				return changeOne(username, request, (account, data) => {
					const next = { ...account, ...(name && { name }), ...(roles && { roles }) };
					if (disabled !== undefined) next.disabled = disabled;
					const others = data.accounts.filter((one) => one !== account);
					if (!others.some(isAdmin) && !isAdmin(next)) return "account/last-admin";
					const sameRoles = [...next.roles].sort().join() === [...account.roles].sort().join();
					if (!sameRoles || (next.disabled && !account.disabled)) nextGeneration(next);
					Object.assign(account, next);
					return "done";
				});
			},
			async setPassword(username, password, mustChange, request) {
				const asked = await changedBefore(request, password);
				if (asked) return asked;
				const account = kept(username);
				if (!account) return "account/unknown";
				const weak = passwordRefusal(password, account);
				if (weak) return weak;
				return replacePassword(username, password, mustChange, request);
			},
			async changePassword(username, { old, next }, request) {
				const asked = await changedBefore(request, next);
				if (asked) return asked;
				const account = kept(username);
				if (!account) return "account/unknown";
				if (!(await isPassword(old, account.password))) return "session/wrong-credentials";
				if (old.normalize("NFC") === next.normalize("NFC")) return "password/same";
				const weak = passwordRefusal(next, account);
				if (weak) return weak;
				return replacePassword(username, next, false, request);
			},
			async endSessions(username, request) {
				const asked = await changedBefore(request);
				if (asked) return asked;
				return changeOne(username, request, (account) => {
					nextGeneration(account);
					return "done";
				});
			},
			takeResets(note) {
				resetting ??= takeWaitingResets(file, document, note, tell).finally(() => {
					resetting = null;
				});
				return resetting;
			},
		},
	};

	async function replacePassword(
		username: string,
		password: string,
		mustChange: boolean,
		request: NamedRequest | undefined,
	): Promise<Done> {
		const hash = await hashPassword(password);
		return changeOne(
			username,
			request,
			(account) => {
				account.password = hash;
				if (mustChange) account.mustChange = true;
				else delete account.mustChange;
				nextGeneration(account);
				return "done";
			},
			hash,
		);
	}

	/** Changes an account in one write with the request that asked for it. */
	async function changeOne<R extends string>(
		username: string,
		request: NamedRequest | undefined,
		change: (account: KeptAccount, data: AccountFile) => "done" | R,
		password?: string,
	): Promise<"done" | "account/unknown" | R> {
		if (!kept(username)) return "account/unknown";
		let done: "done" | "account/unknown" | R = "account/unknown";
		await document.update((data) => {
			const account = accountIn(data, username);
			if (!account) return;
			done = change(account, data);
			if (done === "done" && request) keepChange(data, request, password);
		});
		return done;
	}

	async function addedBefore({ password }: NewAccount, request: NamedRequest | undefined) {
		const added = document.data.accounts.find(
			({ addedBy }) => request && addedBy && isSame(addedBy, request),
		);
		if (!added) return null;
		const same =
			added.addedBy?.body === request?.body && (await isPassword(password, added.password));
		return same ? ("added" as const) : ("request/key-reused" as const);
	}

	async function changedBefore(request: NamedRequest | undefined, password?: string) {
		const change = document.data.changes?.find((one) => request && isSame(one, request));
		if (!change) return null;
		const same =
			change.body === request?.body &&
			(change.password === undefined || (await isPassword(password ?? "", change.password)));
		return same ? ("before" as const) : ("request/key-reused" as const);
	}
}

/** What a name that nobody has is checked against, so that the answer takes as long as for one that exists. No password fits it. */
const nobodysPassword = unmatchableHash();

function accountIn(data: AccountFile, username: string): KeptAccount | undefined {
	return data.accounts.find((account) => account.username === username);
}

/** An admin who can sign in: there must always be one. */
function isAdmin({ roles, disabled }: KeptAccount): boolean {
	return roles.includes("admin") && !disabled;
}

function isSame(one: NamedRequest, other: NamedRequest): boolean {
	return one.scope === other.scope && one.key === other.key;
}
