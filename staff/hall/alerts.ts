import type { HallView, StopReason } from "../../protocol/hall.ts";
import type { Rows, StaffCounterRow, StaffRow } from "../../protocol/live.ts";
import type { PrinterStatus } from "../../protocol/printing.ts";
import { needingAHand } from "../printers-heard.ts";

/** What a supervisor should see before people complain; the most pressing first. */
export type Alert =
	/** Nobody is called, and no number is given. */
	| { about: "stopped"; at: string; reason: StopReason }
	/** A day off was made of today, and people are there all the same. */
	| { about: "closed-today"; waiting: number }
	/** People wait and nobody is there who calls them. */
	| { about: "nobody-serves"; serviceId: string; waiting: number }
	/** Somebody waits longer than the office holds for usual. */
	| {
			about: "long-wait";
			serviceId: string;
			/** Who; null where it is not known. */
			number: string | null;
			minutes: number;
			usual: number;
	  }
	/** A counter is open with nobody at it while people wait for it. */
	| { about: "idle-counter"; label: string; minutes: number }
	| { about: "printer"; id: string; state: PrinterStatus["state"] }
	| { about: "device"; name: string; lastSeenAt: string | null };

/** An officer may need so long between two people. */
const idleMs = 3 * 60_000;

export interface Looked {
	rows: Rows<StaffRow>;
	/** Null before the hub has told it. */
	hall: {
		services: readonly Pick<HallView["services"][number], "id" | "targetMinutes">[];
		devices: readonly Pick<HallView["devices"][number], "name" | "online" | "lastSeenAt">[];
	} | null;
	printers: ReadonlyMap<string, PrinterStatus>;
	/** Milliseconds since 1970. */
	nowMs: number;
}

export function alertsOf({ rows, hall, printers, nowMs }: Looked): Alert[] {
	const decided = ofToday(rows);
	const isStopped = decided.some(({ about }) => about === "stopped");
	const inLines = isStopped ? [] : [...ofLines({ rows, hall, nowMs }), ...ofCounters(rows, nowMs)];
	return [
		...decided,
		...inLines,
		...needingAHand(printers).map(({ id, state }): Alert => ({ about: "printer", id, state })),
		// On the hub's own machine whoever opens a screen for a look closes it again.
		...(hall?.devices ?? []).flatMap(({ name, online, lastSeenAt }): Alert[] =>
			online || name === null ? [] : [{ about: "device", name, lastSeenAt }],
		),
	];
}

/** What was decided for today and is not to be forgotten while people wait. */
function ofToday(rows: Rows<StaffRow>): Alert[] {
	const { hall } = rows;
	if (hall?.kind !== "hall") return [];
	const { stopped, hours } = hall;
	if (stopped) return [{ about: "stopped", at: stopped.at, reason: stopped.reason }];
	const waiting = waitingIn(rows);
	const isDayOff = hours?.periods.length === 0 && waiting > 0;
	return isDayOff ? [{ about: "closed-today", waiting }] : [];
}

function waitingIn(rows: Rows<StaffRow>): number {
	return Object.values(rows).reduce(
		(sum, row) => (row.kind === "service" ? sum + row.waiting : sum),
		0,
	);
}

function ofLines({ rows, hall, nowMs }: Pick<Looked, "rows" | "hall" | "nowMs">): Alert[] {
	const counters = countersIn(rows);
	const [unserved, long]: [Alert[], Alert[]] = [[], []];
	for (const row of Object.values(rows)) {
		if (row.kind !== "service" || row.waiting === 0) continue;
		const { id: serviceId, waiting } = row;
		const isServed = counters.some(
			({ status, serving }) => status === "open" && serving.includes(serviceId),
		);
		if (!isServed) unserved.push({ about: "nobody-serves", serviceId, waiting });
		const usual = hall?.services.find(({ id }) => id === serviceId)?.targetMinutes;
		const minutes = minutesSince(oldestIn(rows, serviceId), nowMs);
		if (usual !== undefined && minutes > usual) {
			const number = numberOfOldest(rows, serviceId);
			long.push({ about: "long-wait", serviceId, number, minutes, usual });
		}
	}
	return [...unserved, ...long];
}

function ofCounters(rows: Rows<StaffRow>, nowMs: number): Alert[] {
	return countersIn(rows).flatMap(({ label, status, current, serving, since }): Alert[] => {
		if (status !== "open" || current !== null || since === null) return [];
		const sinceMs = serving.reduce((latest, id) => {
			const row = rows[`service:${id}`];
			return row?.kind === "service" && row.waiting > 0
				? Math.min(latest, Date.parse(oldestIn(rows, id) ?? ""))
				: latest;
		}, Number.POSITIVE_INFINITY);
		// Idle is only who could have called: since the counter is free, and since somebody waits.
		const idle = nowMs - Math.max(sinceMs, Date.parse(since));
		if (!(idle >= idleMs)) return [];
		return [{ about: "idle-counter", label, minutes: Math.floor(idle / 60_000) }];
	});
}

function countersIn(rows: Rows<StaffRow>): StaffCounterRow[] {
	return Object.values(rows).filter((row) => row.kind === "counter");
}

/** Since when whoever waits longest for a service stands there. */
export function oldestIn(rows: Rows<StaffRow>, serviceId: string): string | null {
	const line = rows[`line:${serviceId}`];
	return line?.kind === "line" ? line.oldest : null;
}

/** The number of whoever waits longest, so that one can go and help; null where they are not among the first of the line, or came on from another service. */
export function numberOfOldest(rows: Rows<StaffRow>, serviceId: string): string | null {
	const line = rows[`line:${serviceId}`];
	if (line?.kind !== "line" || line.oldest === null) return null;
	return line.next.find(({ issuedAt }) => issuedAt === line.oldest)?.number ?? null;
}

/** Whole minutes; 0 for an instant that is not there, or still to come. */
export function minutesSince(instant: string | null, nowMs: number): number {
	return instant === null ? 0 : Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 60_000));
}
