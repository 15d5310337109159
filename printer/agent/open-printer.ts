import { join } from "node:path";
import type { Device } from "../device.ts";
import { openDevice } from "../devices/open.ts";
import { virtualDevice } from "../devices/virtual.ts";
import type { PrintLog } from "../job-book.ts";
import type { PrinterWays } from "./job-line.ts";

/**
 * The printer at an address, spoken to as the hub says. A virtual one keeps its paper in `papers` of the agent's own folder. Throws where the address is
 * no printer's.
 */
export function openPrinter(
	address: string,
	{ widthDots, abilities }: PrinterWays,
	state: string,
	log: PrintLog,
): Device {
	const folder = join(state, "papers");
	const { feedUnitsPerDot } = abilities;
	if (address === "virtual:") return virtualDevice(folder, { widthDots, feedUnitsPerDot });
	return openDevice(address, abilities, undefined, (fault) =>
		log.warn({ device: address, fault }, "the printer cannot be reached"),
	);
}
