import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { KeptAccount } from "../server/accounts/account-file.ts";

/**
 * Accounts as a hub has written them, for tests in which nobody is added or given a password. Hashing one takes half a second of a core and is meant to;
 * these were hashed once, by `hashPassword`. Signing in checks them like any other, so that a hub that no longer knew what an earlier one
 * has kept would let nobody in here.
 */
export const adminPassword = "mat-khau-thu-nghiem";
const adminHash = "scrypt$mFsRTZQl5k9j9wfa7jgAcg$lK8stbjjFa0vSoV91Yui2B8SVZABh6fKWKFQAldEuPY";

/** The password of every prepared officer. */
export const officerPassword = "bốn con mèo tím";
const officerHash = "scrypt$WPM5iqJ0wqcCAC5e1BT4Tg$91wRei6WhGPPvZwRIkVJpptwJbUamu0b032lUQyDbdU";

export const preparedAdmin = {
	username: "admin",
	name: "Quản trị",
	roles: ["officer", "supervisor", "admin"],
	password: adminHash,
} satisfies KeptAccount;

/** Somebody whose password is `officerPassword`. */
export function preparedOfficer(username: string, name = `Cán bộ ${username}`): KeptAccount {
	return { username, name, roles: ["officer"], password: officerHash };
}

/** Writes `accounts.json` into a data directory in which no hub has run, or none runs. */
export async function writeAccounts(
	dataDir: string,
	accounts: readonly KeptAccount[] = [preparedAdmin],
): Promise<void> {
	const text = `${JSON.stringify({ version: 1, accounts }, null, "\t")}\n`;
	await writeFile(join(dataDir, "accounts.json"), text, { mode: 0o600 });
}
