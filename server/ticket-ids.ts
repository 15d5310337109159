import { randomFillSync } from "node:crypto";

const idBytes = 16;
/** Asking the system for random bytes costs the same for one id as for many. */
const idsAtOnce = 256;

/** Gives ids that nobody can guess: 128 random bits each, base64url. */
export function createTicketIds(): () => string {
	const pool = Buffer.alloc(idBytes * idsAtOnce);
	let next = pool.length;
	return () => {
		if (next === pool.length) {
			randomFillSync(pool);
			next = 0;
		}
		const id = pool.toString("base64url", next, next + idBytes);
		// What was given out is its holder's key and is not kept.
		pool.fill(0, next, next + idBytes);
		next += idBytes;
		return id;
	};
}
