import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
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
	finding: ReadonlySignal<Finding>;
	/** Asks the same again at once. */
	again(): void;
}

/** Letters follow one another faster than this while a person types. */
export const pauseMs = 120;
/** As long as the hub takes in `q`. */
export const textMax = 200;

/**
 * Search as one types: the hub is asked once typing pauses, and an answer to anything but the last question is let go,
 * in whatever order answers come.
 */
export function createSearch(ask: (text: string) => Promise<Answer<ProcedurePage>>): Search {
	const text = signal("");
	const finding = signal<Finding>({ state: "nothing-asked" });
	let asked = "";
	let question = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	text.subscribe((now) => {
		const next = now.trim().replace(/\s+/g, " ");
		if (next === asked) return;
		asked = next;
		question += 1;
		clearTimeout(timer);
		if (next === "") {
			finding.value = { state: "nothing-asked" };
			return;
		}
		finding.value = { state: "asking", before: pageOf(finding.peek()) };
		timer = setTimeout(put, pauseMs);
	});

	return { text, finding, again };

	function again() {
		if (asked === "") return;
		question += 1;
		clearTimeout(timer);
		finding.value = { state: "asking", before: pageOf(finding.peek()) };
		put();
	}

	async function put() {
		const mine = question;
		const answer = await ask(asked);
		if (mine !== question) return;
		finding.value = answer.ok
			? { state: "found", page: answer.value }
			: { state: "refused", problem: answer.problem };
	}
}

/** What was found before stays in sight until the next answer, so that the list does not flicker at every letter. */
function pageOf(finding: Finding): ProcedurePage | null {
	if (finding.state === "found") return finding.page;
	return finding.state === "asking" ? finding.before : null;
}
