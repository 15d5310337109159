import type { FastifyRequest } from "fastify";
import type { Role } from "../../protocol/staff.ts";
import type { KnownAccount } from "../accounts/accounts.ts";
import type { Sessions } from "../accounts/sessions.ts";
import { Refused } from "./problems.ts";

declare module "fastify" {
	interface FastifyRequest {
		/** Who is signed in; there only behind `requireAccount`. */
		account: KnownAccount;
		/** What names their session and lets nobody in; there only behind `requireAccount`. */
		sessionKey: string;
	}
}

/**
 * Lets only signed-in accounts through, with `roles` only those that have one of them; an admin may do everything. Who one is comes
 * before anything else is looked at.
 */
export function requireAccount(sessions: Sessions, roles?: readonly Role[]) {
	const known = requireSession(sessions);
	return async (request: FastifyRequest): Promise<void> => {
		await known(request);
		const { account } = request;
		if (account.mustChange) throw new Refused("session/must-change");
		if (roles && !account.roles.some((role) => role === "admin" || roles.includes(role))) {
			throw new Refused("session/forbidden");
		}
	};
}

/** Also lets those through who have yet to change a password that somebody else made: for what they need to do so. */
export function requireSession(sessions: Sessions) {
	return async (request: FastifyRequest): Promise<void> => {
		const signedIn = sessions.act(request.cookies);
		if (!signedIn) throw new Refused("session/required");
		request.account = signedIn.account;
		request.sessionKey = signedIn.key;
	};
}
