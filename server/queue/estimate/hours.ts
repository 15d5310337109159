/** From one instant up to another, milliseconds since 1970. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** The hours of one day, in order. */
export interface DayHours {
	/** When counters serve. */
	readonly counters: readonly Span[];
	/** When numbers are given. */
	readonly tickets: readonly Span[];
}

/** The hours of the day in which an instant lies: those of a service, or of the whole office (null). Null: it never closes. */
export type HoursOf = (serviceId: string | null, nowMs: number) => DayHours | null;

/** Where an instant lies among spans. */
export type Moment = "before" | "within" | "break" | "after";

export function momentAt(spans: readonly Span[] | null, at: number): Moment {
	if (!spans) return "within";
	let begun = 0;
	for (const { from, to } of spans) {
		if (at < from) break;
		if (at < to) return "within";
		begun++;
	}
	if (begun === 0 && spans.length > 0) return "before";
	return begun === spans.length ? "after" : "break";
}

/** The beginning of the next span; null where there is none. */
export function nextFrom(spans: readonly Span[], at: number): number | null {
	return spans.find(({ from }) => from > at)?.from ?? null;
}

/** Which end of the hours is meant: that before a break, or that of the day. */
export type End = "break" | "after";

/** The end of the hours in which, or after which, an instant lies; null where there is none. */
export function endOf(
	spans: readonly Span[] | null,
	atMs: number,
): { atMs: number; end: End } | null {
	const begun = spans?.findLastIndex(({ from }) => from <= atMs) ?? -1;
	const span = spans?.[begun];
	if (!spans || !span) return null;
	return { atMs: span.to, end: begun === spans.length - 1 ? "after" : "break" };
}

/** How much of the time between two instants lies within the hours. */
export function servedBetween(spans: readonly Span[] | null, from: number, to: number): number {
	if (!spans) return Math.max(0, to - from);
	let sum = 0;
	for (const span of spans) sum += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
	return sum;
}

/** How long something took that began and ended then, without the breaks that lie wholly between: nobody is served over lunch by a button that was not pressed. */
export function withoutBreaks(spans: readonly Span[] | null, from: number, to: number): number {
	let ms = to - from;
	for (const [at, span] of (spans ?? []).entries()) {
		const next = spans?.[at + 1];
		if (next && from <= span.to && to >= next.from) ms -= next.from - span.to;
	}
	return Math.max(0, ms);
}
