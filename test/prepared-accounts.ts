import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { KeptAccount } from "../server/accounts/account-file.ts";

/**
 * Accounts as a hub has written them, for tests in which nobody is added or given a password. Hashing one takes half a second of a core and is meant to;
 * these were hashed once, at a cost of 2^10 in place of 2^17, as their hashes say. Signing in checks them like any other.
 */
export const adminPassword = "mat-khau-thu-nghiem";
const adminHash = "scrypt$ln=10$vSN5NICxMAzIN_bX90D-WQ$MO1HM6TEKiPm3RuNppUbya-7LDgszFNuu8a9Lw9HvUQ";

/** The password of every prepared officer. */
export const officerPassword = "bốn con mèo tím";
const officerHash =
	"scrypt$ln=10$PZDVWYuCrrpa5bmc8-Bg0g$fdf4pQrEjcR_zH0PNkt5U2FIJiqs-G5OSJnzt6GM9X4";

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
