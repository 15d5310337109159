import { amountOf } from "./amount.ts";
import { type Finding, note, ok } from "./finding.ts";

export interface Machine {
	processors: number;
	memoryBytes: number;
	/** What programs could still have; null where the system does not say. */
	availableBytes: number | null;
	/** Whether a hub has its memory already. */
	hubRuns: boolean;
}

/** A hub with two printers held 341 MB after 5,000 tickets: docs/FIGURES.md. With the system beside it that fills half of this. */
const littleMemory = 1_000_000_000;
const hubNeeds = 400_000_000;

export function checkMachine({
	processors,
	memoryBytes,
	availableBytes,
	hubRuns,
}: Machine): Finding {
	const counted = `${processors} ${processors === 1 ? "processor" : "processors"}, ${amountOf(memoryBytes)} of memory`;
	const says = availableBytes === null ? counted : `${counted}, ${amountOf(availableBytes)} free`;
	if (memoryBytes < littleMemory) {
		return note(
			"machine",
			`${says}; a hub takes up to ${amountOf(hubNeeds)} of it`,
			"let nothing else run here, no browser of a kiosk least of all, or use a machine with 2 GB or more",
		);
	}
	if (availableBytes !== null && !hubRuns && availableBytes < hubNeeds) {
		return note(
			"machine",
			`${says}; a hub takes up to ${amountOf(hubNeeds)}`,
			"see what takes the memory (free -m, top) and stop what need not run",
		);
	}
	if (processors < 2) {
		return note(
			"machine",
			`${says}; searches and forecasts of waits take turns with everything else`,
			"a machine with two processors answers quicker in a full hall",
		);
	}
	return ok("machine", says);
}

/** `MemAvailable` of /proc/meminfo, bytes: what could be had without pushing anything out. */
export function availableIn(meminfo: string): number | null {
	const kib = /^MemAvailable:\s+(\d+) kB$/m.exec(meminfo)?.[1];
	return kib === undefined ? null : Number(kib) * 1_024;
}
