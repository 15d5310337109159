import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { noLimits } from "../../config/limits.ts";
import type { Office } from "../../config/office.ts";
import { projectRoot, temporaryDirectory } from "../hub-process.ts";

/**
 * The sample office moved to where it is about noon now, in a file of its own: a test that runs for minutes must not meet a
 * midnight it did not ask for.
 */
export async function noonOffice(change: (office: Office) => void = () => {}): Promise<string> {
	const office: Office = JSON.parse(
		await readFile(join(projectRoot, "config/offices/sample.json"), "utf8"),
	);
	office.timeZone = zoneAtNoon(new Date().getUTCHours());
	// These tests ask faster than any lobby.
	office.limits = noLimits;
	// Somebody of every kind may come to the door.
	office.printers.push({ id: "printer-3", device: "agent:may-in-1", widthDots: 576 });
	change(office);
	const file = join(await temporaryDirectory(), "office.json");
	await writeFile(file, JSON.stringify(office));
	return file;
}

/** The names of these zones count westward: Etc/GMT-7 is seven hours before Greenwich. */
function zoneAtNoon(utcHour: number): string {
	const hoursAhead = 12 - utcHour;
	if (hoursAhead === 0) return "UTC";
	return hoursAhead > 0 ? `Etc/GMT-${hoursAhead}` : `Etc/GMT+${-hoursAhead}`;
}
