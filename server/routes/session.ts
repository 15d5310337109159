import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { Session, SignIn } from "../../protocol/staff.ts";
import type { QueueState } from "../queue/state.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { keyOf } from "./request-key.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["staff"];

/** Signing in, who am I, signing out. */
export function addSessionRoutes(app: App, { accounts, sessions, hub }: Parts): void {
	const signedIn = requireAccount(sessions);

	app.post(
		"/api/session",
		{
			config: { counts: "sign-in" },
			schema: {
				tags,
				summary: "Signs in; the answer sets a cookie",
				body: SignIn,
				response: { 200: Session },
			},
		},
		async (request) => {
			// Signing in twice gives the same answer twice; the key is only looked at.
			keyOf(request);
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
			onRequest: signedIn,
			schema: { tags, summary: "Who is signed in", response: { 200: Session } },
		},
		async ({ account }) => ({ account, counters: await countersOf(account.username) }),
	);

	app.delete(
		"/api/session",
		{
			onRequest: requireAccountUnlessEnded,
			schema: { tags, summary: "Signs out", response: { 204: Type.Null() } },
		},
		async (request, reply) => {
			await sessions.end(request.session.sessionId, keyOf(request));
			await request.session.destroy();
			return reply.code(204).send(null);
		},
	);

	/** Whoever repeats a sign-out is signed out already, and gets the first answer. */
	async function requireAccountUnlessEnded(request: FastifyRequest, reply: FastifyReply) {
		const key = keyOf(request);
		if (key && sessions.wasEndedBy(request.cookies, key)) return reply.code(204).send(null);
		return signedIn(request);
	}

	function countersOf(username: string): Promise<string[]> {
		return hub.read((state: QueueState) =>
			state.settings.counters
				.map(({ id }) => id)
				.filter((id) => state.counters.get(id)?.officer?.username === username),
		);
	}
}
