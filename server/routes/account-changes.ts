import type { ProblemCode } from "../../protocol/problem.ts";
import type { Parts } from "./parts.ts";
import { Refused } from "./problems.ts";

/**
 * Does something to an account that may end its sessions: open views of those end at once, and the audit says how many there were.
 * @param by who does it
 * @param keep the key of a session that outlives it
 */
export async function endingSessions<T>(
	{ accounts, sessions, audit }: Pick<Parts, "accounts" | "sessions" | "audit">,
	username: string,
	by: string,
	change: () => Promise<T>,
	keep?: string,
): Promise<T> {
	const before = accounts.find(username)?.generation;
	const open = sessions.countOf(username) - (keep ? 1 : 0);
	const changed = keep ? await sessions.keepThrough(keep, change) : await change();
	if (accounts.find(username)?.generation === before) return changed;
	await sessions.drop();
	if (open > 0) await audit.note({ type: "sessions-ended", username, sessions: open }, by);
	return changed;
}

/** What was done to an account, or the refusal as what stops the request. */
export function settled<Code extends ProblemCode>(
	done: "done" | "before" | Code,
): "done" | "before" {
	if (done === "done" || done === "before") return done;
	throw new Refused(done);
}
