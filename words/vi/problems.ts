import type { ProblemCode } from "../../protocol/problem.ts";
import { accessProblems } from "./problems-access.ts";
import { queueProblems } from "./problems-queue.ts";
import { requestProblems } from "./problems-requests.ts";
import { settingsProblems } from "./problems-settings.ts";

/** What a person reads when something is refused: what is wrong (`title`) and what to do (`detail`). */
export interface ProblemWords {
	title: string;
	detail: string | ((about: ProblemAbout) => string);
}

/** Whom or what a refusal is about, where it is known. */
export interface ProblemAbout {
	/** Who holds the counter. */
	holder?: string;
	/** In how many seconds it is worth asking again. */
	waitSeconds?: number;
	/** Numbers of people who still wait, and labels of counters that are still open. */
	numbers?: readonly string[];
	counters?: readonly string[];
	/** What was sent as a picture, and of those that are kept how many there are. */
	picture?: {
		found?: "other" | "cut-short" | "unshowable";
		bytes?: number;
		widthPx?: number;
		heightPx?: number;
		kept?: number;
	};
}

export const problems: Record<ProblemCode, ProblemWords> = {
	...requestProblems,
	...accessProblems,
	...queueProblems,
	...settingsProblems,
};
