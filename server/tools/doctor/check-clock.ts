import type { ClockState } from "../../../protocol/health.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

export interface OfficeTime {
	now: number;
	officeZone: string;
	machineZone: string;
	/** The newest day of the ledger. */
	newestDay: string | null;
	/** What a hub that started now would say of the clock; a running one is asked. */
	judged: ClockState;
	/** Milliseconds since 1970. */
	builtAt: number | null;
}

/** Zip and tar files and slow builds are a day or so apart. */
const dayMs = 24 * 60 * 60_000;

const setIt =
	'set it: timedatectl set-time "2026-11-21 07:00:00"; where it is wrong again after a night without power, change the battery on the board';

export function checkClock(time: OfficeTime): Finding[] {
	const { now, officeZone, machineZone, newestDay, judged, builtAt } = time;
	const shows = clockIn(now, officeZone);
	const says = `${shows} (${officeZone})`;
	if (builtAt !== null && now < builtAt - dayMs) {
		const built = new Date(builtAt).toISOString().slice(0, 10);
		return [wrong("clock", `${says}, before this program was built (${built})`, setIt)];
	}
	if (judged === "behind") {
		return [
			wrong(
				"clock",
				`${says}, but the ledger has ${newestDay}: the hub stays in that day until the clock is right`,
				`${setIt}. Where the clock is right and ${newestDay} was opened by mistake: docs/OPERATING.md, "The clock is wrong"`,
			),
		];
	}
	if (judged === "held") {
		return [
			note(
				"clock",
				`${says}, beyond the day on which the office opens next after ${newestDay}: a new day waits until somebody says that the clock is right`,
				"look at the clock; where it is right, a supervisor says so at the top of /staff/",
			),
		];
	}
	if (clockIn(now, machineZone) !== shows) {
		return [
			note(
				"clock",
				`${says}; the machine's own time zone is ${machineZone}, so that its journal shows other times than the hall`,
				`timedatectl set-timezone ${officeZone}`,
			),
		];
	}
	return [ok("clock", says)];
}

/** What keeps the clock right, as the system says it; null where nothing could be asked. */
export interface TimeKeeping {
	by: string;
	isKept: boolean;
}

export function checkTimeKeeping(keeping: TimeKeeping | null): Finding {
	if (keeping === null) {
		return ok(
			"time server",
			"nothing here can be asked whether the clock is kept right: look at it once a month",
		);
	}
	if (keeping.isKept) return ok("time server", `${keeping.by} keeps the clock right`);
	return note(
		"time server",
		`${keeping.by} says that no time server keeps the clock right`,
		"timedatectl set-ntp true, or chrony with a server in the office's network; without any, compare the clock once a month: docs/INSTALLING.md",
	);
}

/** `timedatectl show`: systemd(1). */
export function timedatectlSaid(out: string): TimeKeeping | null {
	const kept = /^NTPSynchronized=(yes|no)$/m.exec(out)?.[1];
	return kept === undefined ? null : { by: "timedatectl", isKept: kept === "yes" };
}

/** `chronyc tracking`. */
export function chronySaid(out: string): TimeKeeping | null {
	const status = /^Leap status\s*:\s*(.+)$/m.exec(out)?.[1];
	return status === undefined ? null : { by: "chrony", isKept: status !== "Not synchronised" };
}

/** `2026-11-21 07:05`, as clocks in a zone show it. */
function clockIn(now: number, timeZone: string): string {
	return new Date(now).toLocaleString("sv-SE", {
		timeZone,
		dateStyle: "short",
		timeStyle: "short",
	});
}
