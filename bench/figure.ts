/** One figure as it is printed: what was measured beside what it is held against in the same run. */
export interface Figure {
	name: string;
	wanted: string;
	measured: string;
	against: string;
	ratio: number;
}

export function line({ name, wanted, measured, against, ratio }: Figure): string {
	return `${name} | wanted ${wanted} | measured ${measured} | against ${against} | ratio ${ratio.toFixed(2)}`;
}

export function ms(value: number): string {
	return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

export function perS(value: number): string {
	return `${Math.round(value)}/s`;
}
