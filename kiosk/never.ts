/** Where the compiler knows that nothing is left. */
export function never(value: never): never {
	throw new Error(`not foreseen: ${JSON.stringify(value)}`);
}
