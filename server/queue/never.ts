/** Ends a switch that has seen every case: one left out does not compile, and cannot pass unseen at run time. */
export function never(value: never): never {
	throw new Error(`not a known case: ${JSON.stringify(value)}`);
}
