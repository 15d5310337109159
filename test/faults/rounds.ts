/** How many rounds the longest of these tests goes in a usual run. */
const usualRounds = 20;

const asked = Number(process.env.FAULT_ROUNDS ?? usualRounds);
if (!Number.isInteger(asked) || asked < 1) {
	throw new Error(`FAULT_ROUNDS=${process.env.FAULT_ROUNDS}: allowed is a whole number from 1`);
}

/** `FAULT_ROUNDS` over what is usual: 10 where a night is spent on `FAULT_ROUNDS=200`. */
const factor = asked / usualRounds;

/** How often to go round where a usual run goes `usual` times. */
export function rounds(usual: number): number {
	return Math.max(1, Math.round(usual * factor));
}

/** How long a test may take that is given `usualMs` in a usual run. */
export function within(usualMs: number): number {
	return Math.max(usualMs, usualMs * factor);
}
