import { temporaryDirectory } from "../hub-process.ts";

/** How many are worked on at once: while one waits for the disk another computes. */
const lanes = 6;

/** Does `work` for each of the items, some at once, each lane in a directory of its own. */
export async function inLanes<T>(
	items: readonly T[],
	work: (item: T, directory: string) => Promise<void>,
): Promise<void> {
	const left = [...items];
	async function lane(): Promise<void> {
		const directory = await temporaryDirectory();
		for (let item = left.shift(); item !== undefined; item = left.shift()) {
			await work(item, directory);
		}
	}
	await Promise.all(Array.from({ length: lanes }, lane));
}
