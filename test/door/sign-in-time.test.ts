import { afterAll, beforeAll, expect, test } from "vitest";
import type { Problem } from "../../protocol/problem.ts";
import { asker, signIn } from "../ask.ts";
import { noonOffice } from "../faults/noon-office.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";

let hub: HubProcess;

beforeAll(async () => {
	hub = await startHubProcess({ OFFICE_FILE: await noonOffice() });
	const ask = asker(hub.url, await signIn(hub.url));
	for (const username of ["lan", "nghi-viec"]) {
		await ask("POST", "/api/admin/accounts", {
			username,
			password: "bốn con mèo tím",
			name: "Cán bộ",
			roles: ["officer"],
		});
	}
	await ask("PATCH", "/api/admin/accounts/nghi-viec", { disabled: true });
});
afterAll(async () => {
	expect(await hub.stop()).toBe(0);
	await removeTemporaryDirectories();
});

/** What a wrong password of this name is answered, and after how long. */
async function tried(username: string): Promise<{ code: string; tookMs: number }> {
	const begun = performance.now();
	const { body } = await asker(hub.url)<Problem>("POST", "/api/session", {
		username,
		password: "sai mật khẩu",
	});
	return { code: body.code, tookMs: performance.now() - begun };
}

/**
 * Tries these names in turn, so that whatever else the machine does meets them alike.
 * @param code what counts; each name is tried until it was answered so, three times
 * @returns the median of each, in the order of the names
 */
async function mediansOf(names: readonly string[], code: string): Promise<number[]> {
	const medians: number[][] = names.map(() => []);
	while (medians.some((took) => took.length < 3)) {
		for (const [index, name] of names.entries()) {
			const { code: answered, tookMs } = await tried(name);
			if (answered === code) medians[index]?.push(tookMs);
		}
	}
	return medians.map((took) => took.slice(0, 3).sort((a, b) => a - b)[1] ?? 0);
}

/**
 * That the work is the same is shown in server/accounts/sign-in-work.test.ts; here, that nothing else on the way makes a difference. A hash that is
 * left out makes one of a hundred times, a busy machine none of three.
 */
const noise = 3;

/** Two that there are, one of them disabled, and two that there are not. */
const names = ["lan", "nghi-viec", "khong-he-co", "cung-khong-co"];

test("the time that an answer takes tells nobody whether there is such an account, nor whether it is disabled; once they are slowed, all are told so without a hash", async () => {
	const checked = await mediansOf(names, "session/wrong-credentials");
	expect(Math.max(...checked)).toBeLessThan(Math.min(...checked) * noise);
	for (const name of names) {
		const [slowed = 0] = await mediansOf([name], "session/slowed");
		expect([name, slowed < Math.min(...checked)]).toEqual([name, true]);
	}
});
