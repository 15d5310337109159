/**
 * An id for something new, which the ledger will know it by for good: `quay-8` after `quay-7`.
 * @param kind letters of the Vietnamese word
 * @param taken what there is, and what there ever was
 */
export function newId(kind: string, taken: Iterable<string>): string {
	const used = new Set(taken);
	for (let count = 1; ; count++) {
		const id = `${kind}-${count}`;
		if (!used.has(id)) return id;
	}
}
