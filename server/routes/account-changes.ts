import type { ProblemCode } from "../../protocol/problem.ts";
import type { Asked } from "../accounts/accounts.ts";
import type { Parts } from "./parts.ts";
import { Refused } from "./problems.ts";

/**
 * Does something to an account that may end its sessions: open views of those end at once. Answered is only what the audit knows of, also where it
 * could not be told the first time.
 * @param asked by whom, and the request where it names itself
 * @param keep the key of a session that outlives it
 */
export async function endingSessions<T>(
	{ accounts, sessions, audit }: Pick<Parts, "accounts" | "sessions" | "audit">,
	username: string,
	asked: Asked,
	change: (asked: Asked) => Promise<T>,
	keep?: string,
): Promise<T> {
	const before = accounts.find(username)?.generation;
	const open = sessions.countOf(username) - (keep ? 1 : 0);
	const told = { ...asked, sessions: open };
	const changed = keep ? await sessions.keepThrough(keep, () => change(told)) : await change(told);
	if (accounts.find(username)?.generation !== before) await sessions.drop();
	await accounts.noteChanges(audit.note);
	return changed;
}

/** Stops the request where nothing was done to the account, now or before. */
export function settled(done: "done" | "before" | ProblemCode): void {
	if (done !== "done" && done !== "before") throw new Refused(done);
}
