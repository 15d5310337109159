import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Session } from "../protocol/staff.ts";
import { keepSession } from "./session.ts";

function sessionOf(username: string, name: string): Session {
	return { account: { username, name, roles: ["officer"] }, counters: [], mustChange: false };
}
const lan = sessionOf("lan", "Nguyễn Thị Lan");
const hung = sessionOf("hung", "Trần Văn Hùng");

/** What the hub was asked, and how each is answered when its time has come. */
let asked: { what: string; answer: (status: number, body: unknown) => void }[] = [];

beforeEach(() => {
	asked = [];
	vi.stubGlobal("document", { documentElement: { lang: "vi" } });
	vi.stubGlobal("localStorage", { getItem: () => null });
	vi.stubGlobal("fetch", (path: string, { method }: RequestInit) => {
		return new Promise<Response>((resolve) => {
			const answer = (status: number, body: unknown) =>
				resolve(new Response(JSON.stringify(body), { status }));
			asked.push({ what: `${method} ${path}`, answer });
		});
	});
});
afterEach(() => vi.unstubAllGlobals());

async function answer(what: string, status: number, body: unknown): Promise<void> {
	await expect.poll(() => asked.some((one) => one.what === what)).toBe(true);
	const index = asked.findIndex((one) => one.what === what);
	asked.splice(index, 1)[0]?.answer(status, body);
}

const over = { code: "session/required", detail: "Hãy đăng nhập." };

it("at a handover, a no to the session before does not sign out who has just signed in", async () => {
	const sessions = keepSession();
	await answer("GET /api/session", 200, lan);
	await expect.poll(() => sessions.state.value).toEqual({ is: "in", session: lan });

	// The hub has ended Lan's session for Hùng's, and Lan's live view asks what became of it before Hùng's cookie is here.
	const taken = sessions.takeOver({ username: "hung", password: "bốn con mèo tím" }, "quay-1");
	const checked = sessions.check();
	await answer("POST /api/session", 200, hung);
	await answer("POST /api/counters/quay-1/open", 200, {});
	expect((await taken).ok).toBe(true);
	await answer("GET /api/session", 401, over);
	await checked;
	expect(sessions.state.value).toEqual({ is: "in", session: hung });
});

it("a session that is over is over, and somebody was signed in before", async () => {
	const sessions = keepSession();
	await answer("GET /api/session", 200, lan);
	await expect.poll(() => sessions.state.value.is).toBe("in");
	const checked = sessions.check();
	await answer("GET /api/session", 401, over);
	await checked;
	expect(sessions.state.value).toEqual({ is: "out", ended: true });
});
