import { mkdir, mkdtemp, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../config/places.ts";

/** `statfs` of a file system that lives in memory: `linux/magic.h`, TMPFS_MAGIC and RAMFS_MAGIC. */
const inMemory = [0x01021994, 0x858458f6];

/**
 * Gives a fresh directory on the disk that the project lies on, and takes it away afterwards. The system's own temporary directory may
 * lie in memory, where a sync costs nothing.
 */
export async function onDisk<T>(use: (directory: string) => Promise<T>): Promise<T> {
	const place = join(projectRoot(), "dist");
	await mkdir(place, { recursive: true });
	const { type } = await statfs(place);
	if (inMemory.includes(type)) throw new Error(`${place} lies in memory: no disk to measure`);
	const directory = await mkdtemp(join(place, "bench-"));
	try {
		return await use(directory);
	} finally {
		await rm(directory, { recursive: true, force: true });
	}
}
