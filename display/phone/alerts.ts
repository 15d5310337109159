import type { PhoneRow } from "../../protocol/live.ts";

/** What makes itself felt and heard: that it is one's turn, or soon will be. */
export type Alert = "called" | "soon";

/** Of what the holder was told on this phone. It outlives the page, which a phone short of memory throws away and loads again. */
export interface Told {
	/** Of the call that the page knows last: how many there had been, and the instant that its first one came. */
	callCount: number;
	calledAt: string | null;
	/** The service in whose line it was said that it is almost one's turn; null until it was. */
	soonIn: string | null;
}

/** So many people ahead are few enough to come back near the counters. */
export const soonAhead = 3;

export function isSoon({ state, ahead }: Pick<PhoneRow, "state" | "ahead">): boolean {
	return state === "waiting" && ahead !== null && ahead <= soonAhead;
}

/**
 * Whether a row that was just learned is to be felt and heard, however it came: as the change itself, or as what stands after a
 * sleep in which the change was missed.
 * @param told null for a page that shows the ticket for the first time: whoever opens it reads what stands, so nothing rings
 */
export function alertOf(told: Told | null, row: PhoneRow): { alert: Alert | null; told: Told } {
	const isCalled = row.state === "called";
	const next: Told = {
		// An undone call takes its count back, so the same count may call once more.
		callCount: row.callCount,
		calledAt: row.calledAt,
		soonIn: isCalled ? null : isSoon(row) ? row.serviceId : (told?.soonIn ?? null),
	};
	if (told === null) return { alert: null, told: next };
	if (isCalled) return { alert: isNewCall(told, row) ? "called" : null, told: next };
	const isNews = isSoon(row) && told.soonIn !== row.serviceId;
	return { alert: isNews ? "soon" : null, told: next };
}

/** A recall raises the count and keeps the instant; a call after an undone one may have the count that was told, at a later instant. */
function isNewCall(told: Told, { callCount, calledAt }: PhoneRow): boolean {
	if (callCount > told.callCount) return true;
	return calledAt !== null && told.calledAt !== null && calledAt > told.calledAt;
}

/** As it is kept from one load of the page to the next. */
export function toText(told: Told): string {
	return JSON.stringify(told);
}

/** Null where nothing of the kind was kept. */
export function toldFrom(text: string | null): Told | null {
	if (text === null) return null;
	try {
		const { callCount, calledAt, soonIn }: { [name: string]: unknown } = JSON.parse(text);
		if (typeof callCount !== "number") return null;
		return { callCount, calledAt: textOrNull(calledAt), soonIn: textOrNull(soonIn) };
	} catch {
		return null;
	}
}

function textOrNull(value: unknown): string | null {
	return typeof value === "string" ? value : null;
}
