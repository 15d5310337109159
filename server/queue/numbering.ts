/**
 * The number people read and hear: the service's letter and a count from 001, past 999 to 1000.
 * @param ordinal 1 for the first of the day
 */
export function ticketNumber(prefix: string, ordinal: number): string {
	return `${prefix}${String(ordinal).padStart(3, "0")}`;
}
