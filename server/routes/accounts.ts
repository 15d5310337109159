import { Account, AccountList, NewAccount } from "../../protocol/staff.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["admin"];

/** Who may sign in; for admins alone. */
export function addAccountRoutes(app: App, { accounts }: Parts): void {
	const onRequest = requireAccount(accounts, ["admin"]);

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
		async ({ body }, reply) => {
			if (!(await accounts.add(body))) throw new Refused("account/exists");
			const { username, name, roles } = body;
			reply.code(201);
			return { username, name, roles };
		},
	);
}
