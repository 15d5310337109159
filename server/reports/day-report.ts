import type { Office } from "../../config/office.ts";
import type { DayFigures, DayReport } from "../../protocol/reports.ts";
import { type DayTotals, noFigures } from "./day-totals.ts";

type ReportedOffice = Pick<Office, "timeZone" | "services" | "counters" | "priorityClasses">;

/** A day's figures with the names that the office has now; what it has no more stands under its id, after the rest. */
export function dayReport(
	totals: DayTotals,
	{ timeZone, services, counters, priorityClasses }: ReportedOffice,
	{ date, madeAt, days }: Pick<DayReport, "date" | "madeAt" | "days">,
): DayReport {
	const named = (id: string) => ({ vi: id, en: id });
	return {
		date,
		madeAt,
		isOver: totals.isOver,
		timeZone,
		days,
		total: totals.total,
		services: inOrder(services, totals.services).map((id) => {
			const service = services.find((one) => one.id === id);
			const { prefix = null, name = named(id) } = service ?? {};
			return { serviceId: id, prefix, name, ...(totals.services.get(id) ?? nothing) };
		}),
		counters: inOrder(counters, totals.counters).map((id) => ({
			counterId: id,
			label: counters.find((one) => one.id === id)?.label ?? id,
			...(totals.counters.get(id) ?? nothing),
		})),
		hours: hoursIn(totals).map((hour) => ({ hour, ...(totals.hours.get(hour) ?? nothing) })),
		classes: [null, ...inOrder(priorityClasses, totals.classes)].map((id) => ({
			priorityClass: id,
			name:
				id === null ? noClass : (priorityClasses.find((one) => one.id === id)?.name ?? named(id)),
			...(totals.classes.get(id) ?? nothing),
		})),
	};
}

const noClass = { vi: "Không ưu tiên", en: "No priority" };

const nothing = noFigures();

/** Those that the office has, in its order, and then those of which the day knows besides. */
function inOrder(
	listed: readonly { id: string }[],
	figures: ReadonlyMap<string | null, DayFigures>,
): string[] {
	const ids = listed.map(({ id }) => id);
	const others = [...figures.keys()].filter((id) => id !== null && !ids.includes(id));
	return [...ids, ...others.filter((id) => id !== null)];
}

/** From the first in which something was to the last. */
function hoursIn({ hours }: DayTotals): number[] {
	const known = [...hours.keys()];
	if (known.length === 0) return [];
	const first = Math.min(...known);
	return Array.from({ length: Math.max(...known) - first + 1 }, (_, index) => first + index);
}
