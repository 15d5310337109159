import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PairingStanding } from "../protocol/devices.ts";
import { deviceToken, setDeviceToken } from "./device-token.ts";
import { keepPaired, type Pairing } from "./pairing.ts";

const minutes = 60_000;
const board = { role: "board", place: "sanh" } as const;

/** What the hub was asked, in order: the path's end and what was sent with it. */
let asked: string[];
/** What the hub says to whoever collects; null: it knows no such secret. */
let standing: PairingStanding | null;
let codes: number;
let isAway: boolean;
let knocks: number;
let stored: Map<string, string>;

beforeEach(() => {
	asked = [];
	standing = { state: "waiting", expiresInMs: 10 * minutes };
	codes = 0;
	isAway = false;
	knocks = 0;
	stored = new Map();
	vi.useFakeTimers();
	vi.stubGlobal("document", { documentElement: { lang: "vi" } });
	vi.stubGlobal("localStorage", {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, text: string) => stored.set(key, text),
		removeItem: (key: string) => stored.delete(key),
	});
	vi.stubGlobal("fetch", async (path: string, { body }: { body: string }) => {
		asked.push(`${path.replace("/api/devices/", "")} ${body}`);
		if (isAway) throw new TypeError("failed to fetch");
		if (path.endsWith("/collect")) {
			if (standing !== null) return json(200, standing);
			return json(404, { code: "pairing/unknown", detail: "Mã không đúng.", status: 404 });
		}
		codes++;
		return json(201, {
			code: `1234567${codes}`,
			secret: `bi-mat-${codes}`,
			expiresInMs: 10 * minutes,
		});
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	setDeviceToken(null);
});

function json(status: number, value: unknown): Response {
	return new Response(JSON.stringify(value), { status });
}

function open(): Pairing {
	return keepPaired(board, () => {
		knocks++;
	});
}

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const letIn = (token: string): PairingStanding => ({
	state: "paired",
	token,
	device: { id: "d1", role: "board", place: "sanh", name: "Bảng ở sảnh" },
});

describe("a page that is not let in", () => {
	it("shows nothing before the hub has said no, and nothing for a no that is not about devices", async () => {
		const pairing = open();
		pairing.refused("hub/stopping", null);
		pairing.refused("kiosk/unknown", null);
		await pass(minutes);
		expect([pairing.shown.value, asked]).toEqual([null, []]);
	});

	it("shows its code, takes the token once it is there, keeps it, and knocks at once", async () => {
		const pairing = open();
		pairing.refused("device/not-trusted", null);
		await pass();
		expect(pairing.shown.value).toMatchObject({ is: "code", code: "12345671" });
		expect(asked[0]).toBe('pairings {"role":"board","place":"sanh"}');
		standing = letIn("the-cua-bang");
		await pass(2_000);
		expect(pairing.shown.value).toEqual({ is: "paired" });
		expect([deviceToken(), knocks]).toEqual(["the-cua-bang", 1]);
		pairing.admitted();
		expect(pairing.shown.value).toBeNull();
		const before = asked.length;
		await pass(minutes);
		expect(asked).toHaveLength(before);
		setDeviceToken(null);
		open();
		expect(deviceToken()).toBe("the-cua-bang");
	});

	it("shows the same code after a reload, and another one when the hub knows it no more", async () => {
		const before = open();
		before.refused("device/not-trusted", null);
		await pass();
		// Nothing of it goes on after the reload.
		before.admitted();
		const pairing = open();
		pairing.refused("device/not-trusted", null);
		await pass();
		expect(pairing.shown.value).toMatchObject({ code: "12345671" });
		standing = null;
		await pass(2_000);
		standing = { state: "waiting", expiresInMs: 10 * minutes };
		await pass(2_000);
		expect(pairing.shown.value).toMatchObject({ code: "12345672" });
	});

	it("keeps its code on the screen while the hub is away", async () => {
		const pairing = open();
		pairing.refused("device/not-trusted", null);
		await pass();
		isAway = true;
		await pass(minutes);
		expect(pairing.shown.value).toMatchObject({ code: "12345671" });
		isAway = false;
		standing = letIn("the-cua-bang");
		await pass(15_000);
		expect(deviceToken()).toBe("the-cua-bang");
	});

	it("says that it was refused, and asks for another code when that is over", async () => {
		const pairing = open();
		standing = { state: "refused", expiresInMs: 4_000 };
		pairing.refused("device/not-trusted", null);
		await pass();
		expect(pairing.shown.value).toMatchObject({ is: "refused" });
		expect(codes).toBe(1);
		standing = null;
		await pass(4_000);
		expect(codes).toBe(2);
	});

	it("tries again where no code could be had", async () => {
		isAway = true;
		const pairing = open();
		pairing.refused("device/not-trusted", null);
		await pass(11_000);
		expect(pairing.shown.value).toEqual({ is: "failed", detail: null });
		isAway = false;
		await pass(11_000);
		expect(pairing.shown.value).toMatchObject({ is: "code" });
	});

	it("stops asking when it is let in without a code after all", async () => {
		const pairing = open();
		pairing.refused("device/not-trusted", null);
		await pass();
		pairing.admitted();
		const before = asked.length;
		await pass(minutes);
		expect([pairing.shown.value, asked.length]).toEqual([null, before]);
	});
});

describe("a page whose token is nobody's any more", () => {
	it("lets it go and shows a code", async () => {
		stored.set("motcua:board:sanh:token", "the-cu");
		const pairing = open();
		expect(deviceToken()).toBe("the-cu");
		pairing.refused("device/revoked", "the-cu");
		await pass();
		expect([deviceToken(), stored.has("motcua:board:sanh:token")]).toEqual([null, false]);
		expect(pairing.shown.value).toMatchObject({ is: "code" });
	});

	it("does not let a new one go for a no that was said to an older knock", async () => {
		const pairing = open();
		standing = letIn("the-moi");
		pairing.refused("device/not-trusted", null);
		await pass();
		pairing.refused("device/not-trusted", null);
		expect(deviceToken()).toBe("the-moi");
		expect(pairing.shown.value).toEqual({ is: "paired" });
	});

	it("keeps a token for as long as it lives where the browser keeps nothing", async () => {
		vi.stubGlobal("localStorage", undefined);
		const pairing = open();
		standing = letIn("the-moi");
		pairing.refused("device/not-trusted", null);
		await pass();
		expect(deviceToken()).toBe("the-moi");
	});
});
