import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Office } from "../config/office.ts";
import { projectRoot, temporaryDirectory } from "./hub-process.ts";

/** The sample office with a change, in a file of its own: what a hub takes as OFFICE_FILE. */
export async function sampleOfficeWith(
	change: (office: Office) => Partial<Office>,
): Promise<string> {
	const sample = join(projectRoot, "config/offices/sample.json");
	const office: Office = JSON.parse(await readFile(sample, "utf8"));
	const catalogue = join(projectRoot, "config/procedures");
	const file = join(await temporaryDirectory(), "office.json");
	await writeFile(file, JSON.stringify({ ...office, catalogue, ...change(office) }));
	return file;
}

/** Where a screen on the hub's own machine is let in like any other. */
export const strictOffice = () => sampleOfficeWith(() => ({ devices: { trustLocal: false } }));
