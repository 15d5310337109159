import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastifyCookie from "@fastify/cookie";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { KnownAccount } from "./accounts.ts";
import { idleMs, openSessions } from "./sessions.ts";

const hourMs = 60 * 60 * 1000;
const morning = Date.parse("2026-11-23T00:30:00Z");

let directory: string;
let now: number;
let lan: KnownAccount;

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "motcua-sessions-"));
	now = morning;
	lan = {
		username: "lan",
		name: "Nguyễn Thị Lan",
		roles: ["officer"],
		disabled: false,
		mustChange: false,
		generation: 3,
	};
});
// What an act has changed may still be on its way to the disk.
afterEach(() => rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }));

const file = () => join(directory, "sessions.json");
const open = () =>
	openSessions(file(), { find: (username) => (username === "lan" ? lan : null) }, () => now);
type Sessions = Awaited<ReturnType<typeof open>>;

/** Keeps a session as @fastify/session does, and gives the cookies of its browser. */
async function signedIn(sessions: Sessions, id = "phien-1"): Promise<{ motcua: string }> {
	const expires = new Date(now + 12 * hourMs);
	await new Promise<void>((done, failed) => {
		const session = { username: "lan", cookie: { originalMaxAge: 12 * hourMs, expires } };
		sessions.options.store?.set(id, Object.assign(Object.create(null), session), (error) =>
			error ? failed(error) : done(),
		);
	});
	return { motcua: new fastifyCookie.Signer(sessions.secret).sign(id) };
}

test("a session runs out four hours after the last act, and not while it is used", async () => {
	const sessions = await open();
	const cookies = await signedIn(sessions);
	now += idleMs - 1;
	expect(sessions.act(cookies)?.account.username).toBe("lan");
	now += idleMs - 1;
	expect(sessions.act(cookies)).not.toBeNull();
	now += idleMs;
	expect(sessions.act(cookies)).toBeNull();
});

test("a session runs out twelve hours after it began, however much it is used", async () => {
	const sessions = await open();
	const cookies = await signedIn(sessions);
	for (let hour = 1; hour < 12; hour++) {
		now += hourMs;
		expect(sessions.act(cookies)).not.toBeNull();
	}
	now += hourMs;
	expect(sessions.act(cookies)).toBeNull();
});

test("a page that only looks on keeps no session from running out", async () => {
	const sessions = await open();
	const cookies = await signedIn(sessions);
	now += idleMs - 1;
	expect(sessions.of(cookies)).not.toBeNull();
	now += 1;
	expect(sessions.of(cookies)).toBeNull();
});

test("acts cost a write every ten minutes, and a restart knows the last but for those", async () => {
	const sessions = await open();
	const cookies = await signedIn(sessions);
	const before = await readFile(file(), "utf8");
	now += 9 * 60_000;
	sessions.act(cookies);
	expect(await readFile(file(), "utf8")).toBe(before);
	now += 60_000;
	sessions.act(cookies);
	await expect.poll(() => readFile(file(), "utf8")).not.toBe(before);
	const again = await open();
	now += idleMs - 1;
	expect(again.of(cookies)).not.toBeNull();
	now += 1;
	expect(again.of(cookies)).toBeNull();
});

test("a change of the account ends its sessions, also those that a crash left in the file, and their views are told at once", async () => {
	const sessions = await open();
	const cookies = await signedIn(sessions);
	const ended: string[] = [];
	sessions.onEnded((keys) => ended.push(...keys));
	const key = sessions.of(cookies)?.key;
	lan = { ...lan, generation: 4 };
	expect(sessions.of(cookies)).toBeNull();
	expect((await open()).of(cookies)).toBeNull();
	const dropped = sessions.drop();
	expect(ended).toEqual([key]);
	await dropped;
	expect(JSON.parse(await readFile(file(), "utf8")).sessions).toEqual({});
});

test("the session that changed the password outlives it, without a moment in between", async () => {
	const sessions = await open();
	const own = await signedIn(sessions);
	const other = await signedIn(sessions, "phien-2");
	await sessions.keepThrough(sessions.of(own)?.key ?? "", async () => {
		lan = { ...lan, generation: 4 };
		expect(sessions.of(own)).not.toBeNull();
	});
	expect([sessions.of(own)?.account.username, sessions.of(other)]).toEqual(["lan", null]);
	expect((await open()).of(own)).not.toBeNull();
});

test("a session whose end is being written begins no view: its views were told already; acts that were under way go on", async () => {
	const sessions = await open();
	const cookies = await signedIn(sessions);
	let told = false;
	sessions.onEnded(() => {
		told = true;
		expect(sessions.of(cookies)).toBeNull();
	});
	const ended = sessions.end("phien-1");
	expect([told, sessions.of(cookies)]).toEqual([true, null]);
	expect(sessions.act(cookies)).not.toBeNull();
	await ended;
	expect(sessions.act(cookies)).toBeNull();
});

test("a disabled account has no session, and a cookie that the hub has not signed none either", async () => {
	const sessions = await open();
	const cookies = await signedIn(sessions);
	expect(sessions.of({ motcua: "phien-1" })).toBeNull();
	expect(
		sessions.of({ motcua: new fastifyCookie.Signer("của người khác").sign("phien-1") }),
	).toBeNull();
	lan = { ...lan, disabled: true };
	expect(sessions.of(cookies)).toBeNull();
});

test("the file names no session: whoever reads it can sign in as nobody", async () => {
	await signedIn(await open(), "phien-bi-mat");
	expect(await readFile(file(), "utf8")).not.toContain("phien-bi-mat");
});
