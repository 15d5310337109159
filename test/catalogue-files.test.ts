import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readProcedureFile } from "../catalogue/procedure-file.ts";
import { createSearch } from "../catalogue/search.ts";
import { readSearchFile } from "../catalogue/search-file.ts";
import type { OfficeView } from "../protocol/office.ts";
import type { LifeEventList, Procedure, ProcedurePage } from "../protocol/procedures.ts";
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
		hash = await hashOf(hub);
		const { body } = await asker(hub.url)<OfficeView>("GET", "/api/office");
		expect(body.catalogue.count).toBe(nationalCount);
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

	test.each([
		["gzip", gunzipSync],
		["br", brotliDecompressSync],
	] as const)("gives kiosks every procedure whole, as %s", async (encoding, unpacked) => {
		const { body } = await get(`/api/catalogue/${hash}/procedures`, encoding);
		const { body: search } = await get(`/api/catalogue/${hash}`, encoding);
		expect(body.length + search.length).toBeLessThan(mostBytes);
		const { index } = readSearchFile(new Uint8Array(unpacked(search)));
		const file = readProcedureFile(new Uint8Array(unpacked(body)));
		for (const code of ["1.001193", "4.100000", "4.105000"]) {
			const { body: told } = await asker(hub.url)<Procedure>("GET", `/api/procedures/${code}`);
			expect(file.at(index.codes.indexOf(code))).toEqual(told);
		}
		expect(file.at(nationalCount)).toBeUndefined();
		const { body: events } = await asker(hub.url)<LifeEventList>("GET", "/api/life-events");
		expect(file.events.map(({ event }) => event)).toEqual(events.items);
		for (const { event, codes } of file.events) {
			const { body: page } = await asker(hub.url)<ProcedurePage>(
				"GET",
				`/api/procedures?event=${event.id}&limit=500`,
			);
			expect(codes.slice(0, 500)).toEqual(page.items.map(({ code }) => code));
		}
	});

	test("says that a catalogue is no longer the one there is", async () => {
		const { status, body } = await get("/api/catalogue/0123456789abcdef", "gzip");
		expect(status).toBe(404);
		expect(JSON.parse(body.toString())).toMatchObject({ code: "catalogue/unknown" });
	});

	test("tells the same hash after a restart, and another one of another catalogue", async () => {
		const hashOfSeed = async (seed: number) => {
			const catalogue = largeCatalogue(200, seed);
			const file = await writeLargeOffice(await temporaryDirectory(), catalogue);
			const small = await startHubProcess({ OFFICE_FILE: file });
			const hash = await hashOf(small);
			await small.stop();
			return hash;
		};
		const first = await hashOfSeed(1);
		expect(first).toMatch(/^[0-9a-f]{32}$/);
		expect(await hashOfSeed(1)).toBe(first);
		expect(await hashOfSeed(2)).not.toBe(first);
	});
});

/** Told when the hub's thread has made what kiosks are given. */
async function hashOf({ url }: HubProcess): Promise<string> {
	return vi.waitFor(
		async () => {
			const { body } = await asker(url)<OfficeView>("GET", "/api/office");
			if (body.catalogue.hash === null) throw new Error("not made yet");
			return body.catalogue.hash;
		},
		{ timeout: 30_000, interval: 100 },
	);
}

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
