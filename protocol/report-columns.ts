import type { DayFigures } from "./reports.ts";

/** What a day's figures are told by. */
export type ReportBy = "total" | "services" | "counters" | "hours" | "classes";
export type ReportCount = Exclude<keyof DayFigures, "wait" | "service">;

export const reportCounts: readonly ReportCount[] = [
	"issued",
	"called",
	"served",
	"missed",
	"cancelled",
	"expired",
	"open",
];

/** Numbers are given at no counter, and who still waits is at none and in no hour: there a nought would say what is not so. */
export const countsBy: Readonly<Record<ReportBy, readonly ReportCount[]>> = {
	total: reportCounts,
	services: reportCounts,
	counters: ["called", "served", "missed", "cancelled"],
	hours: ["issued", "called", "served", "missed", "cancelled"],
	classes: reportCounts,
};

/** Of how long something took, in the order in which it is told. */
export const reportShares = ["mean", "p50", "p90", "max"] as const;
export type ReportShare = (typeof reportShares)[number];
export const reportTimes = ["wait", "service"] as const;
