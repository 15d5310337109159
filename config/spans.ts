/** A span of time, milliseconds since 1970: from its beginning up to, but not at, its end. */
export interface Span {
	from: number;
	to: number;
}

/** The span that an instant is in. */
export function spanAt(spans: readonly Span[], at: number): Span | undefined {
	return spans.find(({ from, to }) => from <= at && at < to);
}

/** What both have, in order. */
export function intersection(some: readonly Span[], others: readonly Span[]): Span[] {
	return some.flatMap((one) =>
		others.flatMap((other) => {
			const from = Math.max(one.from, other.from);
			const to = Math.min(one.to, other.to);
			return from < to ? [{ from, to }] : [];
		}),
	);
}
