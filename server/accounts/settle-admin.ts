import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Document, DocumentUnavailable } from "../documents.ts";
import { type AccountFile, nextGeneration } from "./account-file.ts";
import { hashPassword, isPassword } from "./password.ts";

const settleAgainMs = 2_000;

export interface SettledAdmin {
	/** The admin's account is there; its password where it was made now. */
	settled: Promise<string | null>;
	/** @throws {DocumentUnavailable} while the account waits to be written */
	throwUnlessWritable(): void;
}

/**
 * Makes sure of the admin's account: the first start makes it, and `password`, where it is set, is its password at each start. Whoever set it knows it, so
 * it need not be changed. Where it is another than before, the account's sessions end. A full disk ends no hub that gives out numbers: signing in waits
 * until the account can be written.
 */
export function settleAdmin(
	document: Document<AccountFile>,
	username: string,
	password: string | undefined,
	tell: (line: string) => void,
): SettledAdmin {
	let unsettled: DocumentUnavailable | null = null;
	return {
		settled: settle(),
		throwUnlessWritable() {
			if (unsettled) throw unsettled;
		},
	};

	async function settle(): Promise<string | null> {
		for (;;) {
			try {
				const made = await settleOnce();
				unsettled = null;
				return made;
			} catch (error) {
				if (!(error instanceof DocumentUnavailable)) throw error;
				if (!unsettled) tell(`${error.message}: nobody can sign in before it can be`);
				unsettled = error;
				await pause(settleAgainMs, undefined, { ref: false });
			}
		}
	}

	async function settleOnce(): Promise<string | null> {
		const admin = document.data.accounts.find((account) => account.username === username);
		if (!admin) return make();
		if (password === undefined) return null;
		const isKnown = await isPassword(password, admin.password);
		if (isKnown && !admin.mustChange) return null;
		const hash = isKnown ? admin.password : await hashPassword(password);
		await document.update(({ accounts }) => {
			for (const account of accounts) {
				if (account.username !== username) continue;
				account.password = hash;
				delete account.mustChange;
				if (!isKnown) nextGeneration(account);
			}
		});
		return null;
	}

	async function make(): Promise<string | null> {
		const first = password ?? randomBytes(12).toString("base64url");
		const hash = await hashPassword(first);
		await document.update(({ accounts }) => {
			accounts.push({
				username,
				name: "Quản trị",
				roles: ["officer", "supervisor", "admin"],
				password: hash,
			});
		});
		return password === undefined ? first : null;
	}
}
