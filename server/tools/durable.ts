import { open } from "node:fs/promises";
import { fileMode } from "../disk.ts";

/** Makes a file's content durable. */
export async function syncFile(file: string): Promise<void> {
	const handle = await open(file, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Writes a new file that only its owner may read, and makes its content durable; its name is the caller's to make durable. */
export async function writeNewFile(file: string, text: string): Promise<void> {
	const handle = await open(file, "wx", fileMode);
	try {
		await handle.writeFile(text);
		await handle.sync();
	} finally {
		await handle.close();
	}
}
