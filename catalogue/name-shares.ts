import type { SearchIndex } from "./search-index.ts";

const namesEach = 3;

/**
 * How much of a procedure's name a query speaks of, the best of its names counting: "khai sinh" is nearly all of "Đăng ký khai sinh", less
 * of "Khai sinh lưu động".
 * @param weights of each term
 * @returns 0 to 1; `spoken` is 1 for each term that the query speaks of
 */
export function createNameShares(
	{ nameBegins, nameWords, namePairs }: SearchIndex,
	weights: Float64Array,
): (procedure: number, spoken: Uint8Array) => number {
	return (procedure, spoken) => {
		let most = 0;
		for (let name = procedure * namesEach; name < (procedure + 1) * namesEach; name++) {
			most = Math.max(most, shareOf(name, spoken));
		}
		return most;
	};

	function shareOf(name: number, spoken: Uint8Array): number {
		const end = nameBegins[name + 1] ?? 0;
		let said = 0;
		let whole = 0;
		let pairBefore = 0;
		for (let at = nameBegins[name] ?? 0; at < end; at++) {
			const word = nameWords[at] ?? 0;
			const pair = namePairs[at] ?? 0;
			const weight = weights[word] ?? 0;
			whole += weight;
			if (isSpoken(word + 1, spoken) || isSpoken(pair, spoken) || isSpoken(pairBefore, spoken)) {
				said += weight;
			}
			pairBefore = pair;
		}
		return whole === 0 ? 0 : said / whole;
	}
}

/** @param place one more than that of a term; 0 is none */
function isSpoken(place: number, spoken: Uint8Array): boolean {
	return place > 0 && spoken[place - 1] === 1;
}
