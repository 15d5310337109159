import { createEffects } from "./effects.ts";
import { meanOf } from "./quantiles.ts";
import { normalQuantile, type Random } from "./random.ts";
import { keepNewest, valueAt } from "./recent.ts";

/** How long somebody was at a counter. */
export interface Hold {
	serviceId: string;
	officer: string;
	priorityClass: string | null;
	files: number;
	ms: number;
}

export interface ServiceTimes {
	learn(hold: Hold): void;
	/** A new day: what was so on the last alone is so no longer. */
	beginDay(): void;
	/** Holds that are as likely as one another today, milliseconds, of one file of somebody without priority, with a usual officer. Null where nothing is known of the service, nor of any other. */
	holdsOf(serviceId: string): readonly number[] | null;
	/** An officer's logarithmic factor today: negative where quicker than usual. */
	ofOfficer(officer: string): number;
	/** The logarithmic factor of those of a class. */
	ofClass(priorityClass: string): number;
	/** The logarithmic factor of so many files: those of many are not each as quick as one alone, nor as slow. */
	ofFiles(files: number): number;
	/** How far all this may be off, drawn for so many runs: logarithms. */
	draw(runs: number, random: Random): Offsets;
}

/** How far what is believed is off in one run. */
export interface Offsets {
	ofService(run: number, serviceId: string): number;
	ofOfficer(run: number, officer: string): number;
	ofClass(run: number, priorityClass: string): number;
	ofFiles(run: number, files: number): number;
}

/** How much longer more files take than one, before it is seen how it is here. */
function filesFactor(files: number): number {
	return 1 + (files - 1) * eachFurtherFile;
}

const eachFurtherFile = 0.6;
/** So many of the newest holds of a service are kept: they follow an office that changes, and are enough to know how they spread. */
const keptHolds = 160;
/** How far things differ from what is usual for them, before anything was seen: standard deviations of logarithms. Officers of one office differ by a fifth or so, days by a tenth. */
const among = {
	minutes: 0.35,
	strangers: 0.5,
	officers: 0.2,
	classes: 0.3,
	files: 0.3,
	days: 0.15,
	servicesToday: 0.1,
	officersToday: 0.08,
};
/** How holds of one service spread, as far as nothing was seen. */
const usualSpread = 0.6;
const shortestMs = 5_000;
/** What takes longer than so many times the mean is cut down to that: a finish was forgotten. */
const longest = 5;
/** From so many on holds speak for a service of which the office file says nothing. */
const enough = 5;

const today = "today";
const serviceKey = (id: string) => `service/${id}`;
const serviceTodayKey = (id: string) => `service today/${id}`;
const officerKey = (name: string) => `officer/${name}`;
const officerTodayKey = (name: string) => `officer today/${name}`;
const classKey = (id: string) => `class/${id}`;
const filesKey = (doubling: number) => `files/${doubling}`;
/** Two or three are one doubling, four to seven two of them, and so on: each has its own factor. */
const doublings = (files: number) => Math.min(mostDoublings, Math.floor(Math.log2(files)));
const mostDoublings = 4;
const keysOfFiles = (files: number) =>
	Array.from({ length: doublings(files) }, (_, at) => filesKey(at));

/**
 * What is learned of how long people are at counters. A hold is the service's mean, times what officer, class and day make of it, times chance, whose shape is the
 * service's own.
 * @param minutesOf how long a service usually takes by the office file; null: not said
 */
export function createServiceTimes(minutesOf: (serviceId: string) => number | null): ServiceTimes {
	const effects = createEffects();
	/** Holds as multiples of what was expected. */
	const seen = new Map<string, number[]>();
	const shapes = new Map<string, Shape>();
	let all = 0;
	ofDay(today, among.days);
	for (let at = 0; at < mostDoublings; at++) lasting(filesKey(at), 0, among.files);

	function ofDay(key: string, spread: number): void {
		effects.add(key, { mean: 0, variance: spread ** 2, isOfDay: true });
	}

	function lasting(key: string, mean: number, spread: number): void {
		effects.add(key, { mean, variance: spread ** 2, isOfDay: false });
	}

	function addService(id: string, level: number, spread: number): void {
		lasting(serviceKey(id), level, spread);
		ofDay(serviceTodayKey(id), among.servicesToday);
	}

	/** Whether anything is known of a service. */
	function meet(id: string): boolean {
		const minutes = minutesOf(id);
		if (minutes !== null) addService(id, Math.log(minutes * 60_000), among.minutes);
		else if (all < enough) return false;
		else if (!seen.has(id)) {
			const levels = [...seen.keys()].map((other) => effects.sumOf([serviceKey(other)]));
			addService(id, meanOf(levels), among.strangers);
		}
		return true;
	}

	function meetOfficer(name: string): void {
		lasting(officerKey(name), 0, among.officers);
		ofDay(officerTodayKey(name), among.officersToday);
	}

	const meetClass = (id: string) => lasting(classKey(id), 0, among.classes);
	const keysOfService = (id: string) => [serviceKey(id), serviceTodayKey(id), today];
	const keysOfOfficer = (name: string) => [officerKey(name), officerTodayKey(name)];

	function shapeOf(id: string): Shape {
		return valueAt(shapes, id, () => shapeFrom(seen.get(id) ?? []));
	}

	return {
		learn({ serviceId, officer, priorityClass, files, ms }) {
			const alone = Math.max(shortestMs, ms / filesFactor(files));
			if (!meet(serviceId) && !seen.has(serviceId)) {
				addService(serviceId, Math.log(alone), usualSpread);
			}
			meetOfficer(officer);
			if (priorityClass !== null) meetClass(priorityClass);
			const keys = [...keysOfService(serviceId), ...keysOfOfficer(officer), ...keysOfFiles(files)];
			if (priorityClass !== null) keys.push(classKey(priorityClass));
			const { centre, slope, variance } = shapeOf(serviceId);
			const ratio = Math.min(longest, alone / Math.exp(effects.sumOf(keys)));
			effects.learn(keys, (weightOf(ratio) - centre) / slope, variance / slope ** 2);
			keepNewest(
				valueAt(seen, serviceId, () => []),
				ratio,
				keptHolds,
			);
			shapes.delete(serviceId);
			all++;
		},
		beginDay: effects.beginDay,
		holdsOf(serviceId) {
			if (!meet(serviceId)) return null;
			const mean = Math.exp(effects.sumOf(keysOfService(serviceId)));
			return shapeOf(serviceId).ratios.map((ratio) => ratio * mean);
		},
		ofOfficer(officer) {
			meetOfficer(officer);
			return effects.sumOf(keysOfOfficer(officer));
		},
		ofClass(priorityClass) {
			meetClass(priorityClass);
			return effects.sumOf([classKey(priorityClass)]);
		},
		ofFiles: (files) => Math.log(filesFactor(files)) + effects.sumOf(keysOfFiles(files)),
		draw(runs, random) {
			const drawn = effects.draw(runs, random);
			const sum = (run: number, keys: readonly string[]) =>
				keys.reduce((all, key) => all + drawn(run, key), 0);
			return {
				ofService: (run, id) => sum(run, keysOfService(id)),
				ofOfficer: (run, name) => sum(run, keysOfOfficer(name)),
				ofClass: (run, id) => drawn(run, classKey(id)),
				ofFiles: (run, files) => sum(run, keysOfFiles(files)),
			};
		},
	};
}

/** How holds of a service lie around their mean. */
interface Shape {
	/** Multiples of the mean, which is 1. */
	ratios: readonly number[];
	/** Of what holds weigh: the mean, how much it grows with the logarithm of all of them, and the variance. */
	centre: number;
	slope: number;
	variance: number;
}

/** By what a hold speaks for longer or shorter ones. Its root, that is between its logarithm, for which a few very short ones weigh too much, and itself, for which a few very long ones do. */
function weightOf(ratio: number): number {
	return Math.min(mostWeight, Math.sqrt(ratio));
}

const mostWeight = 1.7;

/** What is usual stands among the seen as if it were a few of them. */
function shapeFrom(seen: readonly number[]): Shape {
	const usual = usualShares.map((at) => Math.exp(usualSpread * normalQuantile(at)));
	const all = [...seen, ...usual];
	const mean = meanOf(all);
	const ratios = all.map((ratio) => ratio / mean);
	const centreTimes = (factor: number) => meanOf(ratios.map((one) => weightOf(one * factor)));
	const centre = centreTimes(1);
	const step = 1.1;
	return {
		ratios,
		centre,
		slope: Math.max(0.1, (centreTimes(step) - centreTimes(1 / step)) / (2 * Math.log(step))),
		variance: meanOf(ratios.map((one) => (weightOf(one) - centre) ** 2)),
	};
}

const usualShares = [0.06, 0.2, 0.36, 0.5, 0.64, 0.8, 0.94];
