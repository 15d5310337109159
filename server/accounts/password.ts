import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/**
 * scrypt with the parameters OWASP's Password Storage Cheat Sheet names first (N = 2^17, r = 8, p = 1): 128 MiB and some
 * tenths of a second for each try.
 */
const parameters = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 };
const keyBytes = 32;

/** A password as it is kept: `scrypt$SALT$KEY`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const key = await derive(password, salt);
	return `scrypt$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

/** Has the form of a hashed password and takes as long to check; its key was drawn and not derived, so nothing matches it. */
export function unmatchableHash(): string {
	return `scrypt$${randomBytes(16).toString("base64url")}$${randomBytes(keyBytes).toString("base64url")}`;
}

/** Whether the password is the one that was hashed. Takes as long for a wrong one as for the right one. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
	const [form, salt, key] = hash.split("$");
	if (form !== "scrypt" || !salt || !key) throw new Error("a password is kept in an unknown form");
	const derived = await derive(password, Buffer.from(salt, "base64url"));
	return timingSafeEqual(derived, Buffer.from(key, "base64url"));
}

/** The hashing that is under way and what waits for it. */
let line: Promise<unknown> = Promise.resolve();
let inLine = 0;

/** How many may wait to be hashed: a whole office at half past seven, and some twenty seconds' worth at the most. */
const longestLine = 40;

/** So many people sign in at once that one more would wait too long. */
export class SignInBusy extends Error {
	override name = "SignInBusy";
}

/**
 * One after the other: Node's four threads for slow work also carry the ledger's writes, and whoever takes a ticket must not wait
 * for passwords.
 */
function derive(password: string, salt: Buffer): Promise<Buffer> {
	if (inLine >= longestLine) return Promise.reject(new SignInBusy("too many sign in at once"));
	inLine++;
	const derived = line.then(() => deriveNow(password, salt));
	line = derived
		.catch(() => {
			// Told to whoever waits for it.
		})
		.finally(() => {
			inLine--;
		});
	return derived;
}

function deriveNow(password: string, salt: Buffer): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		scrypt(password.normalize("NFC"), salt, keyBytes, parameters, (error, key) => {
			if (error) reject(error);
			else resolve(key);
		});
	});
}
