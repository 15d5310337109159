import { meanOf, quantile, robustSpread } from "./quantiles.ts";
import { normalQuantile } from "./random.ts";
import { type Fading, fadedBy, fadeIn, keepNewest, newFading, valueAt } from "./recent.ts";

/** How long somebody was at a counter. */
export interface Hold {
	serviceId: string;
	officer: string;
	files: number;
	ms: number;
	/** When it ended, milliseconds since 1970. */
	atMs: number;
}

/** What is believed of a service now. */
export interface ServiceBelief {
	/** Holds that are as likely as one another, milliseconds, of one file with a usual officer. */
	holds: readonly number[];
	/** By how much the logarithm of all of them may be off. */
	doubt: number;
}

export interface ServiceTimes {
	learn(hold: Hold): void;
	/** Null where nothing is known of it, nor of any other. */
	beliefOf(serviceId: string, nowMs: number): ServiceBelief | null;
	/** An officer's logarithmic factor (negative: quicker than usual), and how far it may be off. */
	speedOf(officer: string): { factor: number; doubt: number };
	/** How far all of them together may be off today. */
	dayDoubt(nowMs: number): number;
	keep(): KeptServiceTimes;
}

/** As plain JSON. Logarithms of milliseconds. */
export interface KeptServiceTimes {
	logs: Record<string, number[]>;
	officers: Record<string, { sum: number; count: number }>;
}

/** How much longer more files take than one. */
export function filesFactor(files: number): number {
	return 1 + (files - 1) * eachFurtherFile;
}

const eachFurtherFile = 0.6;
/** So many of the newest holds of a service are kept: they follow an office that changes, and are enough to know how they spread. */
const keptHolds = 120;
/** How services, officers and days differ from what is usual for them: standard deviations of logarithms. Officers of one office differ by a fifth or so, days by a tenth. */
const usualSpread = 0.6;
const amongOfficers = 0.2;
const amongDays = 0.1;
const ofServiceToday = 0.2;
const halfLifeMs = 2 * 3_600_000;
const shortestMs = 5_000;
const longestMs = 6 * 3_600_000;
/** A service without own minutes in the office file may be a good deal quicker or slower than the others. */
const strangersDoubt = 0.5;

/**
 * What is learned of how long people are at counters, in logarithms: holds are skewed, and officers and days work on them as factors. A hold is the service's
 * own, times the officer's factor, times today's.
 * @param minutesOf how long a service usually takes by the office file; null: not said
 */
export function createServiceTimes(
	minutesOf: (serviceId: string) => number | null,
	kept?: KeptServiceTimes,
): ServiceTimes {
	const logs = new Map<string, number[]>(Object.entries(structuredClone(kept?.logs ?? {})));
	const officers = new Map(Object.entries(structuredClone(kept?.officers ?? {})));
	const todays = new Map<string, Fading>();
	const today = newFading();
	/** What was made of the kept holds; gone when one is added. */
	const pools = new Map<string, Pool>();
	let everybody: number[] | null = null;

	function poolOf(serviceId: string): Pool | null {
		const found = pools.get(serviceId);
		if (found) return found;
		const minutes = minutesOf(serviceId);
		const own = logs.get(serviceId) ?? [];
		const made = poolFrom(own, minutes, own.length < enough && minutes === null ? others() : []);
		// Where the others speak for it, it changes with each of them.
		if (made && (minutes !== null || own.length >= enough)) pools.set(serviceId, made);
		return made;
	}

	/** Holds of all services, for one of which too little is known. */
	function others(): number[] {
		everybody ??= [...logs.values()].flat().sort((one, other) => one - other);
		return everybody;
	}

	function shiftOf(serviceId: string, nowMs: number): { shift: number; variance: number } {
		const common = shrunk(today, nowMs, amongDays);
		const own = shrunk(todays.get(serviceId) ?? newFading(), nowMs, ofServiceToday);
		return { shift: common.mean + own.mean, variance: own.variance };
	}

	function speedOf(officer: string) {
		const { sum, count } = officers.get(officer) ?? { sum: 0, count: 0 };
		const weight = (usualSpread / amongOfficers) ** 2;
		return { factor: sum / (count + weight), doubt: usualSpread / Math.sqrt(count + weight) };
	}

	return {
		learn({ serviceId, officer, files, ms, atMs }) {
			const bounded = Math.max(shortestMs, Math.min(longestMs, ms));
			const speed = speedOf(officer).factor;
			const log = Math.log(bounded / filesFactor(files)) - speed;
			const pool = poolOf(serviceId);
			const centre = pool?.centre ?? log;
			const reach = pool?.reach ?? 1;
			const likely = Math.max(centre - reach, Math.min(centre + reach, log));
			const off = Math.max(-1, Math.min(1, likely - centre));
			const common = shrunk(today, atMs, amongDays).mean;
			fadeIn(today, off, atMs, halfLifeMs);
			fadeIn(valueAt(todays, serviceId, newFading), off - common, atMs, halfLifeMs);
			const own = valueAt(officers, officer, () => ({ sum: 0, count: 0 }));
			own.sum += off + speed;
			own.count++;
			if (own.count > keptHolds) {
				own.sum *= keptHolds / own.count;
				own.count = keptHolds;
			}
			keepNewest(
				valueAt(logs, serviceId, () => []),
				likely,
				keptHolds,
			);
			pools.delete(serviceId);
			everybody = null;
		},
		beliefOf(serviceId, nowMs) {
			const pool = poolOf(serviceId);
			if (!pool) return null;
			const { shift, variance } = shiftOf(serviceId, nowMs);
			return {
				holds: pool.logs.map((log) => Math.exp(log + shift)),
				doubt: Math.sqrt(pool.doubt ** 2 + variance),
			};
		},
		speedOf,
		dayDoubt: (nowMs) => Math.sqrt(shrunk(today, nowMs, amongDays).variance),
		keep: () => ({
			logs: Object.fromEntries([...logs].map(([id, values]) => [id, [...values]])),
			officers: Object.fromEntries([...officers].map(([id, own]) => [id, { ...own }])),
		}),
	};
}

interface Pool {
	logs: number[];
	/** The mean of the logarithms. */
	centre: number;
	/** How far a hold may lie from it that is believed as it stands. */
	reach: number;
	doubt: number;
}

/** From so many on a service speaks for itself. */
const enough = 5;

/** What is known beforehand stands among the holds as if it were a few of them. */
function poolFrom(
	own: readonly number[],
	minutes: number | null,
	others: readonly number[],
): Pool | null {
	let believed: number[] = [];
	if (minutes !== null) {
		const centre = Math.log(minutes * 60_000) - usualSpread ** 2 / 2;
		believed = [0.1, 0.37, 0.63, 0.9].map((at) => centre + usualSpread * normalQuantile(at));
	} else if (own.length < enough) {
		if (own.length + others.length < enough) return null;
		believed = [0.16, 0.5, 0.84].map((at) => quantile(others, at));
	}
	const logs = [...own, ...believed];
	const sorted = [...logs].sort((one, other) => one - other);
	const spread = Math.max(0.15, robustSpread(sorted));
	const few = minutes === null && own.length < enough;
	const doubt = few
		? strangersDoubt / Math.sqrt(1 + own.length)
		: spread / Math.sqrt(own.length + believed.length / 2);
	const reach = own.length < 8 ? 2.2 : Math.max(1, 3.5 * spread);
	return { logs, centre: meanOf(logs), reach, doubt };
}

/** A fading mean, pulled to nothing by how much of it can be chance. */
function shrunk(fading: Fading, nowMs: number, among: number): { mean: number; variance: number } {
	const left = fadedBy(fading, nowMs, halfLifeMs);
	const weight = (usualSpread / among) ** 2;
	const seen = fading.weight * left;
	return {
		mean: (fading.sum * left) / (seen + weight),
		variance: usualSpread ** 2 / (seen + weight),
	};
}
