import { type Random, spreadNormals } from "./random.ts";

/**
 * What works together on how long people are at counters: services, officers, classes and the day, each a factor. Their logarithms are believed to lie
 * within one normal law over all of them: who sees slow work at one counter only does not know whether the service or the officer is slow, and need not.
 */
export interface Effects {
	/** Adds one, with what is believed of it before anything was seen; changes that while nothing has been. */
	add(key: string, before: Before): void;
	/** The believed logarithm of all these factors together. */
	sumOf(keys: readonly string[]): number;
	/**
	 * Somebody was at a counter on whom all these worked.
	 * @param off by how much it was longer than expected: the logarithm, about
	 * @param chance the variance that it has by chance
	 */
	learn(keys: readonly string[], off: number, chance: number): void;
	/** Draws all of them for each of so many runs: how far each lies from where it is believed. */
	draw(runs: number, random: Random): (run: number, key: string) => number;
	/** What was of the last day alone is as unknown as at first, and the rest may have changed a little. */
	beginDay(): void;
}

export interface Before {
	mean: number;
	variance: number;
	/** Whether each day has its own. */
	isOfDay: boolean;
}

/** How far something lasting changes from one day to the next: a variance. */
const driftADay = 0.01 ** 2;
const leastVariance = 1e-6;

/** A Kalman filter over so few states that it needs no more than its textbook form. (Kalman, A New Approach to Linear Filtering and Prediction Problems, 1960.) */
export function createEffects(): Effects {
	const places = new Map<string, number>();
	const before: Before[] = [];
	/** Of which nothing was seen. */
	const isNew: boolean[] = [];
	const means: number[] = [];
	/** Row by row, symmetrical. */
	const covariance: number[][] = [];

	const placeOf = (key: string) => places.get(key) ?? -1;
	const between = (one: number, other: number) => covariance[one]?.[other] ?? 0;

	function set(one: number, other: number, value: number): void {
		const [row, column] = [covariance[one], covariance[other]];
		if (row) row[other] = value;
		if (column) column[one] = value;
	}

	return {
		add(key, its) {
			const found = places.get(key);
			if (found !== undefined && !isNew[found]) return;
			const place = found ?? means.length;
			if (found === undefined) {
				for (const row of covariance) row.push(0);
				covariance.push(new Array<number>(place + 1).fill(0));
			}
			places.set(key, place);
			before[place] = its;
			isNew[place] = true;
			means[place] = its.mean;
			set(place, place, its.variance);
		},
		sumOf: (keys) => keys.reduce((sum, key) => sum + (means[placeOf(key)] ?? 0), 0),
		learn(keys, off, chance) {
			const at = keys.map(placeOf);
			for (const place of at) isNew[place] = false;
			// How each of all goes along with what was seen.
			const along = means.map((_, place) => {
				let sum = 0;
				for (const one of at) sum += between(place, one);
				return sum;
			});
			let all = chance;
			for (const one of at) all += along[one] ?? 0;
			for (const [place, its] of along.entries()) {
				means[place] = (means[place] ?? 0) + (its * off) / all;
				for (let other = 0; other <= place; other++) {
					const left = between(place, other) - (its * (along[other] ?? 0)) / all;
					set(place, other, place === other ? Math.max(leastVariance, left) : left);
				}
			}
		},
		draw(runs, random) {
			const root = lowerRoot(covariance);
			const normals = means.map(() => spreadNormals(runs, random));
			return (run, key) => {
				const place = placeOf(key);
				let sum = 0;
				for (let other = 0; other <= place; other++) {
					sum += (root[place]?.[other] ?? 0) * (normals[other]?.[run] ?? 0);
				}
				return sum;
			};
		},
		beginDay() {
			for (const [place, { mean, variance, isOfDay }] of before.entries()) {
				if (!isOfDay) {
					set(place, place, between(place, place) + driftADay);
					continue;
				}
				means[place] = mean;
				for (let other = 0; other < before.length; other++) set(place, other, 0);
				set(place, place, variance);
			}
		},
	};
}

/** Cholesky's: the lower triangle which, times itself turned over, is the matrix. */
function lowerRoot(matrix: readonly number[][]): number[][] {
	const root: number[][] = [];
	for (const [at, row] of matrix.entries()) {
		const own: number[] = [];
		for (let other = 0; other < at; other++) {
			const above = root[other] ?? [];
			let sum = row[other] ?? 0;
			for (let k = 0; k < other; k++) sum -= (own[k] ?? 0) * (above[k] ?? 0);
			own.push(sum / (above[other] ?? 1));
		}
		let left = row[at] ?? 0;
		for (const value of own) left -= value * value;
		own.push(Math.sqrt(Math.max(leastVariance, left)));
		root.push(own);
	}
	return root;
}
