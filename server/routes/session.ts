import { Type } from "typebox";
import { Session, SignIn } from "../../protocol/staff.ts";
import type { QueueState } from "../queue/state.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["staff"];

/** Signing in, who am I, signing out. */
export function addSessionRoutes(app: App, { accounts, hub }: Parts): void {
	app.post(
		"/api/session",
		{
			schema: {
				tags,
				summary: "Signs in; the answer sets a cookie",
				body: SignIn,
				response: { 200: Session },
			},
		},
		async (request) => {
			const account = await accounts.signIn(request.body.username, request.body.password);
			if (!account) throw new Refused("session/wrong-credentials");
			// A session id that was there before is never the one that is signed in.
			await request.session.regenerate();
			request.session.username = account.username;
			return { account, counters: await countersOf(account.username) };
		},
	);

	app.get(
		"/api/session",
		{
			onRequest: requireAccount(accounts),
			schema: { tags, summary: "Who is signed in", response: { 200: Session } },
		},
		async ({ account }) => ({ account, counters: await countersOf(account.username) }),
	);

	app.delete(
		"/api/session",
		{
			onRequest: requireAccount(accounts),
			schema: { tags, summary: "Signs out", response: { 204: Type.Null() } },
		},
		async (request, reply) => {
			await request.session.destroy();
			return reply.code(204).send(null);
		},
	);

	function countersOf(username: string): Promise<string[]> {
		return hub.read((state: QueueState) =>
			state.settings.counters
				.map(({ id }) => id)
				.filter((id) => state.counters.get(id)?.officer?.username === username),
		);
	}
}
