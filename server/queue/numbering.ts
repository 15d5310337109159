/**
 * The number people read and hear: the service's letter and a count from 001, past 999 to 1000.
 * @param ordinal 1 for the first of the day
 */
export function ticketNumber(prefix: string, ordinal: number): string {
	return `${prefix}${String(ordinal).padStart(3, "0")}`;
}

/** Which of its letter's numbers of the day it is; null where it is none. */
export function ordinalOf(number: string): number | null {
	const [, digits] = /^[A-Z](\d{3,5})$/.exec(number) ?? [];
	const ordinal = Number(digits);
	return ordinal > 0 ? ordinal : null;
}

/** The number that comes after the last one, past those that were given on paper. */
export function nextNumber(prefix: string, last: number, slips: readonly string[]): string {
	for (let ordinal = last + 1; ; ordinal++) {
		const number = ticketNumber(prefix, ordinal);
		if (slips.length === 0 || !slips.includes(number)) return number;
	}
}
