import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Problem } from "../protocol/problem.ts";
import type { ProcedurePage } from "../protocol/procedures.ts";
import type { Answer } from "../ui/api.ts";

type Finding =
	| { state: "nothing-asked" }
	| { state: "asking"; before: ProcedurePage | null }
	| { state: "found"; page: ProcedurePage }
	| { state: "refused"; problem: Problem | null };

export interface Search {
	/** What is typed. Writing it searches. */
	text: Signal<string>;
	/** The same for the eye: where the answer is a matter of milliseconds, it stands there together with what was found. */
	shownText: ReadonlySignal<string>;
	finding: ReadonlySignal<Finding>;
	/** Asks the same again at once. */
	again(): void;
}

export interface SearchParts {
	ask(text: string): Promise<Answer<ProcedurePage>>;
	/** Whether an answer is a matter of milliseconds and costs nobody anything: each letter is asked for then. */
	isQuick(): boolean;
}

/** Letters follow one another faster than this while a person types. */
export const pauseMs = 120;
/** A quick answer that is later than this is not waited for with what was typed. */
export const quickMs = 40;
/** A question that nobody answered is asked again after so long, as often as it takes. */
export const retryMs = 3_000;
/** As long as the hub takes in `q`. */
export const textMax = 200;

/**
 * Search as one types: at each letter where that is quick, else once typing pauses. An answer to anything but the last
 * question is let go, in whatever order answers come; a question without an answer is asked again.
 */
export function createSearch({ ask, isQuick }: SearchParts): Search {
	const text = signal("");
	const shownText = signal("");
	const finding = signal<Finding>({ state: "nothing-asked" });
	let asked = "";
	let question = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	text.subscribe((now) => {
		const next = now.trim().replace(/\s+/g, " ");
		if (next === asked) {
			shownText.value = now;
			return;
		}
		asked = next;
		question += 1;
		clearTimeout(timer);
		if (next === "") {
			show({ state: "nothing-asked" });
		} else if (isQuick()) {
			timer = setTimeout(showAsking, quickMs);
			put();
		} else {
			showAsking();
			timer = setTimeout(put, pauseMs);
		}
	});

	return { text, shownText, finding, again };

	function again() {
		if (asked === "") return;
		question += 1;
		clearTimeout(timer);
		showAsking();
		put();
	}

	async function put() {
		const mine = question;
		const answer = await ask(asked);
		if (mine !== question) return;
		clearTimeout(timer);
		// The network comes back by itself; nobody should have to press for it.
		if (!answer.ok && answer.problem === null) timer = setTimeout(put, retryMs);
		show(
			answer.ok
				? { state: "found", page: answer.value }
				: { state: "refused", problem: answer.problem },
		);
	}

	function showAsking() {
		show({ state: "asking", before: pageOf(finding.peek()) });
	}

	/** Box and list at once: to lay the screen out twice for a key takes a slow machine twice as long. */
	function show(found: Finding) {
		batch(() => {
			shownText.value = text.peek();
			finding.value = found;
		});
	}
}

/** What was found before stays in sight until the next answer, so that the list does not flicker at every letter. */
function pageOf(finding: Finding): ProcedurePage | null {
	if (finding.state === "found") return finding.page;
	return finding.state === "asking" ? finding.before : null;
}
