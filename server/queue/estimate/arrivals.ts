import { momentAt, type Span } from "./hours.ts";
import { valueAt } from "./recent.ts";

/** How people come to one service from now on. */
export interface ArrivalBelief {
	/** People a millisecond at an instant. */
	rateAt(atMs: number): number;
	/** By how much the logarithm of the rate may be off. */
	doubt: number;
	/** Priority classes, each with the share of people up to and with it. */
	classes: readonly { priorityClass: string | null; upTo: number }[];
}

export interface Arrivals {
	/** Somebody took a number. */
	learn(serviceId: string, priorityClass: string | null, atMs: number): void;
	/** A day is over: it becomes part of what is usual. */
	endDay(): void;
	/** @param spans when numbers are given; null: always */
	beliefOf(serviceId: string, nowMs: number, spans: readonly Span[] | null): ArrivalBelief;
}

export const slotMs = 30 * 60_000;
const slots = 48;
/** A day counts a fifth less with each that follows. */
const fading = 0.8;
/** What is seen today weighs against what is usual as if this many people had come as usual. */
const usualWeight = 4;
/** What came an hour and a half ago counts half. */
const halfLifeSlots = 3;
const slotsBack = 8;
/** How far the hours to come may be busier or quieter than the last ones, where no days before tell. */
const unknownDoubt = 0.35;
/** The shares of classes at a service are those of the office until about so many have come. */
const officeWeight = 8;

/**
 * What is learned of how people come: by half hours of the days before, as many times over as today has been busier than they were, the last hours before
 * all. Without days before, as in the last hours.
 */
export function createArrivals(): Arrivals {
	/** Of so many days, each counting less the longer it is past. */
	let days = 0;
	/** How many came to a service in each half hour of these days, by the clock of UTC. */
	const usual = new Map<string, number[]>();
	/** How many came of each class, to a service; the class of those without one is "". */
	const classes = new Map<string, Map<string, number>>();
	/** Today's, by half hours since 1970. */
	const today = new Map<string, Map<number, number>>();
	let firstMs: number | null = null;

	function usualIn(serviceId: string, slot: number): number {
		return days > 0 ? (usual.get(serviceId)?.[slot % slots] ?? 0) / days : 0;
	}

	/** Which came lately and which usually would have, by half hours that count less the longer they are past. */
	function lately(serviceId: string, nowMs: number, spans: readonly Span[] | null) {
		const own = today.get(serviceId);
		const since = Math.max(firstMs ?? nowMs, spans?.[0]?.from ?? 0);
		const last = Math.floor(nowMs / slotMs);
		let [seen, expected, ms] = [0, 0, 0];
		for (let slot = last; slot > last - slotsBack; slot--) {
			const weight = 0.5 ** ((last - slot) / halfLifeSlots);
			const lived = Math.max(
				0,
				Math.min(nowMs, (slot + 1) * slotMs) - Math.max(since, slot * slotMs),
			);
			const isOpen = lived > 0 && momentAt(spans, Math.max(since, slot * slotMs)) === "within";
			seen += weight * (own?.get(slot) ?? 0);
			expected += (weight * usualIn(serviceId, slot) * lived) / slotMs;
			if (isOpen) ms += weight * lived;
		}
		return { seen, expected, ms };
	}

	function sharesOf(serviceId: string): ArrivalBelief["classes"] {
		const office = new Map<string, number>();
		let all = 0;
		for (const counts of classes.values()) {
			for (const [name, count] of counts) {
				office.set(name, (office.get(name) ?? 0) + count);
				all += count;
			}
		}
		const own = classes.get(serviceId);
		let came = 0;
		for (const count of own?.values() ?? []) came += count;
		let upTo = 0;
		return [...office].map(([name, count]) => {
			upTo += ((own?.get(name) ?? 0) + (officeWeight * count) / all) / (came + officeWeight);
			return { priorityClass: name === "" ? null : name, upTo };
		});
	}

	return {
		learn(serviceId, priorityClass, atMs) {
			firstMs ??= atMs;
			const slot = Math.floor(atMs / slotMs);
			const counts = valueAt(today, serviceId, () => new Map());
			counts.set(slot, (counts.get(slot) ?? 0) + 1);
			const own = valueAt(classes, serviceId, () => new Map());
			const name = priorityClass ?? "";
			own.set(name, (own.get(name) ?? 0) + 1);
		},
		endDay() {
			if (firstMs === null) return;
			days = days * fading + 1;
			for (const counts of usual.values()) {
				for (const [slot, count] of counts.entries()) counts[slot] = count * fading;
			}
			for (const [serviceId, counts] of today) {
				const sums = valueAt(usual, serviceId, () => new Array<number>(slots).fill(0));
				for (const [slot, count] of counts) {
					sums[slot % slots] = (sums[slot % slots] ?? 0) + count;
				}
			}
			for (const counts of classes.values()) {
				for (const [name, count] of counts) counts.set(name, count * fading);
			}
			today.clear();
			firstMs = null;
		},
		beliefOf(serviceId, nowMs, spans) {
			const { seen, expected, ms } = lately(serviceId, nowMs, spans);
			const busier = (seen + usualWeight) / (expected + usualWeight);
			// Those who stood at the door do not go on coming at that rate.
			const plain = seen / Math.max(ms, 1.5 * slotMs);
			const isKnown = days > 0 && (usual.get(serviceId)?.some((count) => count > 0) ?? false);
			return {
				rateAt(atMs) {
					if (momentAt(spans, atMs) !== "within") return 0;
					if (!isKnown) return plain;
					const slot = Math.floor(atMs / slotMs);
					// Half hours of few days are uneven by chance: the neighbours say something as well.
					const around =
						(usualIn(serviceId, slot + slots - 1) +
							2 * usualIn(serviceId, slot) +
							usualIn(serviceId, slot + 1)) /
						4;
					return (busier * around) / slotMs;
				},
				doubt: Math.sqrt(1 / (seen + usualWeight) + (isKnown ? 0 : unknownDoubt ** 2)),
				classes: sharesOf(serviceId),
			};
		},
	};
}
