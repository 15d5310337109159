import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSearch } from "../catalogue/search.ts";
import { readSearchFile } from "../catalogue/search-file.ts";
import type { OfficeView } from "../protocol/office.ts";
import type { ProcedurePage } from "../protocol/procedures.ts";
import { asker } from "./ask.ts";
import {
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "./hub-process.ts";
import { largeCatalogue, nationalCount, writeLargeOffice } from "./large-catalogue.ts";

/** Over the wire, for a whole nation. */
const mostBytes = 3_000_000;

let hub: HubProcess;

afterAll(async () => {
	await hub.stop();
	await removeTemporaryDirectories();
});

describe("a hub with 6,000 procedures", () => {
	let hash: string;

	beforeAll(async () => {
		const file = await writeLargeOffice(await temporaryDirectory());
		hub = await startHubProcess({ OFFICE_FILE: file });
		// Answered when the index is there.
		await asker(hub.url)("GET", "/api/procedures?q=khai%20sinh");
		const { body } = await asker(hub.url)<OfficeView>("GET", "/api/office");
		expect(body.catalogue.count).toBe(nationalCount);
		hash = body.catalogue.hash ?? "";
	});

	test.each([
		["gzip", gunzipSync],
		["br", brotliDecompressSync],
		["identity", (bytes: Buffer) => bytes],
	] as const)("gives kiosks what they search with, as %s", async (encoding, unpacked) => {
		const { headers, body } = await get(`/api/catalogue/${hash}`, encoding);
		expect(headers["content-encoding"] ?? "identity").toBe(encoding);
		expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
		expect(headers.vary).toBe("accept-encoding");
		if (encoding !== "identity") expect(body.length).toBeLessThan(mostBytes);
		const { index } = readSearchFile(new Uint8Array(unpacked(body)));
		const found = createSearch(index)("đăng ký khai sinh", { most: 20 });
		const { body: page } = await asker(hub.url)<ProcedurePage>(
			"GET",
			`/api/procedures?q=${encodeURIComponent("đăng ký khai sinh")}`,
		);
		expect(found.total).toBe(page.total);
		expect(found.procedures.map((number) => index.codes[number])).toEqual(
			page.items.map(({ code }) => code),
		);
		expect(page.items[0]?.code).toBe("1.001193");
	});

	test("says that a catalogue is no longer the one there is", async () => {
		const { status, body } = await get("/api/catalogue/0123456789abcdef", "gzip");
		expect(status).toBe(404);
		expect(JSON.parse(body.toString())).toMatchObject({ code: "catalogue/unknown" });
	});

	test("tells the same hash after a restart, and another one of another catalogue", async () => {
		const hashOf = async (seed: number) => {
			const catalogue = largeCatalogue(200, seed);
			const file = await writeLargeOffice(await temporaryDirectory(), catalogue);
			const small = await startHubProcess({ OFFICE_FILE: file });
			await asker(small.url)("GET", "/api/procedures?q=khai%20sinh");
			const { body } = await asker(small.url)<OfficeView>("GET", "/api/office");
			await small.stop();
			return body.catalogue.hash;
		};
		const first = await hashOf(1);
		expect(first).toMatch(/^[0-9a-f]{32}$/);
		expect(await hashOf(1)).toBe(first);
		expect(await hashOf(2)).not.toBe(first);
	});
});

/** As it comes over the wire; fetch would unpack it. */
function get(path: string, encoding: string) {
	return new Promise<{
		status: number | undefined;
		headers: Record<string, string | string[] | undefined>;
		body: Buffer;
	}>((done, failed) => {
		request(`${hub.url}${path}`, { headers: { "accept-encoding": encoding } }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on("data", (chunk: Buffer) => chunks.push(chunk));
			answer.on("end", () =>
				done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }),
			);
		})
			.on("error", failed)
			.end();
	});
}
