import type { Answered } from "./answered.ts";
import type { Outcome } from "./hub.ts";
import { type LedgerRecord, stampedEvents } from "./ledger/ledger.ts";
import type { StampedEvent } from "./queue/event.ts";
import { RequestMap } from "./request-map.ts";

/** A request that names itself, so that it can be repeated: it is done once, and every repeat gets the first answer. */
export interface RequestKey<T> {
	/** Who asks for what: method, path and caller. A key means the same request only within this. */
	scope: string;
	key: string;
	/** What the body comes to; the same key with another body is refused. */
	body: string;
	/** Reads an answer as it was kept. */
	read(kept: unknown): T;
}

export interface Requests {
	/** Does it, unless it was done before or is being done: then the answer is that one's. Refusals are not kept, and decided anew. */
	once<T>(key: RequestKey<T>, act: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

/** Where answers of earlier requests are found. */
export interface Archive {
	/** Comes back when all that is durable is known; null where it is now. */
	settling(): Promise<void> | null;
	/** The days that are remembered, the newest first. */
	days(): { day: string; answered: Answered }[];
	/** The record that begins at `seq`. */
	read(day: string, seq: number): Promise<LedgerRecord | undefined>;
}

/** Sees to it that a request with a key is done once, however often it comes, at once, later, or after a restart. */
export function createRequests(archive: Archive): Requests {
	const underWay = new RequestMap<UnderWay>();

	/** The first answer to a request, if it was answered: nobody waits for the disk to learn that it was not. */
	function answerOrAct<T>(
		request: RequestKey<T>,
		act: () => Promise<Outcome<T>>,
	): Promise<Outcome<T>> {
		for (const { day, answered } of archive.days()) {
			const seq = answered.find(request);
			if (seq !== undefined) return readAnswer(request, day, seq).then((first) => first ?? act());
		}
		return act();
	}

	/** Null where another record stands there: what was answered is gone with a damaged end. */
	async function readAnswer<T>(
		request: RequestKey<T>,
		day: string,
		seq: number,
	): Promise<Outcome<T> | null> {
		const record = await archive.read(day, seq);
		const first = record?.key;
		if (!record || first?.scope !== request.scope || first.key !== request.key) return null;
		return answerOf(request, first.body, first.answer, stampedEvents(record));
	}

	return {
		once(request, act) {
			const other = underWay.get(request);
			if (other) return sameAs(other, request);
			const settling = archive.settling();
			const outcome = settling
				? settling.then(() => answerOrAct(request, act))
				: answerOrAct(request, act);
			underWay.set(request, { body: request.body, outcome });
			const done = () => underWay.delete(request);
			outcome.then(done, done);
			return outcome;
		},
	};
}

/** What is being done for a request. */
interface UnderWay {
	body: string;
	outcome: Promise<Outcome<unknown>>;
}

/** The answer of the one that came first, once there is one. */
async function sameAs<T>(first: UnderWay, request: RequestKey<T>): Promise<Outcome<T>> {
	if (first.body !== request.body) return keyReused;
	const outcome = await first.outcome;
	if (!outcome.ok) return outcome;
	return answerOf(request, first.body, outcome.value, outcome.events);
}

const keyReused = { ok: false, refusal: { code: "request/key-reused" } } as const;

function answerOf<T>(
	request: RequestKey<T>,
	body: string,
	kept: unknown,
	events: readonly StampedEvent[],
): Outcome<T> {
	if (body !== request.body) return keyReused;
	return { ok: true, value: request.read(kept), events, repeated: true };
}
