import type { Language } from "../protocol/office.ts";

/**
 * Money as people here write it: `8.000 đ` in Vietnamese, `VND 8,000` in English. The space does not break.
 * @param amountVnd whole đồng
 */
export function money(amountVnd: number, language: Language): string {
	return language === "vi"
		? `${count(amountVnd, "vi")}\u00a0đ`
		: `VND\u00a0${count(amountVnd, "en")}`;
}

/** A count with the language's own grouping: `1.234` or `1,234`. */
export function count(value: number, language: Language): string {
	writers[language] ??= new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-GB");
	return writers[language].format(value);
}

/** How large a file is: `350 kB`, `4,2 MB`. Rounded up, so that what is above a bound never reads as the bound. */
export function fileSize(bytes: number, language: Language): string {
	const kilobytes = Math.ceil(bytes / 1024);
	if (kilobytes < 1024) return `${count(kilobytes, language)}\u00a0kB`;
	return `${count(Math.ceil(bytes / 1024 / 102.4) / 10, language)}\u00a0MB`;
}

/** How large a picture is: `1920 × 1080 px`. */
export function pictureSize(widthPx: number, heightPx: number): string {
	return `${widthPx}\u00a0×\u00a0${heightPx}\u00a0px`;
}

/** Made at the first use and kept: `toLocaleString` makes one for each number, which a list of fifty rows notices. */
const writers: { [Of in Language]?: Intl.NumberFormat } = {};

/** A date as `21/11/2026`, in the office's own time zone. `at` is ISO 8601. */
export function date(at: string, timeZone: string): string {
	const parts = partsOf(at, timeZone);
	return `${parts.day}/${parts.month}/${parts.year}`;
}

/** A time of day as `08:05`, in the office's own time zone. `at` is ISO 8601. */
export function time(at: string, timeZone: string): string {
	const parts = partsOf(at, timeZone);
	return `${parts.hour}:${parts.minute}`;
}

/** A time of day to the second, `08:05:03`, in the office's own time zone. `at` is ISO 8601. */
export function exactTime(at: string, timeZone: string): string {
	const parts = partsOf(at, timeZone);
	return `${parts.hour}:${parts.minute}:${parts.second}`;
}

/** A day as the ledger names it, `2026-11-21`, in the office's own time zone. `at` is ISO 8601. */
export function localDay(at: string, timeZone: string): string {
	const parts = partsOf(at, timeZone);
	return `${parts.year}-${parts.month}-${parts.day}`;
}

/** A plain date `2026-07-20` or `2025-12` as people write it: `20/7/2026`, `12/2025`. */
export function plainDate(isoDate: string): string {
	return isoDate
		.split("-")
		.reverse()
		.map((part) => part.replace(/^0/, ""))
		.join("/");
}

interface LocalParts {
	year: string;
	month: string;
	day: string;
	hour: string;
	minute: string;
	second: string;
	weekday: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The parts of an instant on the clock of a time zone; `weekday` is `Mon` to `Sun`. */
export function partsOf(at: string, timeZone: string): LocalParts {
	let format = formats.get(timeZone);
	if (!format) {
		format = new Intl.DateTimeFormat("en-GB", {
			timeZone,
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
			hour: "2-digit",
			minute: "2-digit",
			second: "2-digit",
			weekday: "short",
			hourCycle: "h23",
		});
		formats.set(timeZone, format);
	}
	const parts: LocalParts = {
		year: "",
		month: "",
		day: "",
		hour: "",
		minute: "",
		second: "",
		weekday: "",
	};
	for (const part of format.formatToParts(new Date(at))) {
		if (part.type in parts) parts[part.type as keyof LocalParts] = part.value;
	}
	return parts;
}
