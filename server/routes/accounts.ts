import { Type } from "typebox";
import {
	Account,
	AccountChange,
	AccountEntry,
	AccountList,
	NewAccount,
	SetPassword,
} from "../../protocol/staff.ts";
import type { KnownAccount } from "../accounts/accounts.ts";
import { endingSessions, settled } from "./account-changes.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { namedUnlessSecret } from "./request-key.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["admin"];
const params = Type.Object({ username: Type.String({ maxLength: 60 }) });

/** Who may sign in; for admins alone. */
export function addAccountRoutes(app: App, parts: Parts): void {
	const { accounts, sessions, audit } = parts;
	const onRequest = requireAccount(sessions, ["admin"]);

	app.get(
		"/api/admin/accounts",
		{ onRequest, schema: { tags, summary: "All accounts", response: { 200: AccountList } } },
		async () => ({ items: accounts.list().map(entry) }),
	);

	app.post(
		"/api/admin/accounts",
		{
			onRequest,
			schema: { tags, summary: "Adds an account", body: NewAccount, response: { 201: Account } },
		},
		async (request, reply) => {
			const { password: _, ...told } = request.body;
			const done = await accounts.add(request.body, namedUnlessSecret(request, told));
			if (done !== "added") throw new Refused(done);
			const { username, name, roles } = told;
			await audit.note({ type: "account-added", username, roles }, request.account.username);
			reply.code(201);
			return { username, name, roles };
		},
	);

	app.patch(
		"/api/admin/accounts/:username",
		{
			onRequest,
			schema: {
				tags,
				summary:
					"Changes name, roles, or whether the account may sign in; other roles end its sessions",
				params,
				body: AccountChange,
				response: { 200: AccountEntry },
			},
		},
		async (request) => {
			const { username } = request.params;
			const by = request.account.username;
			const named = namedUnlessSecret(request, request.body);
			const done = await endingSessions(parts, username, by, () =>
				accounts.change(username, request.body, named),
			);
			const account = found(username);
			if (settled(done) === "done") {
				const { name, roles, disabled } = account;
				await audit.note({ type: "account-changed", username, name, roles, disabled }, by);
			}
			return entry(account);
		},
	);

	app.post(
		"/api/admin/accounts/:username/password",
		{
			onRequest,
			schema: {
				tags,
				summary: "Sets somebody's password, to be changed at the next sign-in; ends their sessions",
				params,
				body: SetPassword,
				response: { 200: AccountEntry },
			},
		},
		async (request) => {
			const { username } = request.params;
			const by = request.account.username;
			// Whoever finds a browser signed in must not be able to keep it that way.
			if (username === by) throw new Refused("account/own");
			const { password, mustChange = true } = request.body;
			const named = namedUnlessSecret(request, { mustChange });
			const done = await endingSessions(parts, username, by, () =>
				accounts.setPassword(username, password, mustChange, named),
			);
			if (settled(done) === "done") {
				await audit.note({ type: "password-set", username, mustChange }, by);
			}
			return entry(found(username));
		},
	);

	app.post(
		"/api/admin/accounts/:username/end-sessions",
		{
			onRequest,
			schema: {
				tags,
				summary: "Signs somebody out everywhere",
				params,
				body: Type.Object({}, { additionalProperties: false }),
				response: { 200: AccountEntry },
			},
		},
		async (request) => {
			const { username } = request.params;
			const named = namedUnlessSecret(request, {});
			settled(
				await endingSessions(parts, username, request.account.username, () =>
					accounts.endSessions(username, named),
				),
			);
			return entry(found(username));
		},
	);

	function found(username: string): KnownAccount {
		const account = accounts.find(username);
		if (!account) throw new Refused("account/unknown");
		return account;
	}

	function entry({ username, name, roles, disabled, mustChange }: KnownAccount): AccountEntry {
		return { username, name, roles, disabled, mustChange, sessions: sessions.countOf(username) };
	}
}
