import type { problems as vi } from "../vi/problems.ts";
import { accessProblems } from "./problems-access.ts";
import { queueProblems } from "./problems-queue.ts";
import { requestProblems } from "./problems-requests.ts";
import { settingsProblems } from "./problems-settings.ts";

export const problems: typeof vi = {
	...requestProblems,
	...accessProblems,
	...queueProblems,
	...settingsProblems,
};
