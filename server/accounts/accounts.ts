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
import { addedBefore, changedBefore } from "./done-before.ts";
import { hashPassword, isPassword, unmatchableHash } from "./password.ts";
import { type PasswordRefusal, passwordRefusal } from "./password-rules.ts";
import { takeWaitingResets } from "./reset-file.ts";
import { settleAdmin } from "./settle-admin.ts";
import { type AccountEvent, keepUnnoted, noteUnnoted } from "./unnoted.ts";

export type { KnownAccount, NamedRequest } from "./account-file.ts";

/** Who asks for a change, for the audit. */
export interface Asked {
	/** An account's name. */
	by: string;
	/** How many sessions the account has. Where the change ends them, the audit says how many they were. */
	sessions?: number;
	request?: NamedRequest | undefined;
}

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
		asked: Asked,
	): Promise<"added" | "account/exists" | "request/key-reused" | PasswordRefusal>;
	/** Changes name, roles, or whether it may sign in. Other roles, and being disabled, end its sessions. */
	change(
		username: string,
		change: AccountChange,
		asked: Asked,
	): Promise<Done | "account/last-admin">;
	/** Sets somebody's password and ends the account's sessions. `mustChange`: at the next sign-in. */
	setPassword(
		username: string,
		password: string,
		mustChange: boolean,
		asked: Asked,
	): Promise<Done | PasswordRefusal>;
	/** Sets one's own password, by the old one, and ends the account's sessions. */
	changePassword(
		username: string,
		password: { old: string; next: string },
		asked: Asked,
	): Promise<Done | "session/wrong-credentials" | "password/same" | PasswordRefusal>;
	/** Signs the account out everywhere. */
	endSessions(username: string, asked: Asked): Promise<Done>;
	/**
	 * Tells the audit what was done to accounts and is not in it yet: to be awaited before a change, or a repeat of it, is answered.
	 * @throws what `note` throws: it is told the next time
	 */
	noteChanges(note: (event: AccountEvent, by: string) => Promise<void>): Promise<void>;
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
	let noting: Promise<unknown> = Promise.resolve();

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
			async add(account, { by, request }) {
				const { username, password, name, roles } = account;
				const before = await addedBefore(document.data, account, request);
				if (before) return before;
				if (kept(username)) return "account/exists";
				const weak = passwordRefusal(password, account);
				if (weak) return weak;
				const hash = await hashPassword(password);
				// Somebody else may have been quicker, or the same request may have come twice at once.
				let isTaken = false;
				await document.update((data) => {
					isTaken = accountIn(data, username) !== undefined;
					const addedBy = request && { addedBy: request };
					if (isTaken) return;
					data.accounts.push({ username, name, roles, password: hash, ...addedBy });
					keepUnnoted(data, by, [{ type: "account-added", username, roles }]);
				});
				if (!isTaken) return "added";
				return (await addedBefore(document.data, account, request)) ?? "account/exists";
			},
			async change(username, { name, roles, disabled }, asked) {
				const before = await changedBefore(document.data, asked.request);
				if (before) return before;
				return changeOne(username, asked, (account, data) => {
					const next = { ...account, ...(name && { name }), ...(roles && { roles }) };
					if (disabled !== undefined) next.disabled = disabled;
					const others = data.accounts.filter((one) => one !== account);
					if (!others.some(isAdmin) && !isAdmin(next)) return "account/last-admin";
					const sameRoles = [...next.roles].sort().join() === [...account.roles].sort().join();
					if (!sameRoles || (next.disabled && !account.disabled)) nextGeneration(next);
					Object.assign(account, next);
					const { disabled: isDisabled } = known(next);
					const { name: isCalled, roles: may } = next;
					return [
						{ type: "account-changed", username, name: isCalled, roles: may, disabled: isDisabled },
					];
				});
			},
			async setPassword(username, password, mustChange, asked) {
				const before = await changedBefore(document.data, asked.request, password);
				if (before) return before;
				const account = kept(username);
				if (!account) return "account/unknown";
				const weak = passwordRefusal(password, account);
				if (weak) return weak;
				return replacePassword(username, password, mustChange, asked);
			},
			async changePassword(username, { old, next }, asked) {
				const before = await changedBefore(document.data, asked.request, next);
				if (before) return before;
				const account = kept(username);
				if (!account) return "account/unknown";
				if (!(await isPassword(old, account.password))) return "session/wrong-credentials";
				if (old.normalize("NFC") === next.normalize("NFC")) return "password/same";
				const weak = passwordRefusal(next, account);
				if (weak) return weak;
				return replacePassword(username, next, false, asked);
			},
			async endSessions(username, asked) {
				const before = await changedBefore(document.data, asked.request);
				if (before) return before;
				return changeOne<never>(username, asked, (account) => {
					nextGeneration(account);
					return [];
				});
			},
			noteChanges(note) {
				const noted = noting.then(() => noteUnnoted(document, note));
				noting = noted.catch(() => {
					// Told to whoever asked for it; it is tried again for the next.
				});
				return noted;
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
		asked: Asked,
	): Promise<Done> {
		const hash = await hashPassword(password);
		return changeOne<never>(
			username,
			asked,
			(account) => {
				account.password = hash;
				if (mustChange) account.mustChange = true;
				else delete account.mustChange;
				nextGeneration(account);
				return [{ type: "password-set", username, mustChange }];
			},
			hash,
		);
	}

	/**
	 * Changes an account in one write with the request that asked for it and what the audit is to be told.
	 * @param change a refusal, or what it comes to beside sessions that end
	 */
	async function changeOne<R extends string>(
		username: string,
		{ by, sessions = 0, request }: Asked,
		change: (account: KeptAccount, data: AccountFile) => AccountEvent[] | R,
		password?: string,
	): Promise<"done" | "account/unknown" | R> {
		if (!kept(username)) return "account/unknown";
		let done: "done" | "account/unknown" | R = "account/unknown";
		await document.update((data) => {
			const account = accountIn(data, username);
			if (!account) return;
			const { generation } = account;
			const changed = change(account, data);
			if (typeof changed === "string") {
				done = changed;
				return;
			}
			done = "done";
			if (request) keepChange(data, request, password);
			const haveEnded = sessions > 0 && account.generation !== generation;
			const ended = { type: "sessions-ended", username, sessions } as const;
			keepUnnoted(data, by, haveEnded ? [ended, ...changed] : changed);
		});
		return done;
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
