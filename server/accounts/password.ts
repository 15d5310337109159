import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/**
 * scrypt with the parameters OWASP's Password Storage Cheat Sheet names first (N = 2^17, r = 8, p = 1): 128 MiB and some
 * tenths of a second for each try.
 */
const usualCost = 17;
/** What a hash may have cost, as log2 of N: a later version may ask more of new ones, and those that are kept still open their accounts. */
const costs = { least: 10, most: 18 };
const blockSize = 8;
const keyBytes = 32;

/** Of a password as it is kept, for a schema. */
export const hashPattern = "^scrypt\\$(?:ln=(\\d{2})\\$)?([\\w-]+)\\$([\\w-]+)$";
const hashForm = new RegExp(hashPattern);

/** A password as it is kept: `scrypt$ln=17$SALT$KEY`, with log2 of N, and both others base64url. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	return written(salt, await derive(password, salt, usualCost));
}

/** Has the form of a hashed password and takes as long to check; its key was drawn and not derived, so nothing matches it. */
export function unmatchableHash(): string {
	return written(randomBytes(16), randomBytes(keyBytes));
}

/**
 * Whether the password is the one that was hashed. Takes as long for a wrong one as for the right one.
 * @param hash as `hashPassword` writes it, or without its cost: of 2^17 then
 */
export async function isPassword(password: string, hash: string): Promise<boolean> {
	const [, ln, salt, key] = hashForm.exec(hash) ?? [];
	const cost = ln === undefined ? usualCost : Number(ln);
	if (!salt || !key || cost < costs.least || cost > costs.most) {
		throw new Error("a password is kept in an unknown form");
	}
	const derived = await derive(password, Buffer.from(salt, "base64url"), cost);
	return timingSafeEqual(derived, Buffer.from(key, "base64url"));
}

function written(salt: Buffer, key: Buffer): string {
	return `scrypt$ln=${usualCost}$${salt.toString("base64url")}$${key.toString("base64url")}`;
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
function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
	if (inLine >= longestLine) return Promise.reject(new SignInBusy("too many sign in at once"));
	inLine++;
	const derived = line.then(() => deriveNow(password, salt, cost));
	line = derived
		.catch(() => {
			// Told to whoever waits for it.
		})
		.finally(() => {
			inLine--;
		});
	return derived;
}

function deriveNow(password: string, salt: Buffer, cost: number): Promise<Buffer> {
	const N = 2 ** cost;
	const parameters = { N, r: blockSize, p: 1, maxmem: 192 * N * blockSize };
	return new Promise((resolve, reject) => {
		scrypt(password.normalize("NFC"), salt, keyBytes, parameters, (error, key) => {
			if (error) reject(error);
			else resolve(key);
		});
	});
}
