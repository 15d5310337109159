import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Accounts, openAccounts } from "./accounts.ts";

/** Every password that was hashed, and how. */
const hashed: object[] = vi.hoisted(() => []);

vi.mock("node:crypto", async (importReal) => {
	const real = await importReal<typeof import("node:crypto")>();
	function scrypt(
		password: string,
		salt: Buffer,
		keyBytes: number,
		options: import("node:crypto").ScryptOptions,
		done: (error: Error | null, key: Buffer) => void,
	): void {
		hashed.push({ password, saltBytes: salt.length, keyBytes, options });
		real.scrypt(password, salt, keyBytes, options, done);
	}
	return { ...real, scrypt };
});

const password = "bốn con mèo tím";
let directory: string;
let accounts: Accounts;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "motcua-sign-in-"));
	const opened = await openAccounts(join(directory, "accounts.json"), "mat-khau-thu-nghiem");
	await opened.settled;
	accounts = opened.accounts;
	const asked = { by: "admin" };
	for (const username of ["lan", "nghi-viec"]) {
		await accounts.add({ username, name: "Cán bộ", password, roles: ["officer"] }, asked);
	}
	await accounts.change("nghi-viec", { disabled: true }, asked);
});
afterAll(() => rm(directory, { recursive: true }));

/** The whole of what takes long is one hash of what was typed, with these, whoever it is. */
const work = { saltBytes: 16, keyBytes: 32, options: { N: 2 ** 17, r: 8, p: 1 } };

test.each([
	["the right password", "lan", password, { username: "lan" }],
	["a wrong password", "lan", "sai mật khẩu", null],
	["a name that nobody has", "khong-he-co", password, null],
	["a name that nobody could have", "__proto__", "", null],
	["a wrong password of an account that is disabled", "nghi-viec", "sai mật khẩu", null],
	["the right one of it", "nghi-viec", password, { username: "nghi-viec", disabled: true }],
])("signing in costs the same work: %s", async (_what, username, typed, account) => {
	hashed.splice(0);
	const found = await accounts.signIn(username, typed);
	expect(found).toEqual(account && expect.objectContaining(account));
	expect(hashed).toMatchObject([{ ...work, password: typed }]);
});
