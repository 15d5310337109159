import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { VoiceView } from "../../protocol/voice.ts";
import { createClipStore } from "./clip-store.ts";

const voice: VoiceView = {
	language: "vi",
	voice: "Cô Hoa",
	provisional: false,
	clips: {
		chime: { path: "/api/voice/clips/1.opus", durationMs: 1_150 },
		"number-3": { path: "/api/voice/clips/2.opus", durationMs: 480 },
	},
};

/** What was asked of the hub, and whether it answers. */
let asked: string[];
let isThere: boolean;
beforeEach(() => {
	vi.useFakeTimers();
	asked = [];
	isThere = true;
	vi.stubGlobal("fetch", async (path: string) => {
		asked.push(path);
		if (!isThere) throw new TypeError("Failed to fetch");
		return path.endsWith(".opus")
			? new Response(path)
			: new Response(JSON.stringify(voice), { status: 200 });
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const asText = async (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);

describe("the clips of a board", () => {
	test("are all in memory before one is said, and are asked for once", async () => {
		const store = createClipStore(asText);
		expect(store.state.value).toBe("loading");
		store.load(["vi"]);
		store.load(["vi"]);
		await vi.advanceTimersByTimeAsync(0);
		expect(store.state.value).toBe("ready");
		expect(store.clip("vi", "number-3")).toBe("/api/voice/clips/2.opus");
		expect(store.clip("vi", "number-4")).toBeUndefined();
		expect(store.clip("en", "number-3")).toBeUndefined();
		expect(asked).toEqual(["/api/voice/vi", "/api/voice/clips/1.opus", "/api/voice/clips/2.opus"]);
	});

	test("are asked for until the hub is there, ever more rarely", async () => {
		isThere = false;
		const store = createClipStore(asText);
		store.load(["vi"]);
		await vi.advanceTimersByTimeAsync(10 * 60_000);
		// After 2, 6, 14, 30, 62, 122 s and then every minute.
		expect(asked).toHaveLength(14);
		isThere = true;
		await vi.advanceTimersByTimeAsync(60_000);
		expect(store.state.value).toBe("ready");
		expect(vi.getTimerCount()).toBe(0);
	});

	test("that one cannot read are missing alone; the console says why", async () => {
		vi.stubGlobal("setTimeout", (told: () => void) => expect(told).toThrow("không phải Opus"));
		const store = createClipStore(async (bytes) => {
			const text = await asText(bytes);
			if (text.includes("2.opus")) throw new Error("không phải Opus");
			return text;
		});
		store.load(["vi"]);
		await vi.waitFor(() => expect(store.state.value).toBe("ready"));
		expect(store.clip("vi", "chime")).toBe("/api/voice/clips/1.opus");
		expect(store.clip("vi", "number-3")).toBeUndefined();
	});

	test("of which a browser can read none have failed", async () => {
		vi.stubGlobal("setTimeout", () => undefined);
		const store = createClipStore(() => Promise.reject(new Error("không đọc được")));
		store.load(["vi"]);
		await vi.waitFor(() => expect(store.state.value).toBe("failed"));
	});
});
