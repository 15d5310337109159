import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { ChangePassword, Session, SignIn } from "../../protocol/staff.ts";
import type { KnownAccount } from "../accounts/accounts.ts";
import {
	browserCookieName,
	browserCookieSeconds,
	createKnownBrowsers,
} from "../accounts/known-browsers.ts";
import { createSignInPace } from "../accounts/sign-in-pace.ts";
import type { QueueState } from "../queue/state.ts";
import { endingSessions, settled } from "./account-changes.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { keyOf, namedUnlessSecret } from "./request-key.ts";
import { requireSession } from "./signed-in.ts";

const tags = ["staff"];

/** Names the counters that whoever has just signed out still holds. */
const openCountersHeader = "motcua-open-counters";

/** Signing in, who am I, one's own password, signing out. */
export function addSessionRoutes(app: App, parts: Parts): void {
	const { accounts, sessions, audit, hub, now } = parts;
	const onRequest = requireSession(sessions);
	const pace = createSignInPace(now);
	const browsers = createKnownBrowsers(sessions.secret);

	app.post(
		"/api/session",
		{
			config: { counts: "sign-in" },
			schema: {
				tags,
				summary:
					"Signs in; the answer sets a cookie. Whoever was signed in at this browser is signed out",
				body: SignIn,
				response: { 200: Session },
			},
			// After the session's own cookie, which programs look for first.
			onSend: async (request, reply, payload) => {
				const { username } = request.session ?? {};
				if (reply.statusCode === 200 && username) rememberBrowser(request, reply, username);
				return payload;
			},
		},
		async (request) => {
			// Signing in twice gives the same answer twice; the key is only looked at.
			keyOf(request);
			const account = await checked(request, request.body);
			const before = sessions.of(request.cookies);
			const { username } = account;
			if (before && before.account.username !== username) {
				await audit.note(
					{ type: "signed-out", username: before.account.username },
					before.account.username,
				);
			}
			await audit.note({ type: "signed-in", username, address: request.ip }, username);
			// Not before it is noted: also an answer that refuses would carry the cookie. A session id that was there before is never
			// the one that is signed in (OWASP, Session Fixation).
			await request.session.regenerate();
			request.session.username = username;
			return answer(account);
		},
	);

	app.get(
		"/api/session",
		{ onRequest, schema: { tags, summary: "Who is signed in", response: { 200: Session } } },
		async ({ account }) => answer(account),
	);

	app.post(
		"/api/session/password",
		{
			onRequest,
			schema: {
				tags,
				summary: "Changes one's own password and ends one's other sessions",
				body: ChangePassword,
				response: { 200: Session },
			},
		},
		async (request) => {
			const { username } = request.account;
			const { password: old, newPassword: next } = request.body;
			const named = namedUnlessSecret(request, {});
			// Whoever finds a browser signed in is not to guess the password at leisure.
			const attempt = begun(request, username);
			const done = await endingSessions(
				parts,
				username,
				{ by: username, request: named },
				(asked) => accounts.changePassword(username, { old, next }, asked),
				request.sessionKey,
			).catch((error: unknown) => {
				attempt.ended("unchecked");
				throw error;
			});
			attempt.ended(done === "session/wrong-credentials" ? "wrong" : "right");
			settled(done);
			return answer(accounts.find(username) ?? request.account);
		},
	);

	app.post(
		"/api/session/end-all",
		{
			onRequest,
			schema: {
				tags,
				summary: "Signs out everywhere, here too",
				body: Type.Object({}, { additionalProperties: false }),
				response: { 204: Type.Null() },
			},
		},
		async (request, reply) => {
			const { username } = request.account;
			settled(
				await endingSessions(parts, username, { by: username }, (asked) =>
					accounts.endSessions(username, asked),
				),
			);
			return reply.code(204).send(null);
		},
	);

	app.delete(
		"/api/session",
		{
			onRequest: requireSessionUnlessEnded,
			schema: {
				tags,
				summary: `Signs out; the header ${openCountersHeader} names the counters that stay open`,
				response: { 204: Type.Null() },
			},
		},
		async (request, reply) => {
			const { username } = request.account;
			const counters = await countersOf(username);
			const key = keyOf(request);
			// Before it is done: whoever asks once more is signed out already, and nothing would be noted.
			await audit.note({ type: "signed-out", username }, username);
			await sessions.end(
				request.session.sessionId,
				key === undefined ? undefined : { key, counters },
			);
			await request.session.destroy();
			return signedOut(reply, counters);
		},
	);

	function rememberBrowser(request: FastifyRequest, reply: FastifyReply, username: string): void {
		reply.setCookie(browserCookieName, browsers.with(request.cookies, username), {
			path: "/api/session",
			maxAge: browserCookieSeconds,
			httpOnly: true,
			sameSite: "strict",
			secure: request.protocol === "https",
		});
	}

	/** Whoever repeats a sign-out is signed out already, and gets the first answer. */
	async function requireSessionUnlessEnded(request: FastifyRequest, reply: FastifyReply) {
		const key = keyOf(request);
		const counters = key === undefined ? null : sessions.endedBy(request.cookies, key);
		return counters ? signedOut(reply, counters) : onRequest(request);
	}

	function signedOut(reply: FastifyReply, counters: readonly string[]) {
		if (counters.length > 0) reply.header(openCountersHeader, counters.join(","));
		return reply.code(204).send(null);
	}

	/** The account that name and password are of. */
	async function checked(request: FastifyRequest, { username, password }: SignIn) {
		await accounts.takeResets((name) =>
			audit.note({ type: "password-set", username: name, mustChange: true }, "machine"),
		);
		await accounts.noteChanges(audit.note);
		const attempt = begun(request, username);
		const account = await accounts.signIn(username, password).catch((error: unknown) => {
			attempt.ended("unchecked");
			throw error;
		});
		attempt.ended(account ? "right" : "wrong");
		if (account && !account.disabled) return account;
		const why = account ? "disabled" : "wrong";
		await audit.note({ type: "sign-in-failed", username, address: request.ip, why }, "lobby");
		throw new Refused(account ? "session/disabled" : "session/wrong-credentials");
	}

	function begun(request: FastifyRequest, username: string) {
		const address = request.ip;
		const attempt = pace.begin(username, {
			address,
			knownBrowser: browsers.of(request.cookies, username),
		});
		if ("ended" in attempt) return attempt;
		if (attempt.isNews) {
			audit
				.note({ type: "sign-in-failed", username, address, why: "slowed" }, "lobby")
				.catch((error: unknown) =>
					request.log.error({ err: error }, "a slowed sign-in was not noted"),
				);
		}
		throw new Refused("session/slowed", { waitSeconds: Math.ceil(attempt.waitMs / 1_000) });
	}

	async function answer(account: KnownAccount): Promise<Session> {
		const { username, name, roles, mustChange } = account;
		return { account: { username, name, roles }, counters: await countersOf(username), mustChange };
	}

	function countersOf(username: string): Promise<string[]> {
		return hub.read((state: QueueState) =>
			state.settings.counters
				.map(({ id }) => id)
				.filter((id) => state.counters.get(id)?.officer?.username === username),
		);
	}
}
