import type { FastifyRequest } from "fastify";
import type { Account, Role } from "../../protocol/staff.ts";
import type { Sessions } from "../accounts/sessions.ts";
import { Refused } from "./problems.ts";

declare module "fastify" {
	interface FastifyRequest {
		/** Who is signed in; there only behind `requireAccount`. */
		account: Account;
	}
}

/**
 * Lets only signed-in accounts through, with `roles` only those that have one of them; an admin may do everything. Who one is comes
 * before anything else is looked at.
 */
export function requireAccount(sessions: Sessions, roles?: readonly Role[]) {
	return async (request: FastifyRequest): Promise<void> => {
		const account = sessions.accountOf(request.cookies);
		if (!account) throw new Refused("session/required");
		if (roles && !account.roles.some((role) => role === "admin" || roles.includes(role))) {
			throw new Refused("session/forbidden");
		}
		request.account = account;
	};
}
