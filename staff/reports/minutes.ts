import type { Language } from "../../protocol/office.ts";
import type { ReportShare } from "../../protocol/report-columns.ts";
import type { Spread } from "../../protocol/reports.ts";

/** `12`, below ten with one decimal; null where nothing was measured. */
export function minutesOf(spread: Spread, share: ReportShare, language: Language): string | null {
	if (spread === null) return null;
	const minutes = spread[`${share}Ms`] / 60_000;
	const format = new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-GB", {
		maximumFractionDigits: minutes < 10 ? 1 : 0,
	});
	return format.format(minutes);
}

/** A round step of a scale that comes to at most `most` of them, and the scale's end. */
export function scaleTo(max: number, most: number): { step: number; end: number } {
	const rough = Math.max(max, 1) / most;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = Math.max(
		1,
		[1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? power,
	);
	return { step, end: Math.ceil(Math.max(max, 1) / step) * step };
}
