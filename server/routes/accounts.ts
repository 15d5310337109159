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
			const by = request.account.username;
			const named = namedUnlessSecret(request, told);
			const done = await accounts.add(request.body, { by, request: named });
			if (done !== "added") throw new Refused(done);
			await accounts.noteChanges(audit.note);
			const { username, name, roles } = told;
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
			settled(
				await endingSessions(parts, username, { by, request: named }, (asked) =>
					accounts.change(username, request.body, asked),
				),
			);
			return entry(found(username));
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
			settled(
				await endingSessions(parts, username, { by, request: named }, (asked) =>
					accounts.setPassword(username, password, mustChange, asked),
				),
			);
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
			const by = request.account.username;
			const named = namedUnlessSecret(request, {});
			settled(
				await endingSessions(parts, username, { by, request: named }, (asked) =>
					accounts.endSessions(username, asked),
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
