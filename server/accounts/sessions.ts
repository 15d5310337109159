import { createHash, randomBytes } from "node:crypto";
import fastifyCookie from "@fastify/cookie";
import type { FastifySessionOptions, SessionStore } from "@fastify/session";
import { DocumentUnavailable, openDocument } from "../documents.ts";
import type { Accounts, KnownAccount } from "./accounts.ts";
import { dropExpired, type KeptSession, SessionFile } from "./session-file.ts";

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
	/** Signs what a browser keeps and the hub must have said itself. */
	secret: string;
	/**
	 * Who is signed in by these cookies, or null; null also while the end of their session is being written. Asking is no act: it keeps no session
	 * from running out.
	 */
	of(cookies: Cookies): SignedIn | null;
	/** The same, for a request that a person makes: the session is in use. */
	act(cookies: Cookies): SignedIn | null;
	/** How many sessions an account has now. */
	countOf(username: string): number;
	/**
	 * Lets one session outlive a change of its account that ends all others.
	 * @param change what is done to the account meanwhile
	 */
	keepThrough<T>(key: string, change: () => Promise<T>): Promise<T>;
	/** Ends a session for good; `request` names what asked for it, so that it can be repeated. */
	end(sessionId: string, request?: { key: string; counters: string[] }): Promise<void>;
	/** The counters that stayed open when the session of these cookies was ended by a request with this key; null where it was not. */
	endedBy(cookies: Cookies, key: string): string[] | null;
	/** Ends what has run out, and what a change of its account has ended. To be called after such a change, and now and then. */
	drop(): Promise<void>;
	/** Told the keys of sessions at once when they have ended. */
	onEnded(listener: (keys: ReadonlySet<string>) => void): void;
}

export interface SignedIn {
	/** Names the session and lets nobody in. */
	key: string;
	account: KnownAccount;
}

type Cookies = { [name: string]: string | undefined };

const cookieName = "motcua";
/** A working day and its overtime. */
const maxAgeMs = 12 * 60 * 60 * 1000;

/**
 * OWASP's Session Management Cheat Sheet names 15 to 30 minutes without an act for applications of low risk, and asks to weigh them against
 * the work. Here a counter without a citizen for an hour is usual, lunch takes two, and who is signed out then keeps people waiting; so it is lunch and a
 * quiet hour on either side of it. A browser that was left open in the evening is signed out before anybody cleans the room the next morning.
 */
export const idleMs = 4 * 60 * 60 * 1000;

/** How old the last act may be on disk: an act costs no write, and a restart takes no more than this from a session. */
const seenWithinMs = 10 * 60 * 1000;
/** After a write that failed the next is not tried before. */
const writeAgainMs = 60 * 1000;

/** How many cookies are remembered as rightly signed. */
const mostCookies = 1_000;

export async function openSessions(
	file: string,
	accounts: Pick<Accounts, "find">,
	now: () => number,
): Promise<Sessions> {
	const document = await openDocument(file, SessionFile, {
		version: 1,
		secret: randomBytes(32).toString("hex"),
		sessions: {},
	});
	const signer = new fastifyCookie.Signer(document.data.secret);

	const idsOfCookies = new Map<string, string>();
	/** When a session was last used, by its key, where that is newer than what is on disk. */
	const seen = new Map<string, number>();
	let seenWrittenAt = Number.NEGATIVE_INFINITY;
	/** Sessions that outlive the change of their account that is under way. */
	const kept = new Set<string>();
	/** Sessions whose end is being written. Their views have been told, and none may begin that would not be. */
	const ending = new Set<string>();
	const listeners: ((keys: ReadonlySet<string>) => void)[] = [];

	const store: SessionStore = {
		set(sessionId, { username, cookie }, done) {
			const account = username && accounts.find(username);
			const { expires } = cookie;
			if (!account || !expires) {
				done();
				return;
			}
			const key = keyOf(sessionId);
			document
				.update(({ sessions, ended = {} }) => {
					dropExpired(ended, now());
					sessions[key] = {
						username: account.username,
						generation: account.generation,
						expires: expires.toISOString(),
						seen: new Date(now()).toISOString(),
					};
				})
				.then(() => done(), done);
		},
		get(sessionId, done) {
			const one = liveSession(keyOf(sessionId))?.session;
			done(
				null,
				one && {
					username: one.username,
					cookie: { ...cookie, originalMaxAge: maxAgeMs, expires: new Date(one.expires) },
				},
			);
		},
		destroy(sessionId, done) {
			remove(new Set([keyOf(sessionId)])).then(() => done(), done);
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
		secret: document.data.secret,
		of(cookies) {
			const found = signedIn(cookies);
			return found && ending.has(found.key) ? null : found;
		},
		act(cookies) {
			const found = signedIn(cookies);
			if (found) see(found.key);
			return found;
		},
		countOf: (username) =>
			Object.entries(document.data.sessions).filter(
				([key, session]) => session.username === username && liveSession(key),
			).length,
		async keepThrough(key, change) {
			kept.add(key);
			try {
				const changed = await change();
				await document.update(({ sessions }) => {
					const session = sessions[key];
					const account = session && accounts.find(session.username);
					if (account) session.generation = account.generation;
				});
				return changed;
			} finally {
				kept.delete(key);
			}
		},
		end: (sessionId, request) => remove(new Set([keyOf(sessionId)]), request),
		endedBy(cookies, key) {
			const sessionId = idOf(cookies);
			const ended = sessionId !== null && document.data.ended?.[keyOf(sessionId)];
			return ended && ended.key === key ? (ended.counters ?? []) : null;
		},
		drop() {
			const over = Object.keys(document.data.sessions).filter((key) => !liveSession(key));
			// They are over whatever stands in the file; the next time it is tried again.
			return remove(new Set(over)).catch((error: unknown) => {
				if (!(error instanceof DocumentUnavailable)) throw error;
			});
		},
		onEnded(listener) {
			listeners.push(listener);
		},
	};

	function signedIn(cookies: Cookies): SignedIn | null {
		const sessionId = idOf(cookies);
		if (!sessionId) return null;
		const key = keyOf(sessionId);
		const live = liveSession(key);
		return live && { key, account: live.account };
	}

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

	/** A session that has not run out, of an account that has not ended it. */
	function liveSession(key: string): { session: KeptSession; account: KnownAccount } | null {
		const session = document.data.sessions[key];
		if (!session || Date.parse(session.expires) <= now() || now() - seenAt(key) >= idleMs) {
			return null;
		}
		const account = accounts.find(session.username);
		if (!account || account.disabled) return null;
		const holds = kept.has(key) || (session.generation ?? 0) === account.generation;
		return holds ? { session, account } : null;
	}

	/** When a session was last used. One of a file without that was used when it began. */
	function seenAt(key: string): number {
		const session = document.data.sessions[key];
		if (!session) return Number.NEGATIVE_INFINITY;
		const written = session.seen
			? Date.parse(session.seen)
			: Date.parse(session.expires) - maxAgeMs;
		return Math.max(written, seen.get(key) ?? Number.NEGATIVE_INFINITY);
	}

	function see(key: string): void {
		seen.set(key, now());
		const written = Date.parse(document.data.sessions[key]?.seen ?? "") || 0;
		if (now() - written < seenWithinMs || now() - seenWrittenAt < writeAgainMs) return;
		seenWrittenAt = now();
		document
			.update(({ sessions }) => {
				for (const [one, at] of seen) {
					const session = sessions[one];
					if (session) session.seen = new Date(at).toISOString();
				}
			})
			.catch(() => {
				// The sessions hold in memory; another act tries again.
			});
	}

	/** Whoever is told of it is told at once; what cannot be written is none the less over here. */
	async function remove(
		keys: ReadonlySet<string>,
		request?: { key: string; counters: string[] },
	): Promise<void> {
		const there = [...keys].filter((key) => document.data.sessions[key]);
		if (there.length === 0) return;
		for (const key of there) ending.add(key);
		for (const listener of listeners) listener(new Set(there));
		try {
			await document.update((data) => {
				for (const key of there) {
					const expires = data.sessions[key]?.expires;
					delete data.sessions[key];
					if (!request || !expires) continue;
					data.ended ??= {};
					data.ended[key] = { ...request, expires };
				}
			});
		} finally {
			for (const key of there) ending.delete(key);
		}
		for (const key of there) seen.delete(key);
	}
}

const cookie = { path: "/", httpOnly: true, sameSite: "strict", secure: "auto" } as const;

function keyOf(sessionId: string): string {
	return createHash("sha256").update(sessionId).digest("hex");
}
