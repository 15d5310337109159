import type { RequestKey } from "../requests.ts";

type Named = Pick<RequestKey<unknown>, "scope" | "key"> | undefined;

/** Requests that were taken back before they were done. */
export interface Withdrawn {
	add(request: Named): void;
	has(request: Named): boolean;
}

/** What a client gave up may still lie in a connection for as long as that lives, and hardly any are withdrawn: these suffice for days. */
const mostKept = 1_000;

/** A hub that starts anew has none of the connections in which they might still come. */
export function createWithdrawn(): Withdrawn {
	const kept = new Set<string>();
	const nameOf = ({ scope, key }: NonNullable<Named>) => `${scope} ${key}`;
	return {
		add(request) {
			if (request === undefined) return;
			kept.add(nameOf(request));
			const [oldest] = kept;
			if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
		},
		has: (request) => request !== undefined && kept.has(nameOf(request)),
	};
}
