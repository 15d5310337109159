import { asker, signIn } from "../ask.ts";
import { preparedDirectory } from "../hub-process.ts";
import { officerPassword, preparedOfficer } from "../prepared-accounts.ts";

/** Who signs in for a counter. */
export const officerAt = (counterId: string) => `can-bo-${counterId}`;

/** A data directory in which an officer for each counter has an account. */
export function directoryWithOfficers(counterIds: readonly string[]): Promise<string> {
	return preparedDirectory(counterIds.map((id) => preparedOfficer(officerAt(id))));
}

/** Signs in the officer of each counter and lets them open it. An officer holds one counter. */
export async function seatOfficers(
	url: string,
	counterIds: readonly string[],
): Promise<{ id: string; cookie: string }[]> {
	const seated: { id: string; cookie: string }[] = [];
	for (const id of counterIds) {
		const cookie = await signIn(url, officerAt(id), officerPassword);
		const opened = await asker(url, cookie)("POST", `/api/counters/${id}/open`, {});
		if (opened.status !== 200) throw new Error(`${id} could not be opened: ${opened.status}`);
		seated.push({ id, cookie });
	}
	return seated;
}
