import { readFileSync } from "node:fs";
import type { Checked } from "./faults.ts";
import { parseJson } from "./json.ts";

/** Reads a JSON file that people write. One that cannot be read is a fault like one that is no JSON. */
export function readJson(file: string, allowed = "a JSON file"): Checked<unknown> {
	let text: string;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
		const found = unreadable.get(code) ?? `a file that cannot be read (${code})`;
		return { ok: false, faults: [{ path: "", found, allowed }] };
	}
	return parseJson(text);
}

const unreadable = new Map([
	["ENOENT", "no such file"],
	["EISDIR", "a folder"],
	["EACCES", "a file that this user may not read"],
]);
