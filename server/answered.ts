import type { AnsweredRequest, LedgerRecord } from "./ledger/ledger.ts";

/** How many keys stand in a line of a snapshot. */
const keysALine = 500;

/** Which requests of a day have been answered, and where in the ledger the answers stand. */
export class Answered {
	readonly #seqOf = new Map<string, number>();

	/** Takes down that a record answered the request it names. */
	note({ seq, key }: LedgerRecord): void {
		if (key) this.#seqOf.set(nameOf(key), seq);
	}

	/** The number of the first event of the record that answered it. */
	find(request: RequestName): number | undefined {
		return this.#seqOf.get(nameOf(request));
	}

	/** The lines that `thaw` reads, of what is known now. */
	freeze(): Generator<string> {
		return linesOf([...this.#seqOf]);
	}

	static thaw(lines: Iterable<string>): Answered {
		const answered = new Answered();
		for (const text of lines) {
			if (!text.startsWith('{"keys":')) continue;
			const line: { keys: [string, number][] } = JSON.parse(text);
			for (const [name, seq] of line.keys) answered.#seqOf.set(name, seq);
		}
		return answered;
	}
}

type RequestName = Pick<AnsweredRequest, "scope" | "key">;

/** A key holds no spaces, so that no two pairs have the same name. */
export function nameOf({ scope, key }: RequestName): string {
	return `${scope} ${key}`;
}

function* linesOf(entries: [string, number][]): Generator<string> {
	for (let from = 0; from < entries.length; from += keysALine) {
		yield JSON.stringify({ keys: entries.slice(from, from + keysALine) });
	}
}
