import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Type } from "typebox";
import { check } from "../config/faults.ts";
import { describeFaults } from "../config/load.ts";
import { isMissing } from "./disk.ts";

/** What a restore leaves in the data directory: since then numbers may stand for other events than screens have seen. */
export const Restored = Type.Object(
	{ version: Type.Literal(1), at: Type.String({ minLength: 1, maxLength: 40 }) },
	{ additionalProperties: false },
);

export const restoredFile = (dataDir: string) => join(dataDir, "restored.json");

/** When the data directory was last put back from a backup, ISO 8601; nothing where it never was. */
export async function readRestored(dataDir: string): Promise<{ restoredAt?: string }> {
	const file = restoredFile(dataDir);
	let text: string;
	try {
		text = await readFile(file, "utf8");
	} catch (error) {
		if (isMissing(error)) return {};
		throw error;
	}
	const checked = check(Restored, JSON.parse(text));
	if (!checked.ok) throw new Error(describeFaults(file, checked.faults));
	return { restoredAt: checked.value.at };
}
