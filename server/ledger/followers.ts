import type { Ledger, LedgerRecord } from "./ledger.ts";

/** Who listens to which office, told in the order of the records. */
export function createFollowers<E>() {
	const listeners = new Map<string, Set<(record: LedgerRecord<E>, day: string) => void>>();
	const follow: Ledger<E>["follow"] = (office, listener) => {
		const ofOffice = listeners.get(office) ?? new Set();
		listeners.set(office, ofOffice.add(listener));
		return () => ofOffice.delete(listener);
	};
	return {
		follow,
		tell(office: string, record: LedgerRecord<E>, day: string): void {
			for (const listener of listeners.get(office) ?? []) listener(record, day);
		},
	};
}
