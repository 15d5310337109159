import { afterEach, beforeEach, expect, it, vi } from "vitest";

let store: Map<string, string>;

beforeEach(() => {
	store = new Map();
	vi.stubGlobal("sessionStorage", {
		getItem: (key: string) => store.get(key) ?? null,
		setItem: (key: string, text: string) => void store.set(key, text),
		removeItem: (key: string) => void store.delete(key),
	});
	vi.resetModules();
});
afterEach(() => vi.unstubAllGlobals());

/** The page as it is opened, or opened anew. */
async function openPage() {
	vi.resetModules();
	return import("./drafts.ts");
}

it("what was typed is there again after a reload, until it is sent", async () => {
	const before = await openPage();
	before.draft("park:phieu-1").value = "Thiếu bản sao";
	const after = await openPage();
	expect(after.draft("park:phieu-1").value).toBe("Thiếu bản sao");
	after.sent("park:phieu-1");
	expect((await openPage()).draft("park:phieu-1").value).toBe("");
});

it("another officer on the same machine finds nothing of it; the same one does", async () => {
	const page = await openPage();
	page.draftsAreOf("lan");
	page.draft("pause").value = "Họp";
	page.draftsAreOf("lan");
	expect(page.draft("pause").value).toBe("Họp");
	page.draftsAreOf("mai");
	expect(page.draft("pause").value).toBe("");
	expect((await openPage()).draft("pause").value).toBe("");
});

it("a store that was tampered with is an empty one", async () => {
	store.set("motcua:console:drafts", '{"not": "a list"}');
	expect((await openPage()).draft("pause").value).toBe("");
});
