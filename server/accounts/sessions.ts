import { createHash, randomBytes } from "node:crypto";
import fastifyCookie from "@fastify/cookie";
import type { FastifySessionOptions, SessionStore } from "@fastify/session";
import { Type } from "typebox";
import type { Account } from "../../protocol/staff.ts";
import { openDocument } from "../documents.ts";
import type { Accounts } from "./accounts.ts";

declare module "fastify" {
	interface Session {
		/** Who is signed in. */
		username?: string;
	}
}

/** Who is signed in where. Sessions outlive a restart of the hub. */
export interface Sessions {
	/** What @fastify/session needs to keep them. */
	options: FastifySessionOptions;
	/** Who is signed in by these cookies, or null. */
	accountOf(cookies: Cookies): Account | null;
	/** Ends a session for good; `key` names the request, so that it can be repeated. */
	end(sessionId: string, key: string | undefined): Promise<void>;
	/** Whether the session of these cookies was ended by a request with this key. */
	wasEndedBy(cookies: Cookies, key: string): boolean;
}

type Cookies = { [name: string]: string | undefined };

const cookieName = "motcua";
/** A working day and its overtime. */
const maxAgeMs = 12 * 60 * 60 * 1000;

/** How many cookies are remembered as rightly signed. */
const mostCookies = 1_000;

const SessionFile = Type.Object(
	{
		version: Type.Literal(1),
		secret: Type.String({ minLength: 32 }),
		/** By the SHA-256 of the session id: whoever reads the file can sign in as nobody. */
		sessions: Type.Record(
			Type.String(),
			Type.Object(
				{ username: Type.String(), expires: Type.String() },
				{ additionalProperties: false },
			),
		),
		/** Sessions that a request with a key has ended, for as long as they would have lasted. */
		ended: Type.Optional(
			Type.Record(
				Type.String(),
				Type.Object(
					{ key: Type.String(), expires: Type.String() },
					{ additionalProperties: false },
				),
			),
		),
	},
	{ additionalProperties: false },
);

export async function openSessions(
	file: string,
	accounts: Accounts,
	now: () => number,
): Promise<Sessions> {
	const document = await openDocument(file, SessionFile, {
		version: 1,
		secret: randomBytes(32).toString("hex"),
		sessions: {},
	});
	const signer = new fastifyCookie.Signer(document.data.secret);

	const idsOfCookies = new Map<string, string>();

	const store: SessionStore = {
		set(sessionId, session, done) {
			const { username, cookie } = session;
			document
				.update(({ sessions, ended = {} }) => {
					dropExpired(sessions, now());
					dropExpired(ended, now());
					if (username && cookie.expires) {
						sessions[keyOf(sessionId)] = { username, expires: cookie.expires.toISOString() };
					}
				})
				.then(() => done(), done);
		},
		get(sessionId, done) {
			const kept = liveSession(sessionId);
			done(
				null,
				kept && {
					username: kept.username,
					cookie: { ...cookie, originalMaxAge: maxAgeMs, expires: new Date(kept.expires) },
				},
			);
		},
		destroy(sessionId, done) {
			document
				.update(({ sessions }) => {
					delete sessions[keyOf(sessionId)];
				})
				.then(() => done(), done);
		},
	};

	return {
		options: {
			secret: document.data.secret,
			cookieName,
			cookie: { ...cookie, maxAge: maxAgeMs },
			store,
			saveUninitialized: false,
			rolling: false,
		},
		accountOf(cookies) {
			const sessionId = idOf(cookies);
			const kept = sessionId ? liveSession(sessionId) : null;
			return kept ? accounts.find(kept.username) : null;
		},
		end: (sessionId, key) =>
			document.update((data) => {
				const id = keyOf(sessionId);
				const expires = data.sessions[id]?.expires;
				delete data.sessions[id];
				if (!key || !expires) return;
				data.ended ??= {};
				data.ended[id] = { key, expires };
			}),
		wasEndedBy(cookies, key) {
			const sessionId = idOf(cookies);
			return sessionId !== null && document.data.ended?.[keyOf(sessionId)]?.key === key;
		},
	};

	/** The session that a cookie names by the hub's own signature. An officer's cookie comes with each act, and is the same all day. */
	function idOf(cookies: Cookies): string | null {
		const signed = cookies[cookieName];
		if (!signed) return null;
		const known = idsOfCookies.get(signed);
		if (known) return known;
		const { valid, value } = signer.unsign(signed);
		if (!valid || !value) return null;
		if (idsOfCookies.size >= mostCookies) idsOfCookies.clear();
		idsOfCookies.set(signed, value);
		return value;
	}

	function liveSession(sessionId: string) {
		const kept = document.data.sessions[keyOf(sessionId)];
		return kept && Date.parse(kept.expires) > now() ? kept : null;
	}
}

const cookie = { path: "/", httpOnly: true, sameSite: "strict", secure: "auto" } as const;

function keyOf(sessionId: string): string {
	return createHash("sha256").update(sessionId).digest("hex");
}

function dropExpired(sessions: Record<string, { expires: string }>, now: number): void {
	for (const [key, { expires }] of Object.entries(sessions)) {
		if (Date.parse(expires) <= now) delete sessions[key];
	}
}
