import fc from "fast-check";
import type { QueueSettings } from "./event.ts";
import { type CallPolicy, type TicketRules, usualPolicy, usualRules } from "./policy.ts";
import { communeSettings } from "./rehearsal.ts";

export const counterIds = ["quay-1", "quay-2", "quay-3"] as const;
export const priorityClassIds = ["nguoi-cao-tuoi", "tra-ket-qua", "thuong-binh"] as const;
const serviceIds = ["ho-tich", "chung-thuc", "dat-dai"] as const;
export const counterId = fc.constantFrom(...counterIds);
export const serviceId = fc.constantFrom(...serviceIds);

const policy: fc.Arbitrary<CallPolicy> = fc.record({
	classes: fc.oneof(
		fc.record({
			rule: fc.constantFrom("first-come" as const, "strict" as const, "ageing" as const),
		}),
		fc.record({
			rule: fc.constant("ratio" as const),
			priority: fc.integer({ min: 1, max: 3 }),
			ordinary: fc.integer({ min: 1, max: 3 }),
		}),
	),
	standing: fc.constant({
		"nguoi-cao-tuoi": { level: 1, headStartMinutes: 10, pickup: false },
		"tra-ket-qua": { level: 0, headStartMinutes: 0, pickup: true },
		"thuong-binh": { level: 2, headStartMinutes: 20, pickup: false },
	}),
	maxWaitMinutes: fc.constantFrom(null, 5, 25),
	pickupEvery: fc.constantFrom(null, 2, 3),
	appointments: fc.constantFrom(null, { earlyMinutes: 5, lateMinutes: 10 }),
	services: fc.constantFrom("first-come" as const, "relative-wait" as const, "weights" as const),
	weighing: fc.constant({
		"ho-tich": { weight: 3, targetMinutes: 10 },
		"chung-thuc": { weight: 1, targetMinutes: 30 },
	}),
});

const rules: fc.Arbitrary<TicketRules> = fc.record({
	transferPlace: fc.constantFrom("keep" as const, "end" as const),
	recallsUntilMissed: fc.constantFrom(null, 1, 2),
	restoreWithinMinutes: fc.constantFrom(null, 10),
	restorePlace: fc.constantFrom("keep" as const, "end" as const, { behind: 2 }),
	maxFiles: fc.constant(4),
	minutesEachFile: fc.constantFrom(0, 2),
	undoSeconds: fc.constant(usualRules.undoSeconds),
});

const ruled = { policy: fc.oneof(fc.constant(usualPolicy), policy), rules };
const services = [...communeSettings.services, { id: "dat-dai", prefix: "E" }];

/** The commune's queue with three services, and whatever rules an office may choose. */
export const settings: fc.Arbitrary<QueueSettings> = fc.record({
	digest: fc.constant("1"),
	services: fc.constant(services),
	counters: fc.constant([
		...communeSettings.counters,
		{ id: "quay-3", label: "3", services: ["dat-dai", "chung-thuc"] },
	]),
	priorityClasses: fc.constant([...priorityClassIds]),
	...ruled,
});

/**
 * What an office may change in the middle of a day: other rules, a counter, a service or a class that is gone or back, counters with other services.
 * As in every office file each service has a counter.
 */
export const otherSettings: fc.Arbitrary<QueueSettings> = fc
	.record({
		digest: fc.integer({ min: 2, max: 1_000 }).map(String),
		services: fc.constantFrom(services, services, services.slice(0, 2)),
		counters: fc.subarray([...counterIds], { minLength: 1 }).chain((ids) =>
			fc.tuple(
				...ids.map((id) =>
					fc.record({
						id: fc.constant(id),
						label: fc.constant(id.slice("quay-".length)),
						services: fc.subarray([...serviceIds]),
					}),
				),
			),
		),
		priorityClasses: fc.subarray([...priorityClassIds]),
		...ruled,
	})
	.map((office) => ({ ...office, counters: servingAll(office) }));

/** Counters with the services that there are; what none of them has, the first has too. */
function servingAll({
	services,
	counters,
}: Pick<QueueSettings, "services" | "counters">): QueueSettings["counters"] {
	const ids = services.map(({ id }) => id);
	const unserved = ids.filter((id) => !counters.some((counter) => counter.services.includes(id)));
	return counters.map((counter, at) => ({
		...counter,
		services: [...counter.services.filter((id) => ids.includes(id)), ...(at === 0 ? unserved : [])],
	}));
}
