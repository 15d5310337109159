/** `2/9/2026`, `02-09-2026` and `2026-09-02` as it is kept, `2026-09-02`; null for what is no date. Whether there is such a day the hub knows. */
export function readDay(typed: string): string | null {
	const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? [];
	if (year && month && date) return written(year, month, date);
	const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
	return first && second && last ? written(last, second, first) : null;
}

/** `02/09/2026`; what is not kept as a date stays as it is. */
export function dayInWords(kept: string): string {
	const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(kept) ?? [];
	return year === undefined ? kept : `${date}/${month}/${year}`;
}

function written(year: string, month: string, date: string): string {
	return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
}
