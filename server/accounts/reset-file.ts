import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Static, Type } from "typebox";
import { check } from "../../config/faults.ts";
import { describeFaults } from "../../config/load.ts";
import { namesIn, replaceFile } from "../disk.ts";
import type { Document } from "../documents.ts";
import { type AccountFile, nextGeneration } from "./account-file.ts";
import { hashPattern } from "./password.ts";

/**
 * A password that was reset at the machine. The hub alone writes its accounts: what runs beside it would overwrite what it holds in memory or be
 * overwritten by it. So the command leaves this file in the data directory, and the hub takes it in at the next sign-in. Whoever can write there could as
 * well write the accounts themselves; a socket would be open to everybody who can log in to the machine.
 */
export type PasswordReset = Static<typeof PasswordReset>;
const PasswordReset = Type.Object(
	{
		version: Type.Literal(1),
		/** So that none is taken in twice. */
		id: Type.String({ minLength: 1, maxLength: 100 }),
		username: Type.String({ minLength: 1, maxLength: 60 }),
		/** As `password.ts` keeps it. */
		password: Type.String({ pattern: hashPattern }),
	},
	{ additionalProperties: false },
);

/** One file an account. The names end in no `.json`: a backup does not hold them. */
const prefix = "password-reset-";

export function writeReset(dataDir: string, reset: PasswordReset): Promise<void> {
	const file = join(dataDir, `${prefix}${reset.username}`);
	return replaceFile(file, [`${JSON.stringify(reset)}\n`]);
}

/** Whose resets wait to be taken in. */
export async function waitingResets(dataDir: string): Promise<string[]> {
	const names = await namesIn(dataDir);
	return names
		.filter((name) => name.startsWith(prefix) && !name.endsWith(unfinished))
		.map((name) => name.slice(prefix.length));
}

/** What `replaceFile` is still writing. */
const unfinished = ".new";

/**
 * Sets the passwords that wait. Each file goes last: cut short anywhere, the next call goes on, and a password that its owner has changed since is not
 * set back.
 * @param tell is told of a file that cannot be read; whoever signs in has nothing to do with it
 */
export async function takeWaitingResets(
	accountFile: string,
	document: Document<AccountFile>,
	note: (username: string) => Promise<void>,
	tell: (line: string) => void,
): Promise<void> {
	const dataDir = dirname(accountFile);
	for (const name of await waitingResets(dataDir)) {
		const file = join(dataDir, `${prefix}${name}`);
		const reset = await readReset(file).catch((error: unknown) => {
			tell(`${file} cannot be read, remove it: ${error}`);
			return null;
		});
		if (!reset) continue;
		if (await setIn(document, reset)) await note(reset.username);
		await rm(file, { force: true });
	}
}

async function readReset(file: string): Promise<PasswordReset> {
	const checked = check(PasswordReset, JSON.parse(await readFile(file, "utf8")));
	if (!checked.ok) throw new Error(describeFaults(file, checked.faults));
	return checked.value;
}

/** Whether there is such an account. */
async function setIn(
	document: Document<AccountFile>,
	{ id, username, password }: PasswordReset,
): Promise<boolean> {
	const account = document.data.accounts.find((one) => one.username === username);
	if (!account || account.reset === id) return account !== undefined;
	await document.update(({ accounts }) => {
		for (const one of accounts) {
			if (one.username !== username) continue;
			Object.assign(one, { password, mustChange: true, reset: id });
			nextGeneration(one);
		}
	});
	return true;
}
