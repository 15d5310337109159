import { dayAt } from "../config/local-time.ts";
import type { Office } from "../config/office.ts";
import type { EnterSlip } from "../protocol/slips.ts";
import type { DayLaws } from "../simulate/laws/day-laws.ts";
import { chance, exponential, minuteMs, uniform } from "../simulate/laws/draws.ts";
import type { Random } from "../simulate/laws/random.ts";
import { drawServingMs } from "../simulate/laws/serving.ts";
import type { OfficerAt } from "./world.ts";

/** How far back the day goes that the office has had before the hub was there. */
const backMs = 150 * minuteMs;
/** Paper numbers begin here, as on the sheets that an office prints beforehand. */
const firstNumber = 901;

type Slip = Omit<EnterSlip, "number">;

/**
 * The day until now. No time in the ledger is made up: as after a power cut, the numbers of the hours before were given on paper and are entered
 * afterwards, those who were served and a few who still wait, with the times that stand on them. Where the day has just begun there are none.
 */
export function morningOf(
	office: Pick<Office, "services" | "timeZone">,
	laws: DayLaws,
	officers: readonly Pick<OfficerAt, "desk" | "services" | "law">[],
	random: Random,
	nowMs: number,
): EnterSlip[] {
	const today = dayAt(nowMs, office.timeZone);
	const slips = officers
		.flatMap((officer) => [
			...servedBy(officer, laws, random, nowMs),
			...stillWaiting(officer.services, random, nowMs),
		])
		.filter(({ takenAt }) => dayAt(Date.parse(takenAt), office.timeZone) === today)
		.sort((one, other) => Date.parse(one.takenAt) - Date.parse(other.takenAt));
	const given = new Map<string, number>();
	return slips.map((slip) => {
		const prefix = office.services.find(({ id }) => id === slip.serviceId)?.prefix ?? "";
		const number = given.get(prefix) ?? firstNumber;
		given.set(prefix, number + 1);
		return { number: `${prefix}${number}`, ...slip };
	});
}

/** One after the other, the last of them some minutes ago. */
function servedBy(
	{ desk, services, law }: Pick<OfficerAt, "desk" | "services" | "law">,
	laws: DayLaws,
	random: Random,
	nowMs: number,
): Slip[] {
	const slips: Slip[] = [];
	let endedMs = nowMs - uniform(random, 2, 6) * minuteMs;
	while (endedMs > nowMs - backMs) {
		const serviceId = services[Math.floor(random.next() * services.length)];
		if (serviceId === undefined) break;
		const priorityClass = classOf(laws, random);
		const one = { serviceId, priorityClass, files: 1 };
		const startedMs = endedMs - drawServingMs(random, laws, law, one, endedMs);
		const takenAt = said(startedMs - uniform(random, 3, 18) * minuteMs);
		const whom = { serviceId, priorityClass, takenAt };
		// Now and then somebody had gone home when they were called.
		slips.push(
			chance(random, 0.08)
				? { ...whom, as: "left", endedAt: said(startedMs) }
				: {
						...whom,
						as: "served",
						counterId: desk.counterId,
						startedAt: said(startedMs),
						endedAt: said(endedMs),
					},
		);
		endedMs = startedMs - exponential(random, 5 * minuteMs) - minuteMs;
	}
	return slips;
}

function stillWaiting(services: readonly string[], random: Random, nowMs: number): Slip[] {
	return services.slice(0, 1).map((serviceId) => ({
		serviceId,
		takenAt: said(nowMs - uniform(random, 4, 14) * minuteMs),
		as: "waiting",
	}));
}

function classOf({ classes }: DayLaws, random: Random): string | null {
	return classes.find(({ share }) => chance(random, share))?.id ?? null;
}

function said(ms: number): string {
	return new Date(ms).toISOString();
}
