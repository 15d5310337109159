import { mkdir, symlink } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { type Answer, asker } from "../ask.ts";
import {
	beginHubProcess,
	failedStart,
	type HubProcess,
	preparedDirectory,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "../hub-process.ts";
import { noonOffice } from "./noon-office.ts";
import { rounds, within } from "./rounds.ts";

afterAll(removeTemporaryDirectories);

const takeFrom = (url: string) =>
	asker(url)<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });

describe("a hub on a data directory that another hub has", () => {
	let first: HubProcess;
	let OFFICE_FILE: string;
	beforeAll(async () => {
		OFFICE_FILE = await noonOffice();
		const DATA_DIR = join(await temporaryDirectory(), "dữ liệu");
		first = await startHubProcess({ DATA_DIR, OFFICE_FILE });
	});
	afterAll(() => first.stop());

	test.each<[string, (dataDir: string) => Promise<NodeJS.ProcessEnv>]>([
		["named the same", async (DATA_DIR) => ({ DATA_DIR })],
		["named with a slash at the end", async (dataDir) => ({ DATA_DIR: `${dataDir}/` })],
		[
			"reached through a symbolic link",
			async (dataDir) => {
				const DATA_DIR = join(await temporaryDirectory(), "lien-ket");
				await symlink(dataDir, DATA_DIR);
				return { DATA_DIR };
			},
		],
		[
			"named by a relative path",
			async (dataDir) => ({ DATA_DIR: relative(process.cwd(), dataDir) }),
		],
		[
			"started with another directory for temporary files",
			async (DATA_DIR) => {
				const TMPDIR = join(await temporaryDirectory(), "tạm");
				await mkdir(TMPDIR);
				return { DATA_DIR, TMPDIR };
			},
		],
	])("%s, is refused with the other's process id, and the other goes on", async (_, envOf) => {
		const env = await envOf(first.dataDir);
		const before = ordinalOf(await takeFrom(first.url));
		const second = await settled({ ...env, OFFICE_FILE });
		expect(second).toMatchObject({ code: 1 });
		expect(second.output).toMatch(new RegExp(`in use by the hub with process id ${first.pid}\\b`));
		expect(ordinalOf(await takeFrom(first.url))).toBe(before + 1);
	});
});

function ordinalOf({ body }: Answer<TicketAnswer>): number {
	return Number(body.ticket.number.slice(1));
}

/** What came of a start; a hub that should not have started is ended again. */
async function settled(env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
	const begun = await beginHubProcess({ DATA_DIR: "", ...env }).listening;
	if ("code" in begun) return begun;
	await begun.kill();
	return { code: null, output: `it listened:\n${begun.output()}` };
}

test("of two hubs started in the same moment exactly one runs, and the other names it", {
	timeout: within(120_000),
}, async () => {
	const env = { DATA_DIR: await preparedDirectory(), OFFICE_FILE: await noonOffice() };
	for (let round = 0; round < rounds(10); round++) {
		const both = [beginHubProcess(env), beginHubProcess(env)];
		const came = await Promise.all(both.map(({ listening }) => listening));
		const running = came.filter((one) => "url" in one);
		const refused = came.filter((one) => "code" in one);
		// Every second time what the last hub left behind is there as well.
		for (const hub of running) await (round % 2 === 0 ? hub.kill() : hub.stop());
		expect([running.length, refused.map(({ code }) => code)]).toEqual([1, [1]]);
		expect(refused[0]?.output).toContain(`process id ${running[0]?.pid}`);
	}
});

test("what a killed hub held is taken over by the next, again and again", async () => {
	const env = { DATA_DIR: await preparedDirectory(), OFFICE_FILE: await noonOffice() };
	for (const number of ["A001", "A002", "A003"]) {
		const hub = await startHubProcess(env);
		expect((await takeFrom(hub.url)).body.ticket.number).toBe(number);
		expect((await failedStart(env)).output).toContain(`process id ${hub.pid}`);
		await hub.kill();
	}
	const last = await startHubProcess(env);
	expect((await takeFrom(last.url)).body.ticket.number).toBe("A004");
	expect(await last.stop()).toBe(0);
});
