import { asker, signIn } from "../ask.ts";

const password = "quay-so-nhat";

/** Adds an officer for each counter, signs them in and lets them open it. An officer holds one counter. */
export async function seatOfficers(
	url: string,
	counterIds: readonly string[],
): Promise<{ id: string; cookie: string }[]> {
	const admin = asker(url, await signIn(url));
	const seated: { id: string; cookie: string }[] = [];
	for (const [index, id] of counterIds.entries()) {
		const username = `can-bo-${index + 1}`;
		const account = { username, password, name: `Cán bộ ${index + 1}`, roles: ["officer"] };
		const added = await admin("POST", "/api/admin/accounts", account);
		const cookie = await signIn(url, username, password);
		const opened = await asker(url, cookie)("POST", `/api/counters/${id}/open`, {});
		if (added.status !== 201 || opened.status !== 200) {
			throw new Error(`${id} could not be opened: ${added.status}, ${opened.status}`);
		}
		seated.push({ id, cookie });
	}
	return seated;
}
