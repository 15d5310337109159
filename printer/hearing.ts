import { type Condition, wellCondition } from "./device.ts";
import type { LinkError } from "./link.ts";
import { createReplyReader, type Reply, realTimeSaid, type Said } from "./replies.ts";

/** The questions of DLE EOT: the printer, why it is offline, errors, the roll. */
export type Question = 1 | 2 | 3 | 4;

const questions: readonly Question[] = [1, 2, 3, 4];

/** What became of waiting for a printer's word. */
export type Word =
	/** All that was sent is printed and cut. */
	| "done"
	/** It says it has carried everything out, and that it has no paper. */
	| "paper-out"
	| "not-yet"
	| "lost";

/** The wait for a printer's word that a job is done. */
export interface Proof {
	/** Its word, or `not-yet` after so long, or after `signal`. */
	within(ms: number, signal: AbortSignal): Promise<Word>;
}

/** How soon after one answer to GS r the next comes where nothing is printed between the two. */
const quietMs = 300;

/** What one printer has said, and what was asked of it that it has not answered yet. */
export function createHearing() {
	let reader = createReplyReader();
	const known: Said = {};
	/** Who waits for anything to change. */
	const waiting = new Set<() => void>();
	const mute = new Set<Question>();
	const knownQuestions = new Set<Question>();
	let question: Question | null = null;
	let answered = false;
	let everHeard = false;
	/** Why the line was lost, since it was last got. */
	let lost: LinkError | null = null;
	/** Answers to GS r that are still to come: they come in turn, so that a late one is never taken for that of the job after. */
	let owed = 0;
	/** The process IDs whose word came, and whether any ever did. */
	const done = new Set<string>();
	let knowsIds = false;
	let papers = 0;
	let cleared = false;
	let lastPaper = { out: false };
	let onSaid: () => void = () => undefined;

	function learn(said: Said): void {
		Object.assign(known, said);
		onSaid();
	}

	function take(reply: Reply): void {
		everHeard = true;
		switch (reply.kind) {
			case "real-time":
				// Bytes of a picture may look like a question to a printer; its answer to nobody is none.
				if (question === null) return;
				answered = true;
				knownQuestions.add(question);
				// Whoever never says that there is paper says at least that it is not stopped for want of it.
				learn({
					...(question === 2 && mute.has(4) && { paperOut: false }),
					...realTimeSaid(question, reply.byte),
				});
				return;
			case "automatic":
				learn(reply.said);
				return;
			case "paper":
				owed = Math.max(0, owed - 1);
				papers += 1;
				lastPaper = reply;
				learn({ paperLow: reply.low, ...(!mute.has(4) && { paperOut: reply.out }) });
				return;
			case "process-id":
				done.add(reply.id);
				knowsIds = true;
				return;
			case "cleared":
				// The questions in its buffer went with the rest.
				owed = 0;
				cleared = true;
		}
	}
	/** Whether `is` comes true in time; also when the line is lost or `signal` aborts it is done with. */
	function until(is: () => boolean, ms: number, signal: AbortSignal): Promise<boolean> {
		if (is()) return Promise.resolve(true);
		if (lost || signal.aborted) return Promise.resolve(false);
		return new Promise((resolve) => {
			const timer = setTimeout(look, ms, true);
			function look(over = false): void {
				if (!(over || is() || lost || signal.aborted)) return;
				clearTimeout(timer);
				waiting.delete(look);
				signal.removeEventListener("abort", aborted);
				resolve(is());
			}
			const aborted = () => look(true);
			waiting.add(look);
			signal.addEventListener("abort", aborted);
		});
	}

	function changed(): void {
		for (const look of [...waiting]) look();
	}

	return {
		take(bytes: Uint8Array): void {
			for (const reply of reader.read(bytes)) take(reply);
			changed();
		},
		/** There is a new line: what was half heard on the old one is nothing. */
		begins(): void {
			reader = createReplyReader();
			lost = null;
		},
		lost(error: LinkError): void {
			lost = error;
			changed();
		},
		/** Hears whenever the printer has said how it is. */
		onSaid(listener: () => void): void {
			onSaid = listener;
		},
		everHeard: () => everHeard,
		condition: () => conditionOf(known),
		/** What is worth asking: a question that was never answered, not even while the first was, is not asked again. */
		questions: () => questions.filter((n) => !mute.has(n)),
		/** Waits for the answer to a question that goes out now; false when none came. */
		async answer(n: Question, ms: number, signal: AbortSignal): Promise<boolean> {
			question = n;
			answered = false;
			const came = await until(() => answered, ms, signal);
			question = null;
			// One answer that is late or lost is no sign of it: what the printer said last would hold for ever.
			const knowsIt = knownQuestions.has(n);
			if (!came && n !== 1 && !knowsIt && !lost && !signal.aborted) mute.add(n);
			return came;
		},
		/** Whether an answer to GS r may still come that is not the next job's. */
		owes: () => owed > 0,
		/**
		 * Waits until nothing more can come; to be called before one more GS r goes out. Its answer comes right behind those that
		 * are owed, so that a while of silence after one was the last of them.
		 */
		async settles(ms: number, signal: AbortSignal): Promise<void> {
			owed += 1;
			const before = papers;
			if (!(await until(() => papers > before, ms, signal))) return;
			while (owed > 0 && !signal.aborted) {
				const count = papers;
				if (!(await until(() => papers > count, quietMs, signal))) owed = 0;
			}
		},
		/** Is to be called before the questions at a job's end go out: GS ( H with `id`, where one is asked for, and GS r. */
		expectProof(id: string | null): Proof {
			owed += 1;
			const before = papers;
			// A stray byte may look like an answer to GS r, never like a process ID: a printer that has once answered one is believed by that alone.
			// And none is owed also when the printer has thrown the questions away, which is no word for what was printed.
			const isDone = () =>
				(id !== null && done.has(id)) ||
				(owed === 0 && papers > before && !(id !== null && knowsIds));
			return {
				async within(ms, signal) {
					if (!(await until(isDone, ms, signal))) return lost ? "lost" : "not-yet";
					if (id !== null && done.delete(id)) return "done";
					return lastPaper.out ? "paper-out" : "done";
				},
			};
		},
		/** Whether the printer says that it has thrown away what it had not printed; to be called before it is told to. */
		clearing(ms: number, signal: AbortSignal): Promise<boolean> {
			cleared = false;
			return until(() => cleared, ms, signal);
		},
	};
}

/** What a printer that said this much is. What only warns does not hide what stops. */
function conditionOf(said: Said): Condition {
	const { coverOpen, paperOut, cutter, error, offline, paperLow } = said;
	const stops: Condition["reasons"] = [];
	if (coverOpen) stops.push("cover-open");
	if (paperOut) stops.push("paper-out");
	if (cutter) stops.push("cutter");
	if (error && !cutter) stops.push("error");
	if (stops.length === 0 && offline) stops.push("offline");
	if (stops.length > 0) return { state: "blocked", reasons: stops };
	return paperLow ? { state: "low", reasons: ["paper-low"] } : wellCondition;
}
