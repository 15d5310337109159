import { Account, AccountList, NewAccount } from "../../protocol/staff.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { keyOf, namedRequest } from "./request-key.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["admin"];

/** Who may sign in; for admins alone. */
export function addAccountRoutes(app: App, { accounts, sessions }: Parts): void {
	const onRequest = requireAccount(sessions, ["admin"]);

	app.get(
		"/api/admin/accounts",
		{ onRequest, schema: { tags, summary: "All accounts", response: { 200: AccountList } } },
		async () => ({ items: accounts.list() }),
	);

	app.post(
		"/api/admin/accounts",
		{
			onRequest,
			schema: { tags, summary: "Adds an account", body: NewAccount, response: { 201: Account } },
		},
		async (request, reply) => {
			const key = keyOf(request);
			const { password: _, ...told } = request.body;
			const named = key && namedRequest(request, request.account.username, key, told);
			const done = await accounts.add(request.body, named || undefined);
			if (done !== "added") throw new Refused(done);
			const { username, name, roles } = told;
			reply.code(201);
			return { username, name, roles };
		},
	);
}
