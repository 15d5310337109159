/**
 * Finds by code: `1.001193`, `1001193`, `1 001193`, a beginning of four digits or more, the six digits alone, and a code inside a
 * sentence. Undefined where the query is no code, so that it is searched as words; empty where no procedure has the code.
 */
export function codeSearch(codes: string[]): (query: string) => string[] | undefined {
	const official = codes
		.map((code) => ({ code, digits: code.replace(".", "") }))
		.filter(({ digits }) => /^[0-9]{7}$/.test(digits));
	const local = new Map(codes.map((code) => [code, code]));

	return (query) => {
		const text = query.trim().toLowerCase();
		const exact = local.get(text);
		if (exact !== undefined) return [exact];

		const digits = text.replace(/[\s.,_-]/g, "");
		if (/^[0-9]{4,7}$/.test(digits)) {
			const from = official.filter((entry) => entry.digits.startsWith(digits));
			const within = official.filter((entry) => entry.digits.slice(1).startsWith(digits));
			return [...new Set([...from, ...within].map((entry) => entry.code))];
		}

		const [, head, tail] = /(?:^|\D)([0-9])[.,\s]?([0-9]{6})(?:\D|$)/.exec(text) ?? [];
		if (head === undefined) return undefined;
		return official.filter((entry) => entry.digits === `${head}${tail}`).map((entry) => entry.code);
	};
}
