import type { AnsweredRequest, LedgerRecord } from "./ledger/ledger.ts";
import { RequestMap } from "./request-map.ts";

/** How many keys stand in a line of a snapshot. */
const keysALine = 500;

/** Which requests of a day have been answered, and where in the ledger the answers stand. */
export class Answered {
	readonly #seqs = new RequestMap<number>();

	/** Takes down that a record answered the request it names. */
	note({ seq, key }: LedgerRecord): void {
		if (key) this.#seqs.set(key, seq);
	}

	/** The number of the first event of the record that answered it. */
	find(request: Pick<AnsweredRequest, "scope" | "key">): number | undefined {
		return this.#seqs.get(request);
	}

	/** The lines that `thaw` reads, of the requests that were answered up to an event; later ones a snapshot must not know. */
	freeze(upTo: number): Generator<string> {
		const early = ([, seq]: [string, number]) => seq <= upTo;
		return linesOf(this.#seqs.scopes().map(([scope, seqs]) => [scope, [...seqs].filter(early)]));
	}

	/** Takes what a line of a snapshot knows; a line of anything else is left to others. */
	thaw(text: string): void {
		if (!text.startsWith('{"scope":')) return;
		const line: { scope: string; keys: [string, number][] } = JSON.parse(text);
		for (const [key, seq] of line.keys) this.#seqs.set({ scope: line.scope, key }, seq);
	}
}

function* linesOf(scopes: [string, [string, number][]][]): Generator<string> {
	for (const [scope, keys] of scopes) {
		for (let from = 0; from < keys.length; from += keysALine) {
			yield JSON.stringify({ scope, keys: keys.slice(from, from + keysALine) });
		}
	}
}
