import { afterEach, expect, it, vi } from "vitest";
import { newRequestKey } from "./request-key.ts";

afterEach(() => vi.unstubAllGlobals());

it("is 128 bits in base64url, and never the same", () => {
	const keys = Array.from({ length: 1_000 }, newRequestKey);
	for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
	expect(new Set(keys).size).toBe(1_000);
});

it("holds every bit that was drawn", () => {
	const bits = Uint8Array.from({ length: 16 }, (_, at) => 255 - at);
	vi.stubGlobal("crypto", { getRandomValues: () => bits });
	expect(newRequestKey()).toBe(Buffer.from(bits).toString("base64url"));
});
